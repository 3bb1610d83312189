package io.aerodb.command.error;

import java.util.Locale;

/**
 * Text that can't change what a terminal shows. Kernel text is kept verbatim in values and records and is escaped only
 * where it is rendered; what an operator typed is quoted and shortened where an error repeats it.
 *
 * @since 0.1
 */
public final class SafeText {
  /** Characters of an operator's input that an error repeats. */
  static final int QUOTED = 80;

  private SafeText() {}

  /** Whether text may not hold this code point: categories Cc, Cf, Zl, Zp and Cs. */
  public static boolean isForbidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE -> true;
      default -> false;
    };
  }

  /**
   * The text with each forbidden code point as a backslash, a {@code u} and its hexadecimal number in braces; each
   * backslash is doubled.
   */
  public static String escape(String text) {
    var safe = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      if (isForbidden(c)) {
        safe.append("\\u{").append(Integer.toHexString(c).toUpperCase(Locale.ROOT)).append('}');
      } else if (c == '\\') {
        safe.append("\\\\");
      } else {
        safe.appendCodePoint(c);
      }
    });
    return safe.toString();
  }

  /** The text escaped and in quotes; past 80 code points cut, with its length in characters behind. */
  public static String quote(String text) {
    int points = text.codePointCount(0, text.length());
    if (points <= QUOTED) {
      return "'" + escape(text) + "'";
    }
    return "'" + escape(text.substring(0, text.offsetByCodePoints(0, QUOTED))) + "…' (" + text.length()
        + " characters)";
  }
}
