package io.aerodb.console;

import io.aerodb.command.error.SafeText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/**
 * An interactive session: many command lines, one session of one operator. Its history is that of the command lines,
 * lives in memory and ends with it; answers to a confirmation never get into it.
 */
final class Shell {
  private static final String HELP =
      "Verbs as in --help, each with its own --help; --request ID and --output FORM may stand before one;"
          + " exit or Ctrl-D ends the session.\n";
  private static final Set<String> FOR_ONE_LINE = Set.of("request", "output");

  private final Environment environment;
  private final CommandLineParser parser;
  private final ParsedLine opening;
  private final ConsoleSession session;
  private final LineReader reader;

  Shell(Environment environment, CommandLineParser parser, ParsedLine opening, ConsoleSession session) {
    this.environment = environment;
    this.parser = parser;
    this.opening = opening;
    this.session = session;
    Terminal terminal = environment.terminal().orElseThrow();
    this.reader = LineReaderBuilder.builder().terminal(terminal).appName("aerodb")
        .completer((reader, typed, names) -> complete(typed.wordIndex(), typed.words(), names)).parser(LinePrompter.verbatim()).option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        .option(LineReader.Option.DISABLE_HIGHLIGHTER, true).build();
    LinePrompter.interruptible(reader);
  }

  /** Reads command lines until the person has enough; ends with the code of the last one. */
  ExitCode run() {
    if (opening.setting("request").isPresent()) {
      throw new UsageException("--request names one request, so in an interactive session it stands before each verb");
    }
    ExitCode last = ExitCode.DONE;
    while (true) {
      Optional<String> typed = read();
      if (typed.isEmpty() || typed.get().strip().equals("exit")) {
        return last;
      }
      if (!typed.get().isBlank()) {
        last = run(typed.get());
      }
    }
  }

  private Optional<String> read() {
    String prompt = session.session().cluster() + "/" + SafeText.escape(session.session().operator().name()) + "> ";
    while (true) {
      try {
        return Optional.of(reader.readLine(prompt));
      } catch (UserInterruptException e) {
        // The line is thrown away, as in any shell.
      } catch (EndOfFileException e) {
        return Optional.empty();
      }
    }
  }

  private ExitCode run(String typed) {
    return CommandRun.guarded(new Printer(environment, opening), () -> {
      ParsedLine line = parser.parse(Tokenizer.split(typed));
      line.settings().keySet().stream().filter(name -> !FOR_ONE_LINE.contains(name)).findFirst().ifPresent(name -> {
        throw new UsageException("--" + name + " is that of the whole session");
      });
      var settings = new TreeMap<>(opening.settings());
      settings.putAll(line.settings());
      ParsedLine whole = new ParsedLine(settings, line.verb(), line.arguments(), line.help());
      return run(whole, new Printer(environment, whole));
    });
  }

  private ExitCode run(ParsedLine line, Printer printer) {
    if (line.help().isPresent() || line.verb().equals(Optional.of("help"))) {
      printer.text(line.help().orElse(HELP));
      return ExitCode.DONE;
    }
    Optional<ExitCode> read = CommandRun.reading(line, printer);
    return read.isPresent() ? read.get() : session.submit(line, printer);
  }

  private static void complete(int index, List<String> words, List<Candidate> candidates) {
    List<String> names = index == 0 ? Subcommand.all().stream().map(Subcommand::name).toList()
        : CommandLineParser.options(words.getFirst());
    names.forEach(name -> candidates.add(new Candidate(name)));
  }
}
