package io.aerodb.command.explain;

import static io.aerodb.command.explain.ExplanationKeys.ACTION;
import static io.aerodb.command.explain.ExplanationKeys.ADDED_BY;
import static io.aerodb.command.explain.ExplanationKeys.AUTHORITY;
import static io.aerodb.command.explain.ExplanationKeys.CHECKS;
import static io.aerodb.command.explain.ExplanationKeys.CLASS;
import static io.aerodb.command.explain.ExplanationKeys.CLUSTER;
import static io.aerodb.command.explain.ExplanationKeys.COMMAND;
import static io.aerodb.command.explain.ExplanationKeys.CONFIRMATION;
import static io.aerodb.command.explain.ExplanationKeys.CONSEQUENCE;
import static io.aerodb.command.explain.ExplanationKeys.CONSEQUENCES;
import static io.aerodb.command.explain.ExplanationKeys.COST;
import static io.aerodb.command.explain.ExplanationKeys.DISPATCHED_AT;
import static io.aerodb.command.explain.ExplanationKeys.END;
import static io.aerodb.command.explain.ExplanationKeys.FAILURE;
import static io.aerodb.command.explain.ExplanationKeys.ID;
import static io.aerodb.command.explain.ExplanationKeys.INVARIANTS;
import static io.aerodb.command.explain.ExplanationKeys.KERNEL_ACTION;
import static io.aerodb.command.explain.ExplanationKeys.MEMBERS;
import static io.aerodb.command.explain.ExplanationKeys.NODE;
import static io.aerodb.command.explain.ExplanationKeys.NOW;
import static io.aerodb.command.explain.ExplanationKeys.OPERATOR;
import static io.aerodb.command.explain.ExplanationKeys.ORIGIN;
import static io.aerodb.command.explain.ExplanationKeys.OVERRIDABLE;
import static io.aerodb.command.explain.ExplanationKeys.PLANNED_AT;
import static io.aerodb.command.explain.ExplanationKeys.RECOVERY;
import static io.aerodb.command.explain.ExplanationKeys.REQUEST;
import static io.aerodb.command.explain.ExplanationKeys.REVERSIBILITY;
import static io.aerodb.command.explain.ExplanationKeys.SEQUENCE;
import static io.aerodb.command.explain.ExplanationKeys.SESSION;
import static io.aerodb.command.explain.ExplanationKeys.SETTLED;
import static io.aerodb.command.explain.ExplanationKeys.STATE;
import static io.aerodb.command.explain.ExplanationKeys.TEXT;
import static io.aerodb.command.explain.ExplanationKeys.THEN;
import static io.aerodb.command.explain.ExplanationKeys.THEN_UNKNOWN;
import static io.aerodb.command.explain.ExplanationKeys.UNREACHABLE;
import static io.aerodb.command.explain.ExplanationKeys.UNRESOLVED;
import static io.aerodb.command.explain.ExplanationKeys.VALID_UNTIL;
import static io.aerodb.command.explain.ExplanationKeys.WAL;
import static io.aerodb.command.explain.ExplanationKeys.WRITES_AT_RISK;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.json.Json;
import io.aerodb.command.KernelKeys;
import io.aerodb.command.error.SafeText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The text of an explanation: a pure function of its document, every foreign text escaped. */
final class ExplanationText {
  private final Json.Obj document;
  private final StringBuilder text = new StringBuilder();

  private ExplanationText(Json.Obj document) {
    this.document = document;
  }

  static String of(Json.Obj document) {
    var writer = new ExplanationText(document);
    writer.frame();
    writer.action();
    document.object(STATE).ifPresent(writer::state);
    writer.section("MEMBERS, NOW AND AFTERWARDS", MEMBERS, writer::member);
    writer.section("CHECKS OF THE KERNEL", CHECKS, writer::check);
    document.object(COST).ifPresent(writer::cost);
    writer.section("CONSEQUENCES", CONSEQUENCES,
        row -> writer.line("  - " + get(row, TEXT) + " (" + lower(get(row, REVERSIBILITY)) + ")"));
    writer.heading("INVARIANTS INVOLVED");
    writer.line("  " + String.join(", ", document.texts(INVARIANTS)));
    writer.line("  If it fails: " + get(document, FAILURE) + ".");
    writer.unresolved();
    writer.section("SET ASIDE WHEN THE AUDIT LOG WAS OPENED", RECOVERY,
        row -> writer.line("  " + get(row, ID) + ": " + get(row, TEXT)));
    return writer.text.toString();
  }

  private void frame() {
    field("", "CLUSTER", get(document, CLUSTER));
    field("", "Audit log", get(document, ORIGIN));
    field("", "Session", get(document, SESSION));
    field("", "Request", get(document, REQUEST));
    field("", "Operator", get(document, OPERATOR) + " (authority: " + get(document, AUTHORITY) + ")");
    document.text(PLANNED_AT).ifPresent(at -> field("", "Explained at", at));
    document.text(VALID_UNTIL).ifPresent(until -> field("", "Valid until", until));
  }

  private void action() {
    heading("ACTION");
    line("  " + get(document, ACTION));
    Json.Obj command = document.object(COMMAND).orElse(Json.Obj.EMPTY);
    field("  ", "Command", get(command, AuditEvent.COMMAND_NAME) + " (" + get(document, CLASS) + ")");
    command.object(AuditEvent.COMMAND_ARGUMENTS).orElse(Json.Obj.EMPTY).members()
        .forEach((name, value) -> field("  ", "  " + name, switch (value) {
          case Json.Str(String one) -> SafeText.escape(one);
          case Json other -> SafeText
              .escape(String.join(", ", command.object(AuditEvent.COMMAND_ARGUMENTS).orElseThrow().texts(name)));
        }));
    field("  ", "Kernel action", get(document, KERNEL_ACTION) + ", at most once");
    field("  ", "Confirmation", get(document, CONFIRMATION));
  }

