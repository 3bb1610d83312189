package io.aerodb.console.line;

/**
 * Says that the console was called wrongly. No command was given to a session, nothing was recorded, and the message is
 * safe for a terminal.
 */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Of a problem that is told in one line, safe for a terminal. */
  public UsageException(String message) {
    super(message);
  }

  /** The problem. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
