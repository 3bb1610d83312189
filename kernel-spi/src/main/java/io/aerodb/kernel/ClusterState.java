package io.aerodb.kernel;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Topology and roles of all members from one consistent reading: cluster, epoch, roles and membership were equal before
 * and after it (ST-3). Several members that answer as primary are a fact and are shown as such.
 *
 * @since 0.1
 */
@Value.Immutable
public sealed interface ClusterState permits ImmutableClusterState {
  ClusterId cluster();

  AuthorityEpoch epoch();

  /** The member that holds write authority under {@link #epoch()}, if the kernel can prove that one does. */
  Optional<NodeId> primary();

  /** Every member, each with its state or the evidence that it could not be read; ordered by node id. */
  List<MemberState> members();

  @Value.Check
  default void check() {
    Members.check(members(), primary());
  }

  static Builder builder() {
    return new Builder();
  }

  final class Builder extends ImmutableClusterState.Builder {
    Builder() {}
  }
}
