package io.aerodb.testkit.fault;

/**
 * The moment within a call at which a fault strikes.
 *
 * @since 0.1
 */
public enum Point {
  /** Nothing of the call has happened yet. */
  BEFORE_CALL,
  /** Half of the bytes are written. Writes to a disk pass it, and nothing else does. */
  HALFWAY,
  /** All of the call has happened, and the caller does not know yet. */
  AFTER_EFFECT
}
