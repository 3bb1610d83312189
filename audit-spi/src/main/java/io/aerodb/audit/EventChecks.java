package io.aerodb.audit;

import io.aerodb.audit.json.Json;
import io.aerodb.audit.json.JsonFormatException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What every event must be, whoever made it (AU-3). Each message names the field, the value and what is legal. */
final class EventChecks {
  static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private static final String BODY = "body.";
  private static final String ACKNOWLEDGED = BODY + BodyMembers.ACKNOWLEDGED;

  // The body stands one level below the line's own object, and what is written must be readable again.
  private static final int MAX_BODY_DEPTH = Json.MAX_DEPTH - 1;
  private static final Set<Stage> MAY_LACK_COMMAND = EnumSet.of(Stage.REQUESTED, Stage.REJECTED, Stage.DUPLICATE);

  private EventChecks() {}

  static void check(AuditEvent event) {
    checkIds(event);
    text("clock", event.clock());
    text("session", event.session());
    checkOperator(event);
    checkCommand(event);
    checkControl(event);
    checkBody(event);
  }

  /** A text of 1 to {@link AuditEvent#MAX_TEXT} characters that a record can carry. */
  static String text(String field, String value) {
    int length = value.length();
    require(length >= 1 && length <= AuditEvent.MAX_TEXT, field, length + " characters",
        "hold 1 to " + AuditEvent.MAX_TEXT + " characters");
    require(value.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF), field, "a text with a lone surrogate",
        "hold none");
    return value;
  }

  private static void checkIds(AuditEvent event) {
    event.requestId().ifPresent(id -> id("request", id));
    require(event.requestId().isPresent() || event.stage() == Stage.REJECTED, "request", "absent",
        "be present at stage " + event.stage().label());
    id("cluster", event.cluster());
  }

  private static void id(String field, String value) {
    require(ID.matcher(value).matches(), field, JsonFormatException.quoted(value), "match " + ID.pattern());
  }

  private static void checkOperator(AuditEvent event) {
    event.operator().ifPresent(name -> text("operator", name));
    event.authority().ifPresent(name -> text("authority", name));
    boolean present = event.operator().isPresent();
    require(
        present == event.authority().isPresent(),
        "authority",
        event.authority().isPresent() ? "present" : "absent",
        "be present exactly when operator is");
    boolean nobody =
        event.stage() == Stage.DUPLICATE || (event.stage() == Stage.REJECTED && event.requestId().isEmpty());
    require(present || nobody, "operator", "absent", "be present at stage " + event.stage().label());
  }

  private static void checkCommand(AuditEvent event) {
    Optional<Json.Obj> command = event.command();
    require(command.isPresent() || MAY_LACK_COMMAND.contains(event.stage()), "command", "absent",
        "be present at stage " + event.stage().label());
    if (command.isPresent()) {
      Json.Obj found = command.get();
      depth("command", found);
      require(found.text(AuditEvent.COMMAND_NAME).isPresent(), "command." + AuditEvent.COMMAND_NAME,
          kind(found.get(AuditEvent.COMMAND_NAME)), "be a string");
      require(found.object(AuditEvent.COMMAND_ARGUMENTS).isPresent(), "command." + AuditEvent.COMMAND_ARGUMENTS,
          kind(found.get(AuditEvent.COMMAND_ARGUMENTS)), "be an object");
    }
  }

  private static void checkControl(AuditEvent event) {
    boolean readOnlyEnd = event.stage() == Stage.NOT_ANSWERED;
    boolean controlEnd = event.stage() == Stage.UNKNOWN;
    require(!(readOnlyEnd && event.control()), "control", "true", "be false at stage " + event.stage().label());
    require(!controlEnd || event.control(), "control", "false", "be true at stage " + event.stage().label());
  }

  private static void checkBody(AuditEvent event) {
    Json.Obj body = event.body();
    depth("body", body);
    for (String member : event.stage().requiredMembers()) {
      require(body.get(member).isPresent(), BODY + member, "absent", "be present at stage " + event.stage().label());
    }
    if (event.stage() == Stage.CONFIRMED) {
      checkAcknowledged(body);
    }
    if (event.stage() == Stage.DUPLICATE) {
      require(
          body.get(BodyMembers.FIRST).orElseThrow() instanceof Json.Int(long first) && first >= 1,
          BODY + BodyMembers.FIRST,
          body.get(BodyMembers.FIRST).orElseThrow() instanceof Json.Int(long first) ? first
              : kind(body.get(BodyMembers.FIRST)),
          "be a sequence, 1 or more");
    }
  }

  private static void checkAcknowledged(Json.Obj body) {
    Json.Obj acknowledged = body.object(BodyMembers.ACKNOWLEDGED).orElse(Json.Obj.EMPTY);
    require(body.object(BodyMembers.ACKNOWLEDGED).isPresent(), ACKNOWLEDGED,
        kind(body.get(BodyMembers.ACKNOWLEDGED)),
        "be an object");
    for (String member : List.of(BodyMembers.CHECKS, BodyMembers.RECOVERY, BodyMembers.UNRESOLVED)) {
      Optional<Json> found = acknowledged.get(member);
      boolean strings = found.orElse(null) instanceof Json.Arr(List<Json> items)
          && items.stream().allMatch(Json.Str.class::isInstance);
      require(strings, ACKNOWLEDGED + "." + member, kind(found), "be an array of strings");
    }
    Optional<Json> settled = acknowledged.get(BodyMembers.SETTLED);
    boolean words = settled.orElse(null) instanceof Json.Obj(var members)
        && members.values().stream().allMatch(Json.Str.class::isInstance);
    require(words, ACKNOWLEDGED + "." + BodyMembers.SETTLED, kind(settled), "be an object of strings");
  }

  private static void depth(String field, Json value) {
    require(!deeperThan(MAX_BODY_DEPTH, value), field, "deeper than " + MAX_BODY_DEPTH + " levels",
        "be at most that deep");
  }

  private static boolean deeperThan(int levels, Json value) {
    return levels < 1
        || switch (value) {
          case Json.Arr(List<Json> items) -> items.stream().anyMatch(item -> deeperThan(levels - 1, item));
          case Json.Obj(var members) -> members.values().stream().anyMatch(item -> deeperThan(levels - 1, item));
          case Json.Str text -> false;
          case Json.Int number -> false;
          case Json.Bool truth -> false;
        };
  }

  private static String kind(Optional<Json> value) {
    if (value.isEmpty()) {
      return "absent";
    }
    return switch (value.get()) {
      case Json.Str text -> "a string";
      case Json.Int number -> "an integer";
      case Json.Bool truth -> "a boolean";
      case Json.Arr array -> "an array";
      case Json.Obj object -> "an object";
    };
  }

  private static void require(boolean holds, String field, Object value, String legal) {
    if (!holds) {
      throw new IllegalArgumentException(field + " is " + value + " but must " + legal);
    }
  }
}
