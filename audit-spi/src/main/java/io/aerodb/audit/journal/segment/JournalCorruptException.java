package io.aerodb.audit.journal.segment;

/**
 * A journal's files are not what it has written. Becomes an {@code AuditUnreadableException} or a
 * {@code Verification.Damaged}.
 */
public final class JournalCorruptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long firstDamaged;

  /**
   * Damage.
   *
   * @param firstDamaged the first sequence that can't be vouched for
   * @param what what was found, and where
   */
  public JournalCorruptException(long firstDamaged, String what) {
    super(what);
    this.firstDamaged = firstDamaged;
  }

  public long firstDamaged() {
    return firstDamaged;
  }

  public String what() {
    return String.valueOf(getMessage());
  }
}
