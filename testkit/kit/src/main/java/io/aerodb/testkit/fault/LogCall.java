package io.aerodb.testkit.fault;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.Stage;
import java.util.List;

/**
 * One call of an audit log: the method, and what it is to record.
 *
 * @param method which
 * @param events what is to be recorded; empty for everything but an append
 * @since 0.1
 */
public record LogCall(LogMethod method, List<AuditEvent> events) {
  public LogCall {
    events = List.copyOf(events);
  }

  /** Whether it is an append. */
  public boolean isAppend() {
    return method == LogMethod.APPEND;
  }

  /** Whether it is an append that records this stage. */
  public boolean records(Stage stage) {
    return events.stream().anyMatch(event -> event.stage() == stage);
  }
}
