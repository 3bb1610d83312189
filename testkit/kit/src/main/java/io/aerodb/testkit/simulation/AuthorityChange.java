package io.aerodb.testkit.simulation;

import static java.util.Objects.requireNonNull;

import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Transition;

/**
 * One change of write authority that truly happened, as the cluster itself knows it.
 *
 * @param requestId the order that made it
 * @param transition what was done
 * @param target to which member
 * @since 0.1
 */
public record AuthorityChange(String requestId, Transition transition, NodeId target) {
  public AuthorityChange {
    requireNonNull(requestId, "requestId");
    requireNonNull(transition, "transition");
    requireNonNull(target, "target");
  }
}
