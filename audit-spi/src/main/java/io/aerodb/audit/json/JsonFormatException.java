package io.aerodb.audit.json;

/**
 * A text is not JSON of the kind {@link Json} describes, or not the object that was expected. The message says where
 * and what is wrong.
 *
 * @since 0.1
 */
public final class JsonFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int MAX_QUOTED = 40;

  /** An exception that says this. */
  public JsonFormatException(String message) {
    super(message);
  }

  /** Foreign text in quotes, cut so that a message never carries more than a glimpse of it. */
  public static String quoted(String text) {
    if (text.length() <= MAX_QUOTED) {
      return "'" + text + "'";
    }
    int end = Character.isHighSurrogate(text.charAt(MAX_QUOTED - 2)) ? MAX_QUOTED - 2 : MAX_QUOTED - 1;
    return "'" + text.substring(0, end) + "…'";
  }
}
