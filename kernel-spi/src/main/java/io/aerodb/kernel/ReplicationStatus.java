package io.aerodb.kernel;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Lag and health of every replica (CM-4.3). Rows are ordered by node id, never by lag: an order by lag would be a
 * ranking (P7-A3).
 *
 * @since 0.1
 */
@Value.Immutable
public sealed interface ReplicationStatus permits ImmutableReplicationStatus {
  ClusterId cluster();

  AuthorityEpoch epoch();

  Optional<NodeId> primary();

  /** Every member but {@link #primary()}; may be empty. */
  List<ReplicaStatus> replicas();

  @Value.Check
  default void check() {
    Checks.ordered("replicas", replicas(), r -> r.member().node());
    primary().ifPresent(
        node -> Checks.require(replicas().stream().noneMatch(r -> r.member().node().equals(node)), "replicas", node,
            "not hold the primary"));
  }

  static Builder builder() {
    return new Builder();
  }

  final class Builder extends ImmutableReplicationStatus.Builder {
    Builder() {}
  }
}
