package io.aerodb.command.error;

/**
 * What is known of the kernel action that a request asked for.
 *
 * @since 0.1
 */
public enum Execution {
  /** It did not happen, and nothing under way will make it happen. */
  NOT_EXECUTED,
  /** The kernel said that it happened. */
  EXECUTED,
  /** Nobody knows. */
  UNKNOWN
}
