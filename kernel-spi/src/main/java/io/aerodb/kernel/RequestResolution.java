package io.aerodb.kernel;

/**
 * A kernel's word on a request that was dispatched and whose outcome the audit trail does not know.
 *
 * @since 0.1
 */
public enum RequestResolution {
  /** The kernel has durable evidence that the request took effect. */
  EXECUTED,
  /** The kernel has durable evidence that it did not, and it never will. */
  NOT_EXECUTED,
  /** The evidence can't be read, or there is none. */
  CANNOT_TELL
}
