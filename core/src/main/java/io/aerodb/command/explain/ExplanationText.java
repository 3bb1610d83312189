package io.aerodb.command.explain;

import io.aerodb.audit.json.Json;
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
    document.object("state").ifPresent(writer::state);
    writer.section("MEMBERS, NOW AND AFTERWARDS", "members", writer::member);
    writer.section("CHECKS OF THE KERNEL", "checks", writer::check);
    document.object("cost").ifPresent(writer::cost);
    writer.section("CONSEQUENCES", "consequences",
        row -> writer.line("  - " + get(row, "text") + " (" + lower(get(row, "reversibility")) + ")"));
    writer.heading("INVARIANTS INVOLVED");
    writer.line("  " + String.join(", ", document.texts("invariants")));
    writer.line("  If it fails: " + get(document, "failure") + ".");
    writer.unresolved();
    writer.section("SET ASIDE WHEN THE AUDIT LOG WAS OPENED", "recovery",
        row -> writer.line("  " + get(row, "id") + ": " + get(row, "text")));
    return writer.text.toString();
  }

  private void frame() {
    field("", "CLUSTER", get(document, "cluster"));
    field("", "Audit log", get(document, "origin"));
    field("", "Session", get(document, "session"));
    field("", "Request", get(document, "request"));
    field("", "Operator", get(document, "operator") + " (authority: " + get(document, "authority") + ")");
    document.text("plannedAt").ifPresent(at -> field("", "Explained at", at));
    document.text("validUntil").ifPresent(until -> field("", "Valid until", until));
  }

  private void action() {
    heading("ACTION");
    line("  " + get(document, "action"));
    Json.Obj command = document.object("command").orElse(Json.Obj.EMPTY);
    field("  ", "Command", get(command, "name") + " (" + get(document, "class") + ")");
    command.object("arguments").orElse(Json.Obj.EMPTY).members()
        .forEach((name, value) -> field("  ", "  " + name, switch (value) {
          case Json.Str(String one) -> SafeText.escape(one);
          case Json other -> SafeText.escape(String.join(", ", command.object("arguments").orElseThrow().texts(name)));
        }));
    field("  ", "Kernel action", get(document, "kernelAction") + ", at most once");
    field("  ", "Confirmation", get(document, "confirmation"));
  }

  private void state(Json.Obj state) {
    heading("STATE IT WAS JUDGED IN");
    line("  " + get(state, "summary"));
    field("  ", "Authority epoch", get(state, "epoch"));
    field("  ", "Primary", state.text("primary").map(SafeText::escape).orElse("none can be proved"));
    Optional<Json.Obj> last = state.object("lastTransition");
    field("  ", "Last transition",
        last.map(t -> get(t, "transition") + " of " + get(t, "target") + " by request " + get(t, "request") + ", epoch "
            + get(t, "epochBefore") + " to " + get(t, "epochAfter")
            + t.text("position").map(p -> ", at " + SafeText.escape(p)).orElse(""))
            .orElse("none"));
  }

  private void member(Json.Obj member) {
    String now = member.text("unreachable").map(evidence -> "unreachable: " + SafeText.escape(evidence))
        .orElseGet(() -> get(member, "now")
            + member.text("wal").map(wal -> ", WAL " + SafeText.escape(wal)).orElse(", WAL empty"));
    String then = member.text("then").map(SafeText::escape)
        .orElseGet(() -> "can't be told: " + get(member, "thenUnknown"));
    line("  " + get(member, "node"));
    field("    ", "now", now);
    field("    ", "afterwards", then);
  }

  private void check(Json.Obj check) {
    line("  " + get(check, "verdict") + "  " + get(check, "invariant") + "  " + get(check, "code"));
    field("    ", "expected", get(check, "expected"));
    field("    ", "observed", get(check, "observed"));
    check.text("missingEvidence").ifPresent(missing -> field("    ", "not seen", SafeText.escape(missing)));
    check.text("consequence").ifPresent(consequence -> {
      field("    ", "overridable", overridable(check));
      field("    ", "if untrue", SafeText.escape(consequence) + " (" + lower(get(check, "reversibility")) + ")");
      field("    ", "writes at risk", writesAtRisk(check.object("writesAtRisk").orElse(Json.Obj.EMPTY)));
    });
  }

  private static String writesAtRisk(Json.Obj risk) {
    return risk.text("cannotBeTold").map(reason -> "cannot be told: " + SafeText.escape(reason))
        .or(() -> risk.text("after")
            .map(after -> "those after " + SafeText.escape(after) + " up to " + get(risk, "upTo")))
        .orElse("none");
  }

  private void cost(Json.Obj cost) {
    heading("DECLARED COST, AN UPPER BOUND FOR EACH MEMBER");
    for (Json.Obj member : rows(cost, "members")) {
      List<String> locks = member.texts("locks");
      line("  " + get(member, "node") + ": at most " + get(member, "maxStatements") + " statements, "
          + get(member, "maxBytesRead")
          + " bytes read, " + get(member, "maxMillis") + " ms; locks: "
          + (locks.isEmpty() ? "none" : SafeText.escape(String.join(", ", locks))));
    }
  }

  private void unresolved() {
    section("UNRESOLVED REQUESTS", "unresolved", row -> {
      line("  " + get(row, "request") + " (record " + get(row, "sequence") + ", dispatched " + get(row, "dispatchedAt")
          + " by "
          + get(row, "operator") + ")");
      row.object("command").ifPresent(command -> field("    ", "command", SafeText.escape(command.canonical())));
      field("    ", "end in the trail", lower(get(row, "end")));
      field("    ", "kernel's word", get(row, "settled"));
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
    if (!check.get("overridable").equals(Optional.of(new Json.Bool(true)))) {
      return "no";
    }
    return check.get("addedBy").isPresent() ? "yes, the doubt is the trail's own" : "yes, says the kernel";
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
