package io.aerodb.audit.journal;

/** A journal's files are not what it has written. Becomes an {@code AuditUnreadableException} or a {@code Verification.Damaged}. */
final class DamageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long firstDamaged;

  /**
   * Damage.
   *
   * @param firstDamaged the first sequence that can't be vouched for
   * @param what what was found, and where
   */
  DamageException(long firstDamaged, String what) {
    super(what);
    this.firstDamaged = firstDamaged;
  }

  long firstDamaged() {
    return firstDamaged;
  }

  String what() {
    return String.valueOf(getMessage());
  }
}
