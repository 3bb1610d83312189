package io.aerodb.console.print;

import io.aerodb.audit.json.Json;
import io.aerodb.command.session.Outcome;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Terminal;

/** Prints answers. What a person reads is escaped already or escaped here; an explanation passes unchanged. */
public final class Printer {
  private static final String BOLD = "\u001b[1m";
  private static final String GREEN = "\u001b[32m";
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;
  private final boolean colour;
  private final int width;

  /**
   * A printer.
   *
   * @param out where answers go
   * @param err where problems of usage go
   * @param terminal what both are shown on, if it is one
   * @param json whether outcomes are shown as JSON
   * @param colour whether colour is wanted, where the terminal has it
   */
  public Printer(PrintWriter out, PrintWriter err, Optional<Terminal> terminal, boolean json, boolean colour) {
    this.out = out;
    this.err = err;
    this.json = json;
    this.colour = colour && terminal.filter(known -> !known.getType().startsWith(Terminal.TYPE_DUMB)).isPresent();
    this.width = terminal.map(known -> known.getSize().getColumns()).orElse(0);
  }

  /** Whether outcomes are shown as JSON. */
  public boolean json() {
    return json;
  }

  /** Text that is safe already, as it is. */
  public void text(String safe) {
    out.print(safe);
    out.flush();
  }

  /** A problem with how the console was called, or what it could not reach; safe already. */
  public void problem(String safe) {
    err.print("aerodb: " + safe + "\n");
    err.flush();
  }

  /** One JSON document in a line of its own. */
  public void document(Json.Obj document) {
    text(document.canonical() + "\n");
  }

  /** Rows as a table, fitted to the screen. */
  public void table(List<? extends Map<String, String>> rows) {
    text(new TablePrinter(width, this::bold).table(rows).text());
  }

  /** What was explained of a request that was refused before anybody was asked. */
  public void explanation(Outcome<?> outcome) {
    if (!json && outcome instanceof Outcome.NotExecuted<?> not) {
      not.explanation().ifPresent(explanation -> text(explanation.text() + "\n"));
    }
  }

  /** What came of a request; its id as it was typed or made, if there was one. */
  public void outcome(Optional<String> request, Outcome<?> outcome) {
    if (json) {
      var members = Json.object().putText("request", request);
      outcome.json().members().forEach(members::put);
      document(members.build());
    } else {
      text(switch (outcome) {
        case Outcome.Executed<?> done -> executed(done);
        case Outcome.NotExecuted<?> not -> marked(RED, not.text());
        case Outcome.Unknown<?> unknown -> marked(RED, unknown.text());
      });
    }
  }

  private <R> String executed(Outcome.Executed<R> done) {
    return marked(GREEN, "EXECUTED: " + done.command().text() + "\n")
        + new TablePrinter(width, this::bold).object(done.command().answerJson(done.value())).text()
        + done.trail().text() + "\n";
  }

  private String bold(String safe) {
    return colour ? BOLD + safe + PLAIN : safe;
  }

  /** The first line in a colour. */
  private String marked(String mark, String safe) {
    int end = safe.indexOf('\n');
    return colour ? BOLD + mark + safe.substring(0, end) + PLAIN + safe.substring(end) : safe;
  }
}
