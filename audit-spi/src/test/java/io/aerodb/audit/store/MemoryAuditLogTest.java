package io.aerodb.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.audit.Events;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.Stage;
import io.aerodb.audit.UnresolvedRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests what the log in memory does beyond its contract. */
class MemoryAuditLogTest {
  @Test
  void it_can_claim_to_live_in_a_cluster() {
    assertThat(MemoryAuditLog.of("log-1").residesIn()).isEmpty();
    assertThat(MemoryAuditLog.residingIn("log-1", "cluster-1").residesIn()).contains("cluster-1");
  }

  @Test
  void a_closed_log_says_that_it_is_closed() {
    AuditLog log = MemoryAuditLog.of("log-1");
    log.close();

    assertThat(log.append(new Precondition.None(), List.of(Events.unreadable())))
        .isEqualTo(new Appended.NotWritten("log is closed"));
    assertThatThrownBy(log::controlStatus).isInstanceOf(AuditUnreadableException.class)
        .hasMessage("log 'log-1' is closed");
  }

  @Test
  void an_unresolved_request_is_named_by_its_id() {
    AuditLog log = MemoryAuditLog.of("log-1");
    log.append(new Precondition.Unclaimed("r-1"), Events.upTo(Stage.DISPATCHED, "r-1", true));

    assertThat(log.controlStatus().unresolved()).extracting(UnresolvedRequest::requestId).containsExactly("r-1");
  }
}
