package io.aerodb.testkit.audit;

/** A group of tests, which {@link AuditLogKit} runs as a nested class. */
abstract class LogGroup {
  private final AuditLogKit kit;

  LogGroup(AuditLogKit kit) {
    this.kit = kit;
  }

  final LogTestContext context() {
    return kit.context();
  }
}
