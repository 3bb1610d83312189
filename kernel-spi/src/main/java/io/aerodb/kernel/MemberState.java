package io.aerodb.kernel;

import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is known of one member in one view: its own answer, or the evidence that it could not be asked. Health is
 * exactly reachability, replication state, halt reason and last error code; there is no score. A last-known value never
 * stands in for an answer (ST-4).
 *
 * @since 0.1
 */
public sealed interface MemberState {
  /** The member. */
  NodeId node();

  /** The member answered. */
  @Value.Immutable
  sealed interface Reachable extends MemberState permits ImmutableReachable {
    @Override
    NodeId node();

    ReplicationState replication();

    /** The newest entry that this member holds durably; empty when its log is empty. Its own reading. */
    Optional<WalPosition> position();

    /** The stable code of the last error this member reported, 1 to 100 characters. */
    Optional<String> lastErrorCode();

    @Value.Check
    default void check() {
      lastErrorCode().ifPresent(code -> Checks.text("last error code", code, Checks.MAX_CODE));
    }

    static Builder builder() {
      return new Builder();
    }

    final class Builder extends ImmutableReachable.Builder {
      Builder() {}
    }
  }

  /**
   * The member did not answer. That is a complete fact.
   *
   * @param node the member
   * @param evidence what was tried and what came of it, 1 to 1,000 characters
   */
  record Unreachable(NodeId node, String evidence) implements MemberState {
    public Unreachable {
      Objects.requireNonNull(node, "node");
      Checks.text("evidence", evidence, Checks.MAX_TEXT);
    }
  }

  /** The state that the member itself answered; empty when it could not be asked. */
  default Optional<ReplicationState> answeredState() {
    return switch (this) {
      case Reachable answered -> Optional.of(answered.replication());
      case Unreachable silent -> Optional.empty();
    };
  }
}
