package io.aerodb.testkit.audit;

import io.aerodb.audit.AuditLog;
import io.aerodb.testkit.Arrangement;
import java.io.IOException;

/**
 * A fresh audit log for one test of the kit, with the means to arrange what has to happen to it. Called by
 * {@link AuditLogKit} alone, on the thread of the test.
 *
 * @since 0.1
 */
public interface AuditLogFixture extends AutoCloseable {
  /** The log under test: open, empty, bound to no cluster. The same object each time. */
  AuditLog log();

  /**
   * Brings a scenario about, or says why it can't. A switch without a default makes sure that none is forgotten.
   *
   * @param scenario which
   * @return the log to go on with: the one that was opened again, the second instance, or the same one; only
   *     {@link LogScenario#SECOND_INSTANCE} may be denied
   */
  Arrangement<AuditLog> arrange(LogScenario scenario);

  /** Closes every log that was handed out and removes the storage. */
  @Override
  void close() throws IOException;
}
