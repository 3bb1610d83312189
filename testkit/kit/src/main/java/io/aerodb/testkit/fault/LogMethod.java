package io.aerodb.testkit.fault;

/**
 * The methods of an audit log that may block.
 *
 * @since 0.1
 */
public enum LogMethod {
  APPEND,
  READ,
  FIRST,
  CONTROL_STATUS,
  VERIFY
}
