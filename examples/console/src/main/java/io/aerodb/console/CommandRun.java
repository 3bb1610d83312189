package io.aerodb.console;

import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.command.error.SafeText;
import io.aerodb.command.session.PlaneRefusedException;
import io.aerodb.kernel.KernelUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One call of the console, from its words to its exit code. */
final class CommandRun {
  private final Environment environment;
  private final CommandLineParser parser = new CommandLineParser();

  CommandRun(Environment environment) {
    this.environment = environment;
  }

  ExitCode run(List<String> args) {
    return guarded(new Printer(environment, new ParsedLine(Map.of(), Optional.empty(), Map.of(), Optional.empty())), () -> {
      ParsedLine line = parser.parse(args);
      Printer printer = new Printer(environment, line);
      if (line.help().isPresent()) {
        printer.text(line.help().get());
        return ExitCode.DONE;
      }
      return line.verb().isPresent() ? run(line, printer) : interactive(line);
    });
  }

  private ExitCode run(ParsedLine line, Printer printer) {
    Optional<ExitCode> read = reading(line, printer);
    return read.isPresent() ? read.get()
        : ConsoleSession.with(line, environment, session -> session.submit(line, printer));
  }

  private ExitCode interactive(ParsedLine line) {
    if (environment.terminal().isEmpty()) {
      throw new UsageException("a verb is missing, and an interactive session needs a terminal; see --help");
    }
    return ConsoleSession.with(line, environment, session -> new Shell(environment, parser, line, session).run());
  }

  /** The verbs that only read the trail. */
  static Optional<ExitCode> reading(ParsedLine line, Printer printer) {
    if (line.verb().equals(Optional.of(Subcommand.TRAIL.name()))) {
      return Optional.of(new TrailCommands(line, printer).trail());
    }
    return line.verb().equals(Optional.of(Subcommand.UNRESOLVED.name()))
        ? Optional.of(new TrailCommands(line, printer).unresolved())
        : Optional.empty();
  }

  /** Of a throwable that nobody expected only the class name is shown; its text may hold anything. */
  static ExitCode guarded(Printer printer, Supplier<ExitCode> work) {
    try {
      return work.get();
    } catch (UsageException e) {
      printer.problem(e.text());
      return ExitCode.INPUT;
    } catch (KernelUnavailableException | AuditUnreadableException e) {
      printer.problem(SafeText.escape(String.valueOf(e.getMessage())));
      return ExitCode.TROUBLE;
    } catch (PlaneRefusedException e) {
      printer.problem(e.error().text());
      return ExitCode.of(e.error());
    } catch (RuntimeException | Error e) {
      printer.problem("internal error, " + e.getClass().getName() + "; what was recorded before it stands in the trail");
      return ExitCode.BUG;
    }
  }
}
