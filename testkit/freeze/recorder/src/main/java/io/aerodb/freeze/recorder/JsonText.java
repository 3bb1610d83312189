package io.aerodb.freeze.recorder;

import java.util.Collection;
import java.util.stream.Collectors;

/** As much JSON as a line needs. */
final class JsonText {
  private JsonText() {}

  static String array(Collection<String> values) {
    return values.stream().map(JsonText::string).collect(Collectors.joining(",", "[", "]"));
  }

  /** Everything but printable ASCII is escaped, and a lone surrogate becomes a question mark: not every reader takes one. */
  static String string(String value) {
    var text = new StringBuilder("\"");
    value.codePoints().map(c -> Character.getType(c) == Character.SURROGATE ? '?' : c).forEach(c -> {
      if (c == '"' || c == '\\') {
        text.append('\\').append((char) c);
      } else if (c >= ' ' && c <= '~') {
        text.append((char) c);
      } else {
        for (char unit : Character.toChars(c)) {
          text.append(String.format("\\u%04x", (int) unit));
        }
      }
    });
    return text.append('"').toString();
  }
}
