package io.aerodb.audit;

import java.util.List;
import java.util.Optional;

/**
 * A log that takes records: append-only, durable before it acknowledges, in one total order without gaps, never purged.
 *
 * <p><b>Called</b> by control planes, from any number of threads at once; several planes of one cluster share one log.
 *
 * <p><b>Must</b> (AU-1, AU-2, AU-5, AU-7, AU-11, AU-13): write all events of an append or none, next to each other and
 * in order; judge the precondition in one step with that; answer {@link Appended.Durable} only when they survive
 * process kill and power loss; refuse events that break the grammar, of another cluster than the first one recorded, or
 * of an append whose events carry different times ({@link Appended.NotWritten}); keep every line as
 * {@link AuditEvent#line} made it; write nothing of its own accord. A caller that is interrupted while it waits still
 * gets the answer, and keeps its interrupt. After a failed write or force it takes nothing more.
 *
 * <p><b>When it throws</b> {@link AuditUncertainException} a control plane does not call the kernel, and says that the
 * record may be there.
 *
 * @since 0.1
 */
public interface AuditLog extends AuditTrail {
  /**
   * The one way to write.
   *
   * @param precondition what must hold
   * @param events what to record: at least one, all of one cluster and one time
   * @return what came of it, as a fact
   * @throws AuditUncertainException when nobody knows
   */
  Appended append(Precondition precondition, List<AuditEvent> events);

  /**
   * The cluster whose storage this log lives in; empty when it lives outside any. A plane that operates that cluster
   * refuses the log (AU-13).
   */
  Optional<String> residesIn();
}
