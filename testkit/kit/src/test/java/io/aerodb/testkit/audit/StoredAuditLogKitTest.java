package io.aerodb.testkit.audit;

/** The log over a store keeps every duty, whatever it is that keeps the records. */
class StoredAuditLogKitTest extends AuditLogKit {
  @Override
  protected AuditLogFixture fixture() {
    return new StoredLogFixture();
  }
}
