package io.aerodb.testkit.audit;

/** One group of the kit's tests; the kit makes a nested class of each. */
abstract class LogGroup {
  private final AuditLogKit kit;

  LogGroup(AuditLogKit kit) {
    this.kit = kit;
  }

  final LogTestContext context() {
    return kit.context();
  }
}
