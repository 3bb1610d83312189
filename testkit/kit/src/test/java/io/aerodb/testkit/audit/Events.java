package io.aerodb.testkit.audit;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.Stage;
import java.util.List;
import java.util.Map;

/** The kit's events, for tests of logs that are no duty of every log. */
public final class Events {
  public static final String CLUSTER = Entry.CLUSTER;

  private Events() {}

  /** An event of a read-only command. */
  public static AuditEvent read(Stage stage, String request) {
    return Entry.read(stage, request).event();
  }

  /** An event of a control command. */
  public static AuditEvent control(Stage stage, String request) {
    return Entry.control(stage, request).event();
  }

  /** A refusal of input that had no usable request id. */
  public static AuditEvent unreadable() {
    return Entry.nameless();
  }

  /** A confirmation that acknowledges requests as unresolved or settled, and recovery notices. */
  public static AuditEvent confirmed(String request, List<String> unresolved, Map<String, String> settled,
      List<String> recovery) {
    return Entry.confirmed(request, unresolved, settled, recovery).event();
  }

  /** The stages that a request passes up to and with this one. */
  public static List<AuditEvent> upTo(Stage stage, String request, boolean control) {
    return Entry.upTo(stage, request, control).stream().map(Entry::event).toList();
  }
}
