package io.aerodb.console;

/**
 * The console was called in a way it can't be: no command was given to a session, nothing was recorded. The message is
 * safe for a terminal.
 */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
