package io.aerodb.console;

import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.command.error.SafeText;
import io.aerodb.command.session.PlaneRefusedException;
import io.aerodb.console.command.ExitCode;
import io.aerodb.console.command.TrailCommands;
import io.aerodb.console.line.CommandLineParser;
import io.aerodb.console.line.ParsedLine;
import io.aerodb.console.line.UsageException;
import io.aerodb.console.print.Printer;
import io.aerodb.kernel.KernelUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs one call of the console, from its words to its exit code. */
final class CommandRun {
  private final Environment environment;
  private final CommandLineParser parser = new CommandLineParser(ExitCode.meanings());

  CommandRun(Environment environment) {
    this.environment = environment;
  }

  ExitCode run(List<String> args) {
    return guarded(environment.printer(new ParsedLine(Map.of(), Optional.empty(), Map.of(), Optional.empty())), () -> {
      ParsedLine line = parser.parse(args);
      Printer printer = environment.printer(line);
      if (line.help().isPresent()) {
        printer.text(line.help().get());
        return ExitCode.DONE;
      }
      return line.verb().isPresent() ? run(line, printer) : interactive(line);
    });
  }

  private ExitCode run(ParsedLine line, Printer printer) {
    Optional<ExitCode> read = TrailCommands.run(line, printer);
    return read.isPresent() ? read.get()
        : ConsoleSession.with(line, environment, session -> session.submit(line, printer));
  }

  private ExitCode interactive(ParsedLine line) {
    if (environment.terminal().isEmpty()) {
      throw new UsageException("a verb is missing, and an interactive session needs a terminal; see --help");
    }
    return ConsoleSession.with(line, environment, session -> new Shell(environment, parser, line, session).run());
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
      printer
          .problem("internal error, " + e.getClass().getName() + "; what was recorded before it stands in the trail");
      return ExitCode.BUG;
    }
  }
}
