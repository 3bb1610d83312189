package io.aerodb.console.prompt;

import java.io.IOError;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/**
 * Asks a person at a terminal for one line, and takes it as it is typed: no history, no expansion, no completion,
 * nothing trimmed. Pasted lines stay in one answer.
 */
public final class LinePrompter {
  /** What a line to be typed starts with; the question stands in the line before. */
  private static final String PROMPT = "> ";

  private final LineReader reader;

  /** A prompter at that terminal. */
  public LinePrompter(Terminal terminal) {
    this.reader = VerbatimReader.interruptible(VerbatimReader.builder(terminal, "aerodb-answer")
        .variable(LineReader.DISABLE_HISTORY, true).variable(LineReader.DISABLE_COMPLETION, true).build());
  }

  /** What was typed until Enter; empty after Ctrl-C, Ctrl-D and when the terminal is gone. */
  Optional<String> answer() {
    try {
      return Optional.of(reader.readLine(PROMPT));
    } catch (UserInterruptException | EndOfFileException | IOError e) {
      return Optional.empty();
    }
  }
}
