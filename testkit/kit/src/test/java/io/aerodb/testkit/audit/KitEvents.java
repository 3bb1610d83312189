package io.aerodb.testkit.audit;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.Stage;
import java.util.List;
import java.util.Map;

/** Audit events as the kit makes them, for tests outside its package. */
public final class KitEvents {
  public static final String CLUSTER = EventDraft.CLUSTER;

  private KitEvents() {}

  /** An event of a read-only command. */
  public static AuditEvent read(Stage stage, String request) {
    return EventDraft.read(stage, request).event();
  }

  /** An event of a control command. */
  public static AuditEvent control(Stage stage, String request) {
    return EventDraft.control(stage, request).event();
  }

  /** A refusal of input that had no usable request id. */
  public static AuditEvent unreadable() {
    return EventDraft.nameless();
  }

  /** A confirmation that acknowledges requests as unresolved or settled, and recovery notices. */
  public static AuditEvent confirmed(String request, List<String> unresolved, Map<String, String> settled,
      List<String> recovery) {
    return EventDraft.confirmed(request, unresolved, settled, recovery).event();
  }

  /** The stages that a request passes up to and with this one. */
  public static List<AuditEvent> upTo(Stage stage, String request, boolean control) {
    return EventDraft.upTo(stage, request, control).stream().map(EventDraft::event).toList();
  }
}
