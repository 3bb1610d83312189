package io.aerodb.audit;

import io.aerodb.audit.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes events with good defaults, of every stage and with the members it requires. */
public final class Events {
  public static final String CLUSTER = "cluster-1";
  public static final String OPERATOR = "ann";
  public static final Instant TIME = Instant.parse("2026-03-01T10:00:00.123456789Z");

  private Events() {}

  /** An event of a read-only command. */
  public static AuditEvent read(Stage stage, String request) {
    return builder(stage, request, false).build();
  }

  /** An event of a control command. */
  public static AuditEvent control(Stage stage, String request) {
    return builder(stage, request, true).build();
  }

  public static AuditEvent duplicate(String request, long first) {
    return plain(Stage.DUPLICATE, false).requestId(request).body(body(Stage.DUPLICATE, first)).build();
  }

  /** A refusal of input that had no usable request id. */
  public static AuditEvent unreadable() {
    return AuditEvent.builder()
        .stage(Stage.REJECTED)
        .time(TIME)
        .clock("utc")
        .cluster(CLUSTER)
        .session("session-1")
        .control(false)
        .body(body(Stage.REJECTED, 1))
        .build();
  }

  /** A confirmation that acknowledges requests as unresolved or settled, and recovery notices. */
  public static AuditEvent confirmed(String request, List<String> unresolved, Map<String, String> settled,
      List<String> recovery) {
    var words = Json.object();
    settled.forEach(words::put);
    Json.Obj acknowledged =
        Json.object()
            .put("checks", new Json.Arr(List.of()))
            .put("recovery", Json.Arr.ofStrings(recovery))
            .put("settled", words.build())
            .put("unresolved", Json.Arr.ofStrings(unresolved))
            .build();
    Json.Obj body =
        Json.object().put("acknowledged", acknowledged).put("challenge", "digest").put("confirmation", "confirmed")
            .put("given", Json.Obj.EMPTY).build();
    return plain(Stage.CONFIRMED, true).requestId(request).body(body).build();
  }

  public static AuditEvent.Builder builder(Stage stage, String request, boolean control) {
    return plain(stage, control).requestId(request).body(body(stage, 1));
  }

  /** Without request id and body. */
  public static AuditEvent.Builder plain(Stage stage, boolean control) {
    Json.Obj arguments = Json.object().put("reason", Json.Arr.ofStrings(List.of("failover"))).build();
    return AuditEvent.builder()
        .stage(stage)
        .time(TIME)
        .clock("utc")
        .cluster(CLUSTER)
        .session("session-1")
        .operator(OPERATOR)
        .authority("OPERATOR")
        .command(Json.object().put("arguments", arguments).put("name", control ? "request_promotion" : "inspect_node")
            .build())
        .control(control);
  }

  /** All members that a stage must have, of the kinds it must have. */
  public static Json.Obj body(Stage stage, long first) {
    var body = Json.object();
    for (String member : stage.requiredMembers()) {
      switch (member) {
        case "first" -> body.put(member, first);
        case "acknowledged" -> body.put(member, acknowledged());
        case "errors" -> body.put(member, new Json.Arr(List.of(Json.object().put("code", "SOME_CODE").build())));
        case "execution" -> body.put(member, "NOT_EXECUTED");
        default -> body.put(member, Json.object().put("what", member).build());
      }
    }
    return body.build();
  }

  /** The stages that a request passes before it can take this one, and then this one. */
  public static List<AuditEvent> upTo(Stage stage, String request, boolean control) {
    List<Stage> before =
        switch (stage) {
          case REQUESTED, DUPLICATE -> List.of();
          case REJECTED, PROPOSED -> List.of(Stage.REQUESTED);
          case REFUSED, ABANDONED, STALE, CONFIRMED -> List.of(Stage.REQUESTED, Stage.PROPOSED);
          case DISPATCHED -> List.of(Stage.REQUESTED, Stage.PROPOSED, Stage.CONFIRMED);
          case EXECUTED, KERNEL_REJECTED, NOT_ANSWERED, UNKNOWN, NOT_SENT ->
              List.of(Stage.REQUESTED, Stage.PROPOSED, Stage.CONFIRMED, Stage.DISPATCHED);
        };
    var events = new ArrayList<AuditEvent>();
    before.forEach(s -> events.add(builder(s, request, control).build()));
    events.add(builder(stage, request, control).build());
    return events;
  }

  /** The same a second later. */
  public static AuditEvent later(AuditEvent event) {
    return copy(event).withTime(TIME.plusSeconds(1));
  }

  public static AuditEvent ofCluster(String cluster, AuditEvent event) {
    return copy(event).withCluster(cluster);
  }

  public static AuditEvent ofOperator(String operator, AuditEvent event) {
    return copy(event).withOperator(operator);
  }

  public static AuditEvent ofCommand(String name, AuditEvent event) {
    return copy(event).withCommand(Json.object().put("arguments", Json.Obj.EMPTY).put("name", name).build());
  }

  private static ImmutableAuditEvent copy(AuditEvent event) {
    return (ImmutableAuditEvent) ImmutableAuditEvent.copyOf(event);
  }

  private static Json.Obj acknowledged() {
    Json.Arr none = new Json.Arr(List.of());
    return Json.object().put("checks", none).put("recovery", none).put("settled", Json.Obj.EMPTY)
        .put("unresolved", none).build();
  }
}
