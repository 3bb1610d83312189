package io.aerodb.console.prompt;

import java.util.List;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;

/** Makes line readers that hand over what is typed as it is: no expansion, no quotes, nothing trimmed. */
final class VerbatimReader {
  private VerbatimReader() {}

  /** A builder whose parser finds nothing unfinished, nothing to split and nothing to take back. */
  static LineReaderBuilder builder(Terminal terminal, String name) {
    return LineReaderBuilder.builder().terminal(terminal).appName(name)
        .parser(new DefaultParser().escapeChars(new char[0]).quoteChars(new char[0]))
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true).option(LineReader.Option.DISABLE_HIGHLIGHTER, true);
  }

  /** On a terminal that can't move its cursor every key is text unless it is bound, and nobody could interrupt. */
  static LineReader interruptible(LineReader reader) {
    KeyMap<Binding> dumb = reader.getKeyMaps().get(LineReader.DUMB);
    KeyMap<Binding> usual = reader.getKeyMaps().get(LineReader.EMACS);
    if (dumb != null && usual != null) {
      for (String key : List.of(KeyMap.ctrl('C'), KeyMap.ctrl('D'), KeyMap.ctrl('H'), KeyMap.del())) {
        dumb.bind(usual.getBound(key), key);
      }
    }
    return reader;
  }
}
