package io.aerodb.command;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.json.Json;
import io.aerodb.command.error.Detail;
import io.aerodb.command.error.SafeText;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.NodeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One of the ten things that an operator may ask for, with all its arguments. Not a permission and not a proof of
 * anything: a control plane explains, asks, records and dispatches it. The set is closed (CM-1.1, P7-S3); a switch over
 * it needs no {@code default}.
 *
 * @param <R> what the kernel answers
 * @since 0.1
 */
public sealed interface Command<R>
    permits InspectionCommand, DiagnosticCommand, ControlCommand, Immediate, Confirmable {
  /** Which of the ten. */
  CommandType type();

  /** The type that a kernel's answer must have. */
  Class<R> resultType();

  /** The one member the command names, if it names one. */
  Optional<NodeId> target();

  /**
   * Every argument under its wire name, each value as it would be typed; an argument that was not given is left out.
   */
  SortedMap<String, List<String>> arguments();

  /** What will be done, in one sentence. */
  String sentence();

  /** The cluster that an answer says it was read from. */
  ClusterId clusterOf(R answer);

  /** An answer as a JSON object, all of it. */
  Json.Obj answerJson(R answer);

  /** Where an answer speaks of something else than this command named; empty when it is usable. */
  List<Detail> mismatches(R answer);

  /** {@code {"arguments":{…},"name":"…"}}; an argument that takes a set is an array, any other a string. */
  default Json.Obj json() {
    var values = Json.object();
    for (Argument argument : type().arguments()) {
      List<String> given = arguments().getOrDefault(argument.name(), List.of());
      if (argument.presence() == Argument.Presence.SET) {
        values.put(argument.name(), Json.Arr.ofStrings(given));
      } else {
        given.forEach(value -> values.put(argument.name(), value));
      }
    }
    return Json.object().put(AuditEvent.COMMAND_ARGUMENTS, values.build())
        .put(AuditEvent.COMMAND_NAME, type().wireName()).build();
  }

  /** The wire name and every argument on one line, safe for a terminal. */
  default String text() {
    var text = new StringBuilder(type().wireName());
    for (Map.Entry<String, List<String>> argument : arguments().entrySet()) {
      argument.getValue().forEach(
          value -> text.append(' ').append(argument.getKey()).append("='").append(SafeText.escape(value)).append('\''));
    }
    return text.toString();
  }
}
