package io.aerodb.testkit.audit;

/** The log in memory keeps every duty that does not outlive its object; the others are skipped, and say why. */
class MemoryAuditLogKitTest extends AuditLogKit {
  @Override
  protected AuditLogFixture fixture() {
    return new MemoryLogFixture();
  }
}
