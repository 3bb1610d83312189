package io.aerodb.testkit.simulation;

import static io.aerodb.audit.BodyMembers.ACKNOWLEDGED;
import static io.aerodb.audit.BodyMembers.FIRST;
import static io.aerodb.audit.BodyMembers.GIVEN;
import static io.aerodb.audit.BodyMembers.KERNEL_ACTION;
import static io.aerodb.audit.BodyMembers.SETTLED;
import static io.aerodb.audit.BodyMembers.UNRESOLVED;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Stage;
import io.aerodb.audit.UnresolvedRequest.End;
import io.aerodb.audit.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A second model of what an audit trail may look like, written in another way than in any log: the grammar as a
 * pattern, and what is unresolved as a map.
 */
final class TrailModel {
  /** R equested, J rejected, P roposed, C onfirmed, D ispatched, N o: refused, abandoned or stale, E nd. */
  private static final Pattern IMMEDIATE = Pattern.compile("R(J|DE?)");
  private static final Pattern CONFIRMABLE = Pattern.compile("R(J|P(N|CDE?)?)");

  private final Map<String, String> requests = new TreeMap<>();
  private final Map<String, Long> firsts = new TreeMap<>();
  private final Map<String, End> unresolved = new LinkedHashMap<>();
  private final Map<String, String> settledAs = new TreeMap<>();
  private final Map<String, Integer> dispatches = new TreeMap<>();
  private long last;

  /** Takes the next records in. */
  void take(List<AuditRecord> records) {
    for (AuditRecord record : records) {
      InvariantViolation.unless(record.sequence() == last + 1, "sequence " + record.sequence() + " follows " + last);
      last = record.sequence();
      record.event().requestId().ifPresent(id -> take(id, record));
    }
    // Within one append it may look unfinished.
    records.stream().flatMap(record -> record.event().requestId().stream()).distinct().forEach(id -> {
      String stages = requests.getOrDefault(id, "");
      InvariantViolation.unless(IMMEDIATE.matcher(stages).matches() || CONFIRMABLE.matcher(stages).matches(),
          "the trail of " + id + " is " + stages);
    });
  }

  /** The sequence of the newest record. */
  long last() {
    return last;
  }

  /** Whether the newest thing recorded of a request is its dispatch. */
  boolean dispatched(String request) {
    return requests.getOrDefault(request, "").endsWith("D");
  }

  /** Whether somebody said yes to it, too. */
  boolean confirmedAndDispatched(String request) {
    return requests.getOrDefault(request, "").equals("RPCD");
  }

  /** How often a kernel action was dispatched. */
  int dispatches(String kernelAction) {
    return dispatches.getOrDefault(kernelAction, 0);
  }

  /** By request, in the order of dispatch. */
  Map<String, End> unresolved() {
    return unresolved;
  }

  /** The kernel's words that stand in confirmations. */
  Map<String, String> settledAs() {
    return settledAs;
  }

  private void take(String id, AuditRecord record) {
    AuditEvent event = record.event();
    if (event.stage() == Stage.DUPLICATE) {
      InvariantViolation.unless(event.body().get(FIRST).equals(Optional.of(new Json.Int(firsts.getOrDefault(id, 0L)))),
          "a duplicate of " + id + " does not name its first record");
      return;
    }
    firsts.putIfAbsent(id, record.sequence());
    requests.merge(id, letter(event), String::concat);
    if (event.stage() == Stage.CONFIRMED) {
      acknowledge(event);
    }
    if (event.stage() == Stage.DISPATCHED) {
      dispatches.merge(event.body().text(KERNEL_ACTION).orElse(""), 1, Integer::sum);
    }
    if (event.control()) {
      control(id, event.stage());
    }
  }

  private static String letter(AuditEvent event) {
    return switch (event.stage()) {
      case REQUESTED -> "R";
      case REJECTED -> "J";
      case PROPOSED -> "P";
      case REFUSED, ABANDONED, STALE -> "N";
      case CONFIRMED -> "C";
      case DISPATCHED -> "D";
      case EXECUTED, KERNEL_REJECTED, NOT_SENT -> "E";
      case NOT_ANSWERED -> event.control() ? "?" : "E";
      case UNKNOWN -> event.control() ? "E" : "?";
      case DUPLICATE -> "";
    };
  }

  private void control(String id, Stage stage) {
    if (stage == Stage.DISPATCHED) {
      InvariantViolation.unless(unresolved.isEmpty(), id + " was dispatched past " + unresolved);
      unresolved.put(id, End.MISSING);
    } else if (stage == Stage.UNKNOWN) {
      unresolved.replace(id, End.UNKNOWN);
    } else {
      unresolved.remove(id);
    }
  }

  private void acknowledge(AuditEvent event) {
    Json.Obj acknowledged = event.body().object(ACKNOWLEDGED).orElseThrow();
    Json.Obj answers = event.body().object(GIVEN).orElseThrow().object("answers").orElseThrow();
    for (String id : acknowledged.texts(UNRESOLVED)) {
      InvariantViolation.unless(answers.text("unresolved:" + id).equals(Optional.of(id)),
          id + " counts as acknowledged but nobody gave its id");
      unresolved.remove(id);
    }
    Json.Obj settled = acknowledged.object(SETTLED).orElseThrow();
    for (String id : settled.members().keySet()) {
      settledAs.put(id, settled.text(id).orElseThrow());
      unresolved.remove(id);
    }
  }
}
