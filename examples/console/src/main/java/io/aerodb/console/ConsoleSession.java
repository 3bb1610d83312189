package io.aerodb.console;

import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Stage;
import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.audit.journal.JournalOptions;
import io.aerodb.audit.json.Json;
import io.aerodb.command.CommandInput;
import io.aerodb.command.OperatorInput;
import io.aerodb.command.RequestId;
import io.aerodb.command.error.SafeText;
import io.aerodb.command.session.Admission;
import io.aerodb.command.session.ControlPlane;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Proposal;
import io.aerodb.command.session.RecordStatus;
import io.aerodb.command.session.Session;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelProvider;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** An open kernel, its log, and the one session in which every command line of this process is given. */
final class ConsoleSession implements AutoCloseable {
  private final Environment environment;
  private final AuditLog log;
  private final Session session;

  private ConsoleSession(Environment environment, AuditLog log, Session session) {
    this.environment = environment;
    this.log = log;
    this.session = session;
  }

  /** What is done with a session. */
  interface Work {
    ExitCode in(ConsoleSession session);
  }

  /** Opens everything, does the work and closes everything; the work is not done when nobody is identified. */
  static ExitCode with(ParsedLine line, Environment environment, Work work) {
    String address = line.require("kernel", "SCHEME:LOCATION, such as sim:DIR");
    Path audit = journal(line);
    try (Kernel kernel = open(address, environment); AuditLog log = openLog(audit, environment)) {
      ControlPlane plane = ControlPlane.on(kernel, log).clock(environment.clock(), environment.clockName())
          .random(environment.random()).open();
      return switch (plane.admit(new OperatorInput(line.setting("operator"), line.setting("authority")))) {
        case Admission.Denied(Outcome.NotExecuted<?> refusal) -> {
          new Printer(environment, line).outcome(line.setting("request"), refusal);
          yield ExitCode.of(refusal);
        }
        case Admission.Admitted(Session session) -> {
          try (ConsoleSession open = new ConsoleSession(environment, log, session)) {
            yield work.in(open);
          }
        }
      };
    }
  }

  static Path journal(ParsedLine line) {
    String given = line.require("audit", "the directory of the audit journal");
    try {
      return Path.of(given);
    } catch (InvalidPathException e) {
      throw new UsageException("--audit takes a directory, not " + SafeText.quote(given));
    }
  }

  private static AuditLog openLog(Path directory, Environment environment) {
    return FileAuditLog.open(directory, JournalOptions.builder().random(environment.random()).build());
  }

  private static Kernel open(String address, Environment environment) {
    String schemes = String.join(", ", environment.kernels().stream().map(KernelProvider::scheme).sorted().toList());
    int colon = address.indexOf(':');
    if (colon < 1) {
      throw new UsageException(
          "--kernel takes SCHEME:LOCATION, not " + SafeText.quote(address) + "; schemes there are: " + schemes);
    }
    KernelProvider provider =
        environment.kernels().stream().filter(p -> p.scheme().equals(address.substring(0, colon))).findFirst()
            .orElseThrow(() -> new UsageException(
                "nothing here opens " + SafeText.quote(address) + "; schemes there are: " + schemes));
    try {
      return provider.open(address.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--kernel: " + SafeText.escape(String.valueOf(e.getMessage())));
    }
  }

  Session session() {
    return session;
  }

  /** Gives one command line to the session. */
  ExitCode submit(ParsedLine line, Printer printer) {
    String request = line.setting("request").orElseGet(() -> RequestId.mint(environment.random()).value());
    if (!printer.json()) {
      printer.text("Request " + SafeText.escape(request) + "\n");
    }
    return switch (session.submit(CommandInput.of(Optional.of(request), line.verb(), line.arguments()))) {
      case Outcome<?> done -> {
        printer.explanation(done);
        yield show(request, done, printer);
      }
      case Proposal<?> asked when environment.terminal().isPresent() ->
          show(request, new ConfirmationPrompt(printer, new LinePrompter(environment.terminal().get())).about(asked, session),
              printer);
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
        log.read(AuditQuery.builder().requestId(asked.request().value()).addStages(Stage.ABANDONED).build())
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

  @Override
  public void close() {
    session.close();
  }
}
