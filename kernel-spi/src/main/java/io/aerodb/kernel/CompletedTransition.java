package io.aerodb.kernel;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * One completed change of write authority: the answer to all three control commands, and what a kernel remembers
 * durably of the newest one.
 *
 * @since 0.1
 */
@Value.Immutable
public sealed interface CompletedTransition permits ImmutableCompletedTransition {
  ClusterId cluster();

  /** The request that caused it. */
  String requestId();

  Transition transition();

  /** The member that was named in the request, and no other. */
  NodeId target();

  AuthorityEpoch epochBefore();

  /** Never equal to {@link #epochBefore()}. */
  AuthorityEpoch epochAfter();

  /** Where the log stood when authority changed; for a demotion the final position of the member that gave it up. */
  Optional<WalPosition> position();

  @Value.Check
  default void check() {
    Checks.id("request id", requestId());
    Checks.require(!epochBefore().equals(epochAfter()), "epoch after", epochAfter(), "differ from the epoch before");
  }

  static Builder builder() {
    return new Builder();
  }

  final class Builder extends ImmutableCompletedTransition.Builder {
    Builder() {}
  }
}
