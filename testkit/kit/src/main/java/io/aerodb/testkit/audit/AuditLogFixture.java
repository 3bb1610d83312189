package io.aerodb.testkit.audit;

import io.aerodb.audit.AuditLog;
import java.io.IOException;

/**
 * One fresh log in the hands of one test, and the few things that have to happen to it. Called by {@link AuditLogKit}
 * alone, on the thread of the test.
 *
 * @since 0.1
 */
public interface AuditLogFixture extends AutoCloseable {
  /** The log under test: open, empty, bound to no cluster. The same object each time. */
  AuditLog log();

  /**
   * Brings the log into a condition, or says why it can't. A switch without a default makes sure that none is
   * forgotten.
   *
   * @param condition which
   */
  Prepared prepare(LogCondition condition);

  /** Closes every log that was handed out and removes the storage. */
  @Override
  void close() throws IOException;
}
