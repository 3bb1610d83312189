package io.aerodb.console.line;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line that was typed in an interactive session into words. Blanks separate, single or double quotes keep
 * together what stands between them, and every other character, a backslash and an exclamation mark too, is itself.
 */
public final class Tokenizer {
  private static final char NO_QUOTE = 0;

  private Tokenizer() {}

  /** The words of that line. */
  public static List<String> split(String line) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    boolean inWord = false;
    char quote = NO_QUOTE;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote == NO_QUOTE ? !isQuote(c) && !Character.isWhitespace(c) : c != quote) {
        word.append(c);
        inWord = true;
      } else if (isQuote(c)) {
        quote = quote == NO_QUOTE ? c : NO_QUOTE;
        inWord = true;
      } else if (inWord) {
        words.add(word.toString());
        word.setLength(0);
        inWord = false;
      }
    }
    if (quote != NO_QUOTE) {
      throw new UsageException("a quote " + quote + " is not closed");
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }

  private static boolean isQuote(char c) {
    return c == '\'' || c == '"';
  }
}
