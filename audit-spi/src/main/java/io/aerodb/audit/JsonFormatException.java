package io.aerodb.audit;

/**
 * A text is not JSON of the kind {@link Json} describes. The message says where and what is wrong.
 *
 * @since 0.1
 */
public final class JsonFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JsonFormatException(String message) {
    super(message);
  }
}
