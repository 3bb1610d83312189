package io.aerodb.console;

import io.aerodb.audit.AuditLog;
import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.audit.journal.JournalOptions;
import io.aerodb.command.OperatorInput;
import io.aerodb.command.error.SafeText;
import io.aerodb.command.session.Admission;
import io.aerodb.command.session.ControlPlane;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Session;
import io.aerodb.console.command.ExitCode;
import io.aerodb.console.command.OperatorCommands;
import io.aerodb.console.line.ParsedLine;
import io.aerodb.console.line.UsageException;
import io.aerodb.console.print.Printer;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelProvider;
import java.nio.file.Path;
import java.util.function.Function;

/** The one session of a console process, with the kernel and the audit log that it keeps open. */
final class ConsoleSession {
  private final Session session;
  private final OperatorCommands commands;

  private ConsoleSession(Environment environment, AuditLog log, Session session) {
    this.session = session;
    this.commands = new OperatorCommands(session, log, environment.terminal(), environment.random());
  }

  /** Opens everything, does the work and closes everything; the work is not done when nobody is identified. */
  static ExitCode with(ParsedLine line, Environment environment, Function<ConsoleSession, ExitCode> work) {
    String address = line.require("kernel", "SCHEME:LOCATION, such as sim:DIR");
    Path audit = line.journal();
    try (Kernel kernel = open(address, environment); AuditLog log = openLog(audit, environment)) {
      ControlPlane plane = ControlPlane.on(kernel, log).clock(environment.clock(), environment.clockName())
          .random(environment.random()).open();
      return switch (plane.admit(new OperatorInput(line.setting("operator"), line.setting("authority")))) {
        case Admission.Denied(Outcome.NotExecuted<?> refusal) -> {
          environment.printer(line).outcome(line.setting("request"), refusal);
          yield ExitCode.of(refusal);
        }
        case Admission.Admitted(Session session) -> {
          try (session) {
            yield work.apply(new ConsoleSession(environment, log, session));
          }
        }
      };
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

  /** What a command line is asked for with: the cluster, and who types. */
  String prompt() {
    return session.cluster() + "/" + SafeText.escape(session.operator().name()) + "> ";
  }

  /** Gives one command line to the session. */
  ExitCode submit(ParsedLine line, Printer printer) {
    return commands.submit(line, printer);
  }
}
