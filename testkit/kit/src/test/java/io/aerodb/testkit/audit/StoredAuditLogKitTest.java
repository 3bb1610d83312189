package io.aerodb.testkit.audit;

/** The contract kit, run against a log over a store. */
class StoredAuditLogKitTest extends ProjectLogKit {
  @Override
  protected AuditLogFixture fixture() {
    return new StoredLogFixture();
  }
}
