package io.aerodb.testkit.audit;

/**
 * The scenarios that the kit asks an {@link AuditLogFixture} to arrange for its log.
 *
 * @since 0.1
 */
public enum LogScenario {
  /** The log was closed and opened again on the same storage. */
  RESTARTED,
  /** Power was lost while nothing was being written, with all that was not forced; the log was opened again. */
  POWER_LOST,
  /**
   * Power was lost while an append was being written that nobody was told of: part of it, less than a record, is in the
   * storage. The log was opened again.
   */
  CUT_OFF,
  /**
   * A second instance is open for writing on the same storage beside the first, as another process would have it. A log
   * that keeps it out denies the scenario, with what it said.
   */
  SECOND_INSTANCE,
  /** The next append fails while it is written: part of it is in the storage. */
  WRITE_FAILS,
  /** The next append is written as a whole, and making it durable fails. */
  FORCE_FAILS,
  /** Somebody changed one character of the second record in the storage, and the log is still open. */
  TAMPERED
}
