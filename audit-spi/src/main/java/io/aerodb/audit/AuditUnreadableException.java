package io.aerodb.audit;

/**
 * A log can't be read, or can't be opened. The message says which log, where in it, and what was found.
 *
 * @since 0.1
 */
public final class AuditUnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AuditUnreadableException(String message) {
    super(message);
  }

  public AuditUnreadableException(String message, Throwable cause) {
    super(message, cause);
  }
}
