package io.aerodb.testkit.audit;

import static io.aerodb.audit.BodyMembers.ACKNOWLEDGED;
import static io.aerodb.audit.BodyMembers.CHALLENGE;
import static io.aerodb.audit.BodyMembers.CHECKS;
import static io.aerodb.audit.BodyMembers.CONFIRMATION;
import static io.aerodb.audit.BodyMembers.ERRORS;
import static io.aerodb.audit.BodyMembers.EXECUTION;
import static io.aerodb.audit.BodyMembers.FIRST;
import static io.aerodb.audit.BodyMembers.GIVEN;
import static io.aerodb.audit.BodyMembers.RECOVERY;
import static io.aerodb.audit.BodyMembers.SETTLED;
import static io.aerodb.audit.BodyMembers.UNRESOLVED;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.Stage;
import io.aerodb.audit.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A draft of an audit event with good defaults: each stage has the body that it must have. */
record EventDraft(Stage stage, String request, boolean control, Instant time, String cluster, String operator,
    String command, Json.Obj body) {
  static final Instant TIME = Instant.parse("2026-03-01T10:00:00.123456789Z");
  static final String CLUSTER = "kit-cluster";

  /** An event of a read-only command. */
  static EventDraft read(Stage stage, String request) {
    return of(stage, request, false);
  }

  /** An event of a control command. */
  static EventDraft control(Stage stage, String request) {
    return of(stage, request, true);
  }

  static EventDraft of(Stage stage, String request, boolean control) {
    return new EventDraft(stage, request, control, TIME, CLUSTER, "ann", control ? "request_promotion" : "inspect_node",
        body(stage));
  }

  static EventDraft duplicate(String request, long first) {
    Json.Obj body = Json.object().put(ERRORS, new Json.Arr(List.of())).put(EXECUTION, "NOT_EXECUTED")
        .put(FIRST, first).build();
    return read(Stage.DUPLICATE, request).body(body);
  }

  /** A confirmation that acknowledges requests as unresolved or settled, and recovery notices. */
  static EventDraft confirmed(String request, List<String> unresolved, Map<String, String> settled,
      List<String> recovery) {
    var words = Json.object();
    settled.forEach(words::put);
    Json.Obj acknowledged = Json.object().put(CHECKS, new Json.Arr(List.of()))
        .put(RECOVERY, Json.Arr.ofStrings(recovery)).put(SETTLED, words.build())
        .put(UNRESOLVED, Json.Arr.ofStrings(unresolved)).build();
    return control(Stage.CONFIRMED, request).body(Json.object().put(ACKNOWLEDGED, acknowledged)
        .put(CHALLENGE, "digest").put(CONFIRMATION, "confirmed").put(GIVEN, Json.Obj.EMPTY).build());
  }

  /** A refusal of input that had no usable request id and named nobody. */
  static AuditEvent nameless() {
    return AuditEvent.builder().stage(Stage.REJECTED).time(TIME).clock("utc").cluster(CLUSTER).session("session-1")
        .control(false).body(body(Stage.REJECTED)).build();
  }

  /** The stages that a request passes up to and with this one. */
  static List<EventDraft> upTo(Stage stage, String request, boolean control) {
    List<Stage> before = switch (stage) {
      case REQUESTED, DUPLICATE -> List.of();
      case REJECTED, PROPOSED -> List.of(Stage.REQUESTED);
      case REFUSED, ABANDONED, STALE, CONFIRMED -> List.of(Stage.REQUESTED, Stage.PROPOSED);
      case DISPATCHED -> List.of(Stage.REQUESTED, Stage.PROPOSED, Stage.CONFIRMED);
      case EXECUTED, KERNEL_REJECTED, NOT_ANSWERED, UNKNOWN, NOT_SENT ->
          List.of(Stage.REQUESTED, Stage.PROPOSED, Stage.CONFIRMED, Stage.DISPATCHED);
    };
    var all = new ArrayList<EventDraft>();
    before.forEach(each -> all.add(of(each, request, control)));
    all.add(of(stage, request, control));
    return all;
  }

  EventDraft time(Instant other) {
    return new EventDraft(stage, request, control, other, cluster, operator, command, body);
  }

  EventDraft cluster(String other) {
    return new EventDraft(stage, request, control, time, other, operator, command, body);
  }

  EventDraft operator(String other) {
    return new EventDraft(stage, request, control, time, cluster, other, command, body);
  }

  EventDraft command(String other) {
    return new EventDraft(stage, request, control, time, cluster, operator, other, body);
  }

  EventDraft body(Json.Obj other) {
    return new EventDraft(stage, request, control, time, cluster, operator, command, other);
  }

  AuditEvent event() {
    Json.Obj arguments = Json.object().put("reason", Json.Arr.ofStrings(List.of("drill"))).build();
    return AuditEvent.builder().stage(stage).requestId(Optional.of(request)).time(time).clock("utc").cluster(cluster)
        .session("session-1").operator(operator).authority("OPERATOR")
        .command(
            Json.object().put(AuditEvent.COMMAND_ARGUMENTS, arguments).put(AuditEvent.COMMAND_NAME, command).build())
        .control(control).body(body)
        .build();
  }

  private static Json.Obj body(Stage stage) {
    var body = Json.object();
    for (String member : stage.requiredMembers()) {
      switch (member) {
        case FIRST -> body.put(member, 1);
        case ACKNOWLEDGED -> body.put(member, nothing());
        case ERRORS -> body.put(member, new Json.Arr(List.of(Json.object().put("code", "SOME_CODE").build())));
        case EXECUTION -> body.put(member, "NOT_EXECUTED");
        default -> body.put(member, Json.object().put("what", member).build());
      }
    }
    return body.build();
  }

  private static Json.Obj nothing() {
    Json.Arr none = new Json.Arr(List.of());
    return Json.object().put(CHECKS, none).put(RECOVERY, none).put(SETTLED, Json.Obj.EMPTY)
        .put(UNRESOLVED, none).build();
  }
}