  private void state(Json.Obj state) {
    heading("STATE IT WAS JUDGED IN");
    line("  " + get(state, KernelKeys.SUMMARY));
    field("  ", "Authority epoch", get(state, KernelKeys.EPOCH));
    field("  ", "Primary", state.text(KernelKeys.PRIMARY).map(SafeText::escape).orElse("none can be proved"));
    Optional<Json.Obj> last = state.object(KernelKeys.LAST_TRANSITION);
    field("  ", "Last transition",
        last.map(t -> get(t, KernelKeys.TRANSITION) + " of " + get(t, KernelKeys.TARGET) + " by request "
            + get(t, KernelKeys.REQUEST) + ", epoch "
            + get(t, KernelKeys.EPOCH_BEFORE) + " to " + get(t, KernelKeys.EPOCH_AFTER)
            + t.text(KernelKeys.POSITION).map(p -> ", at " + SafeText.escape(p)).orElse(""))
            .orElse("none"));
  }

  private void member(Json.Obj member) {
    String now = member.text(UNREACHABLE).map(evidence -> "unreachable: " + SafeText.escape(evidence))
        .orElseGet(() -> get(member, NOW)
            + member.text(WAL).map(wal -> ", WAL " + SafeText.escape(wal)).orElse(", WAL empty"));
    String then = member.text(THEN).map(SafeText::escape)
        .orElseGet(() -> "can't be told: " + get(member, THEN_UNKNOWN));
    line("  " + get(member, NODE));
    field("    ", "now", now);
    field("    ", "afterwards", then);
  }

  private void check(Json.Obj check) {
    line("  " + get(check, KernelKeys.VERDICT) + "  " + get(check, KernelKeys.INVARIANT) + "  "
        + get(check, KernelKeys.CODE));
    field("    ", "expected", get(check, KernelKeys.EXPECTED));
    field("    ", "observed", get(check, KernelKeys.OBSERVED));
    check.text(KernelKeys.MISSING_EVIDENCE).ifPresent(missing -> field("    ", "not seen", SafeText.escape(missing)));
    check.text(CONSEQUENCE).ifPresent(consequence -> {
      field("    ", "overridable", overridable(check));
      field("    ", "if untrue", SafeText.escape(consequence) + " (" + lower(get(check, REVERSIBILITY)) + ")");
      field("    ", "writes at risk", writesAtRisk(check.object(WRITES_AT_RISK).orElse(Json.Obj.EMPTY)));
    });
  }

  private static String writesAtRisk(Json.Obj risk) {
    return risk.text(KernelKeys.CANNOT_BE_TOLD).map(reason -> "cannot be told: " + SafeText.escape(reason))
        .or(() -> risk.text(KernelKeys.AFTER)
            .map(after -> "those after " + SafeText.escape(after) + " up to " + get(risk, KernelKeys.UP_TO)))
        .orElse("none");
  }

  private void cost(Json.Obj cost) {
    heading("DECLARED COST, AN UPPER BOUND FOR EACH MEMBER");
    for (Json.Obj member : rows(cost, KernelKeys.MEMBERS)) {
      List<String> locks = member.texts(KernelKeys.LOCKS);
      line("  " + get(member, KernelKeys.NODE) + ": at most " + get(member, KernelKeys.MAX_STATEMENTS) + " statements, "
          + get(member, KernelKeys.MAX_BYTES_READ)
          + " bytes read, " + get(member, KernelKeys.MAX_MILLIS) + " ms; locks: "
          + (locks.isEmpty() ? "none" : SafeText.escape(String.join(", ", locks))));
    }
  }

  private void unresolved() {
    section("UNRESOLVED REQUESTS", UNRESOLVED, row -> {
      line("  " + get(row, REQUEST) + " (record " + get(row, SEQUENCE) + ", dispatched " + get(row, DISPATCHED_AT)
          + " by "
          + get(row, OPERATOR) + ")");
      row.object(COMMAND).ifPresent(command -> field("    ", "command", SafeText.escape(command.canonical())));
      field("    ", "end in the trail", lower(get(row, END)));
      field("    ", "kernel's word", get(row, SETTLED));
    });
  }

  private void section(String title, String name, Consumer<Json.Obj> row) {
    List<Json.Obj> rows = rows(document, name);
    if (!rows.isEmpty()) {
      heading(title);
      rows.forEach(row);
    }
  }

  private static List<Json.Obj> rows(Json.Obj object, String name) {
    return object.get(name).orElse(null) instanceof Json.Arr(List<Json> items)
        ? items.stream().filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast).toList()
        : List.of();
  }

  private void heading(String title) {
    text.append('\n').append(title).append('\n');
  }

  private void field(String indent, String label, String value) {
    line(indent + label + " ".repeat(Math.max(1, 16 - label.length())) + value);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static String get(Json.Obj object, String name) {
    return switch (object.get(name).orElse(new Json.Str(""))) {
      case Json.Str(String value) -> SafeText.escape(value);
      case Json other -> other.canonical();
    };
  }

  private static String overridable(Json.Obj check) {
    if (!check.get(OVERRIDABLE).equals(Optional.of(new Json.Bool(true)))) {
      return "no";
    }
    return check.get(ADDED_BY).isPresent() ? "yes, the doubt is the trail's own" : "yes, says the kernel";
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
