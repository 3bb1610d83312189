package io.aerodb.console.command;

import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.AuditTrail;
import io.aerodb.audit.Stage;
import io.aerodb.audit.json.Json;
import io.aerodb.command.CommandInput;
import io.aerodb.command.RequestId;
import io.aerodb.command.error.SafeText;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Proposal;
import io.aerodb.command.session.RecordStatus;
import io.aerodb.command.session.Session;
import io.aerodb.console.line.ParsedLine;
import io.aerodb.console.print.Printer;
import io.aerodb.console.prompt.ConfirmationPrompt;
import io.aerodb.console.prompt.LinePrompter;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jline.terminal.Terminal;

/** Gives the ten commands to a session, lets a person confirm where that is needed, and shows each outcome. */
public final class OperatorCommands {
  private final Session session;
  private final AuditTrail trail;
  private final Optional<Terminal> terminal;
  private final RandomGenerator random;

  /**
   * The commands in one session.
   *
   * @param session which every line is given to
   * @param trail what that session writes
   * @param terminal where a person confirms; without one nothing can be confirmed
   * @param random where the bits of request ids come from
   */
  public OperatorCommands(Session session, AuditTrail trail, Optional<Terminal> terminal, RandomGenerator random) {
    this.session = session;
    this.trail = trail;
    this.terminal = terminal;
    this.random = random;
  }

  /** Gives one command line to the session. */
  public ExitCode submit(ParsedLine line, Printer printer) {
    String request = line.setting("request").orElseGet(() -> RequestId.mint(random).value());
    if (!printer.json()) {
      printer.text("Request " + SafeText.escape(request) + "\n");
    }
    return switch (session.submit(CommandInput.of(Optional.of(request), line.verb(), line.arguments()))) {
      case Outcome<?> done -> {
        printer.explanation(done);
        yield show(request, done, printer);
      }
      case Proposal<?> asked when terminal.isPresent() -> show(request,
          new ConfirmationPrompt(printer, new LinePrompter(terminal.get())).about(asked, session), printer);
      case Proposal<?> asked -> abandon(asked, printer);
    };
  }

  private static ExitCode show(String request, Outcome<?> outcome, Printer printer) {
    printer.outcome(Optional.of(request), outcome);
    return ExitCode.of(outcome);
  }

  /** Nobody is there to confirm it: it is explained, and over. */
  private ExitCode abandon(Proposal<?> asked, Printer printer) {
    session.close();
    String why = "standard input and standard output are not both a terminal, so nobody can confirm it";
    Optional<AuditRecord> end =
        trail.read(AuditQuery.builder().requestId(asked.request().value()).addStages(Stage.ABANDONED).build())
            .stream().findFirst();
    if (printer.json()) {
      var document = Json.object().put("outcome", "abandoned").put("proposal", asked.json())
          .put("request", asked.request().value())
          .put("why", why);
      end.ifPresent(record -> document.put("trail", new RecordStatus.Recorded(record.receipt()).json()));
      printer.document(document.build());
    } else {
      printer.text(asked.explanation().text() + "\nNOT EXECUTED: abandoned; " + why + ".\n"
          + end.map(record -> new RecordStatus.Recorded(record.receipt()).text()).orElse("NOT RECORDED.") + "\n");
    }
    return end.isPresent() ? ExitCode.REFUSED : ExitCode.TROUBLE;
  }
}
