package io.aerodb.testkit.simulation;

/** Something does not hold. An error, so that nothing on its way takes it for the failure of a kernel or of a log. */
final class Broken extends AssertionError {
  private static final long serialVersionUID = 1L;

  private Broken(String how) {
    super(how);
  }

  static void rule(String how) {
    throw new Broken(how);
  }

  static void unless(boolean holds, String how) {
    if (!holds) {
      rule(how);
    }
  }
}
