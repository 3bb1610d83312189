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
 * Builds the four inspection views, each from one snapshot. The primary is the member that holds write authority by the
 * kernel's durable record: it does not lose it by dying (P6-A3), and whether it answers stands beside it.
 */
final class Views {
  private Views() {}

  static ClusterState cluster(ClusterSnapshot snapshot) {
    return ClusterState.builder().cluster(snapshot.cluster()).epoch(snapshot.authority().epoch())
        .primary(snapshot.authority().holder())
        .addAllMembers(snapshot.memberViews()).build();
  }

  static NodeState node(ClusterSnapshot snapshot, NodeId node) {
    return NodeState.builder().cluster(snapshot.cluster()).epoch(snapshot.authority().epoch())
        .member(snapshot.node(node).view())
        .build();
  }

  static ReplicationStatus replication(ClusterSnapshot snapshot) {
    Optional<NodeId> primary = snapshot.authority().holder();
    return ReplicationStatus.builder().cluster(snapshot.cluster()).epoch(snapshot.authority().epoch()).primary(primary)
        .addAllReplicas(snapshot.nodes().values().stream().filter(node -> !primary.equals(Optional.of(node.node())))
            .map(node -> new ReplicaStatus(node.view(), lag(snapshot, node))).toList())
        .build();
  }

  static PromotionState promotion(ClusterSnapshot snapshot) {
    return PromotionState.builder().cluster(snapshot.cluster()).epoch(snapshot.authority().epoch())
        .phase(snapshot.kernel().phase())
        .ongoing(snapshot.kernel().ongoing().map(Ongoing::view)).lastTransition(snapshot.authority().last()).build();
  }

  static String summary(ClusterSnapshot snapshot) {
    AuthorityRecord authority = snapshot.authority();
    String holder = snapshot.holder().map(node -> node.node() + " holds write authority; " + (node.up()
        ? "it answers as " + States.name(node.replication()) + " at " + Wal.at(node.wal().last())
        : node.process().evidence(node.node())))
        .orElseGet(() -> "no member holds write authority; " + authority.last().orElseThrow().target()
            + " gave it up at " + Wal.at(authority.line().last()));
    long answering = snapshot.nodes().values().stream().filter(NodeRecord::up).count();
    return "epoch " + authority.epoch() + ": " + holder + "; " + answering + " of " + snapshot.nodes().size()
        + " members answer; the state machines"
        + " are in " + snapshot.kernel().phase();
  }

  private static Lag lag(ClusterSnapshot snapshot, NodeRecord replica) {
    if (!replica.up()) {
      return new Lag.Unknown(replica.process().evidence(replica.node()));
    }
    Optional<NodeRecord> holder = snapshot.holder();
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
