package io.aerodb.console;

import io.aerodb.console.command.ExitCode;
import io.aerodb.console.command.TrailCommands;
import io.aerodb.console.line.CommandLineParser;
import io.aerodb.console.line.ParsedLine;
import io.aerodb.console.line.Tokenizer;
import io.aerodb.console.line.UsageException;
import io.aerodb.console.print.Printer;
import io.aerodb.console.prompt.CommandPrompt;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** An interactive shell: reads many command lines and gives them to one session of one operator. */
final class Shell {
  private static final String HELP =
      "Verbs as in --help, each with its own --help; --request ID and --output FORM may stand before one;"
          + " exit or Ctrl-D ends the session.\n";
  private static final Set<String> FOR_ONE_LINE = Set.of("request", "output");

  private final Environment environment;
  private final CommandLineParser parser;
  private final ParsedLine opening;
  private final ConsoleSession session;
  private final CommandPrompt prompt;

  Shell(Environment environment, CommandLineParser parser, ParsedLine opening, ConsoleSession session) {
    this.environment = environment;
    this.parser = parser;
    this.opening = opening;
    this.session = session;
    this.prompt = new CommandPrompt(environment.terminal().orElseThrow(), CommandLineParser::completions);
  }

  /** Reads command lines until the person has enough; ends with the code of the last one. */
  ExitCode run() {
    if (opening.setting("request").isPresent()) {
      throw new UsageException("--request names one request, so in an interactive session it stands before each verb");
    }
    ExitCode last = ExitCode.DONE;
    while (true) {
      Optional<String> typed = prompt.next(session.prompt());
      if (typed.isEmpty() || typed.get().strip().equals("exit")) {
        return last;
      }
      if (!typed.get().isBlank()) {
        last = run(typed.get());
      }
    }
  }

  private ExitCode run(String typed) {
    return CommandRun.guarded(environment.printer(opening), () -> {
      ParsedLine line = parser.parse(Tokenizer.split(typed));
      line.settings().keySet().stream().filter(name -> !FOR_ONE_LINE.contains(name)).findFirst().ifPresent(name -> {
        throw new UsageException("--" + name + " is that of the whole session");
      });
      var settings = new TreeMap<>(opening.settings());
      settings.putAll(line.settings());
      ParsedLine whole = new ParsedLine(settings, line.verb(), line.arguments(), line.help());
      return run(whole, environment.printer(whole));
    });
  }

  private ExitCode run(ParsedLine line, Printer printer) {
    if (line.help().isPresent() || line.verb().equals(Optional.of("help"))) {
      printer.text(line.help().orElse(HELP));
      return ExitCode.DONE;
    }
    Optional<ExitCode> read = TrailCommands.run(line, printer);
    return read.isPresent() ? read.get() : session.submit(line, printer);
  }
}
