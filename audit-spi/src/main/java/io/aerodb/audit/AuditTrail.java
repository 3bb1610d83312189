package io.aerodb.audit;

import java.util.List;
import java.util.Optional;

/**
 * Everything that can be read of an audit log. Reading changes nothing (AU-9), takes no lock that a writer waits for,
 * and ends at the last durable record.
 *
 * <p><b>Called</b> by a control plane before it proposes a control command, and by any host at any time, on any thread.
 * May block on I/O.
 *
 * <p><b>When it throws</b> {@link AuditUnreadableException} a control plane does not execute the command it was about
 * to explain.
 *
 * @since 0.1
 */
public interface AuditTrail extends AutoCloseable {
  /** The log's own name, chosen when it was made and the same for ever; 1 to 500 characters. No I/O. */
  String origin();

  /** The cluster the log is bound to: that of its first record; empty while there is none. */
  Optional<String> cluster();

  /** The records that a query wants, in sequence order, at most its limit. */
  List<AuditRecord> read(AuditQuery query);

  /** The record that claimed a request id, if one did. */
  Optional<AuditRecord> first(String requestId);

  /** What the trail says of control commands right now. */
  ControlStatus controlStatus();

  /** Reads every record again and says whether the log agrees with itself. Takes time in proportion to the log. */
  Verification verify();

  /** Releases what is held. A second call does nothing. */
  @Override
  void close();
}
