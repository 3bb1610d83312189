package io.aerodb.testkit.simulation;

/** Says that an invariant does not hold. An error, so that nothing on its way takes it for a failed kernel or log. */
final class InvariantViolation extends AssertionError {
  private static final long serialVersionUID = 1L;

  private InvariantViolation(String how) {
    super(how);
  }

  static void raise(String how) {
    throw new InvariantViolation(how);
  }

  static void unless(boolean holds, String how) {
    if (!holds) {
      raise(how);
    }
  }
}
