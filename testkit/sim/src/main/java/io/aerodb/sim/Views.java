package io.aerodb.sim;

import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.Lag;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.NodeState;
import io.aerodb.kernel.PromotionState;
import io.aerodb.kernel.ReplicaStatus;
import io.aerodb.kernel.ReplicationStatus;
import java.util.Optional;

/**
 * The four inspections, each a function of one image. The primary is the member that holds write authority by the
 * kernel's durable record: it does not lose it by dying (P6-A3), and whether it answers stands beside it.
 */
final class Views {
  private Views() {}

  static ClusterState cluster(ClusterSnapshot image) {
    return ClusterState.builder().cluster(image.cluster()).epoch(image.authority().epoch())
        .primary(image.authority().holder())
        .addAllMembers(image.memberViews()).build();
  }

  static NodeState node(ClusterSnapshot image, NodeId node) {
    return NodeState.builder().cluster(image.cluster()).epoch(image.authority().epoch()).member(image.node(node).view())
        .build();
  }

  static ReplicationStatus replication(ClusterSnapshot image) {
    Optional<NodeId> primary = image.authority().holder();
    return ReplicationStatus.builder().cluster(image.cluster()).epoch(image.authority().epoch()).primary(primary)
        .addAllReplicas(image.nodes().values().stream().filter(node -> !primary.equals(Optional.of(node.node())))
            .map(node -> new ReplicaStatus(node.view(), lag(image, node))).toList())
        .build();
  }

  static PromotionState promotion(ClusterSnapshot image) {
    return PromotionState.builder().cluster(image.cluster()).epoch(image.authority().epoch())
        .phase(image.kernel().phase())
        .ongoing(image.kernel().ongoing().map(Ongoing::view)).lastTransition(image.authority().last()).build();
  }

  static String summary(ClusterSnapshot image) {
    AuthorityRecord authority = image.authority();
    String holder = image.holder().map(node -> node.node() + " holds write authority; " + (node.up()
        ? "it answers as " + States.name(node.replication()) + " at " + Wal.at(node.wal().last())
        : node.process().evidence(node.node())))
        .orElseGet(() -> "no member holds write authority; " + authority.last().orElseThrow().target()
            + " gave it up at " + Wal.at(authority.line().last()));
    long answering = image.nodes().values().stream().filter(NodeRecord::up).count();
    return "epoch " + authority.epoch() + ": " + holder + "; " + answering + " of " + image.nodes().size()
        + " members answer; the state machines"
        + " are in " + image.kernel().phase();
  }

  private static Lag lag(ClusterSnapshot image, NodeRecord replica) {
    if (!replica.up()) {
      return new Lag.Unknown(replica.process().evidence(replica.node()));
    }
    Optional<NodeRecord> holder = image.holder();
    if (holder.isEmpty()) {
      return new Lag.Unknown("no member holds write authority");
    }
    if (!holder.get().up()) {
      return new Lag.Unknown(holder.get().process().evidence(holder.get().node()));
    }
    long entries = Math.max(0, holder.get().wal().last() - replica.wal().last());
    return new Lag.Known(entries, entries * Wal.ENTRY_BYTES);
  }
}
