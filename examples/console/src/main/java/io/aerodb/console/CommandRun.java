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
  private final Grammar grammar = new Grammar();

  CommandRun(Environment environment) {
    this.environment = environment;
  }

  ExitCode run(List<String> args) {
    return guarded(new Screen(environment, new Line(Map.of(), Optional.empty(), Map.of(), Optional.empty())), () -> {
      Line line = grammar.parse(args);
      Screen screen = new Screen(environment, line);
      if (line.help().isPresent()) {
        screen.text(line.help().get());
        return ExitCode.DONE;
      }
      return line.verb().isPresent() ? run(line, screen) : interactive(line);
    });
  }

  private ExitCode run(Line line, Screen screen) {
    Optional<ExitCode> read = reading(line, screen);
    return read.isPresent() ? read.get()
        : Workplace.with(line, environment, workplace -> workplace.submit(line, screen));
  }

  private ExitCode interactive(Line line) {
    if (environment.terminal().isEmpty()) {
      throw new UsageException("a verb is missing, and an interactive session needs a terminal; see --help");
    }
    return Workplace.with(line, environment, workplace -> new Shell(environment, grammar, line, workplace).run());
  }

  /** The verbs that only read the trail. */
  static Optional<ExitCode> reading(Line line, Screen screen) {
    if (line.verb().equals(Optional.of(Verb.TRAIL.name()))) {
      return Optional.of(new TrailReading(line, screen).trail());
    }
    return line.verb().equals(Optional.of(Verb.UNRESOLVED.name()))
        ? Optional.of(new TrailReading(line, screen).unresolved())
        : Optional.empty();
  }

  /** Of a throwable that nobody expected only the class name is shown; its text may hold anything. */
  static ExitCode guarded(Screen screen, Supplier<ExitCode> work) {
    try {
      return work.get();
    } catch (UsageException e) {
      screen.problem(e.text());
      return ExitCode.INPUT;
    } catch (KernelUnavailableException | AuditUnreadableException e) {
      screen.problem(SafeText.escape(String.valueOf(e.getMessage())));
      return ExitCode.TROUBLE;
    } catch (PlaneRefusedException e) {
      screen.problem(e.error().text());
      return ExitCode.of(e.error());
    } catch (RuntimeException | Error e) {
      screen.problem("internal error, " + e.getClass().getName() + "; what was recorded before it stands in the trail");
      return ExitCode.BUG;
    }
  }
}
