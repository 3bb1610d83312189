package io.aerodb.console;

import java.util.List;
import java.util.Optional;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;

/**
 * Who sits at a terminal and answers. What is typed is taken as it is: no history, no expansion, no completion, nothing
 * trimmed. Pasted lines stay in one answer.
 */
final class LinePrompter {
  /** What a line to be typed starts with; the question stands in the line before. */
  static final String PROMPT = "> ";

  private final LineReader reader;

  LinePrompter(Terminal terminal) {
    this.reader = LineReaderBuilder.builder().terminal(terminal).appName("aerodb-answer").parser(verbatim())
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true).option(LineReader.Option.DISABLE_HIGHLIGHTER, true)
        .variable(LineReader.DISABLE_HISTORY, true).variable(LineReader.DISABLE_COMPLETION, true).build();
    interruptible(reader);
  }

  /** A parser that finds nothing unfinished, nothing to split and nothing to take back. */
  static DefaultParser verbatim() {
    return new DefaultParser().escapeChars(new char[0]).quoteChars(new char[0]);
  }

  /** On a terminal that can't move its cursor every key is text unless it is bound, and nobody could interrupt. */
  static void interruptible(LineReader reader) {
    KeyMap<Binding> dumb = reader.getKeyMaps().get(LineReader.DUMB);
    KeyMap<Binding> usual = reader.getKeyMaps().get(LineReader.EMACS);
    if (dumb != null && usual != null) {
      for (String key : List.of(KeyMap.ctrl('C'), KeyMap.ctrl('D'), KeyMap.ctrl('H'), KeyMap.del())) {
        dumb.bind(usual.getBound(key), key);
      }
    }
  }

  /** What was typed until Enter; empty after Ctrl-C, Ctrl-D and when the terminal is gone. */
  Optional<String> answer() {
    try {
      return Optional.of(reader.readLine(PROMPT));
    } catch (UserInterruptException | EndOfFileException e) {
      return Optional.empty();
    }
  }
}
