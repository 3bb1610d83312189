package io.aerodb.audit;

import java.util.List;

/**
 * What the trail says of control commands, from one consistent moment. A plane that is about to dispatch one names
 * {@link #lastControlDispatch()} as its precondition, so that nothing slips in between.
 *
 * @param lastControlDispatch sequence of the newest dispatch of a control command; 0 when there was none
 * @param unresolved ordered by the sequence of their dispatch
 * @param recovery notices that nobody has acknowledged yet, oldest first
 * @since 0.1
 */
public record ControlStatus(long lastControlDispatch, List<UnresolvedRequest> unresolved,
    List<RecoveryNotice> recovery) {
  public ControlStatus {
    unresolved = List.copyOf(unresolved);
    recovery = List.copyOf(recovery);
  }
}
