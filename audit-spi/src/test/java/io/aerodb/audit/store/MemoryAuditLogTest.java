package io.aerodb.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditLogContract;
import org.junit.jupiter.api.Test;

class MemoryAuditLogTest extends AuditLogContract {
  @Override
  protected AuditLog emptyLog() {
    return MemoryAuditLog.of("log-1");
  }

  @Test
  void it_can_claim_to_live_in_a_cluster() {
    assertThat(MemoryAuditLog.of("log-1").residesIn()).isEmpty();
    assertThat(MemoryAuditLog.residingIn("log-1", "cluster-1").residesIn()).contains("cluster-1");
  }
}
