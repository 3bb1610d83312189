package io.aerodb.console.prompt;

import java.io.IOError;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/**
 * Asks a person for command lines, with completion and with a history that lives in memory. Answers to a confirmation
 * never get into that history.
 */
public final class CommandPrompt {
  private final LineReader reader;

  /**
   * A prompt with an empty history.
   *
   * @param terminal where it stands
   * @param names what may be typed behind a verb, or as the verb while there is none
   */
  public CommandPrompt(Terminal terminal, Function<Optional<String>, List<String>> names) {
    this.reader = VerbatimReader.interruptible(VerbatimReader.builder(terminal, "aerodb")
        .completer((any, typed, candidates) -> names
            .apply(typed.words().stream().limit(typed.wordIndex()).findFirst())
            .forEach(name -> candidates.add(new Candidate(name))))
        .build());
  }

  /** The next line that was typed; empty after Ctrl-D and when the terminal is gone. */
  public Optional<String> next(String prompt) {
    while (true) {
      try {
        return Optional.of(reader.readLine(prompt));
      } catch (UserInterruptException e) {
        // The line is thrown away, as in any shell.
      } catch (EndOfFileException | IOError e) {
        return Optional.empty();
      }
    }
  }
}
