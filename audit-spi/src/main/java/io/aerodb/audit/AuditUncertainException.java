package io.aerodb.audit;

/**
 * A log can't say whether what it was handed is recorded. It may be found in the log later, or not.
 *
 * @since 0.1
 */
public final class AuditUncertainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AuditUncertainException(String message, Throwable cause) {
    super(message, cause);
  }
}
