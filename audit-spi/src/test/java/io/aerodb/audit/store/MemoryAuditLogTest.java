package io.aerodb.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryAuditLogTest {
  @Test
  void it_can_claim_to_live_in_a_cluster() {
    assertThat(MemoryAuditLog.of("log-1").residesIn()).isEmpty();
    assertThat(MemoryAuditLog.residingIn("log-1", "cluster-1").residesIn()).contains("cluster-1");
  }
}
