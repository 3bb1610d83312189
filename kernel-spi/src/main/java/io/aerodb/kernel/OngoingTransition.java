package io.aerodb.kernel;

import static java.util.Objects.requireNonNull;

/**
 * A transition that has begun and not ended.
 *
 * @param requestId the request that began it
 * @param transition which
 * @param target the member that was named
 * @since 0.1
 */
public record OngoingTransition(String requestId, Transition transition, NodeId target) {
  public OngoingTransition {
    Checks.id("request id", requestId);
    requireNonNull(transition, "transition");
    requireNonNull(target, "target");
  }
}
