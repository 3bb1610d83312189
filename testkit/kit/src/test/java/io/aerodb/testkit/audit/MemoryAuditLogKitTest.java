package io.aerodb.testkit.audit;

/** The contract kit, run against the log in memory, which skips with a reason what would outlive it. */
class MemoryAuditLogKitTest extends ProjectLogKit {
  @Override
  protected AuditLogFixture fixture() {
    return new MemoryLogFixture();
  }
}
