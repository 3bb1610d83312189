package io.aerodb.kernel;

/**
 * A kernel could not say: it was not reached, did not answer within its bound, or what it answered could not be read.
 * It says nothing about what happened. Of any throwable only the class name reaches an error or a record, so the
 * message is for a host's own log.
 *
 * @since 0.1
 */
public class KernelUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public KernelUnavailableException(String message) {
    super(message);
  }

  public KernelUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
