package io.aerodb.sim;

import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.HaltReason;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.ReplicationState.PrimaryActive;
import io.aerodb.kernel.ReplicationState.ReplicaActive;
import io.aerodb.kernel.RoleAfter;
import io.aerodb.kernel.Transition;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Computes what a transition makes of the cluster. Pure functions, so that what is announced and what is done can't
 * differ.
 */
final class Succession {
  private Succession() {}

  /** The authority once the target has taken over, or has given up. */
  static AuthorityRecord authority(ClusterSnapshot snapshot, Ongoing order) {
    AuthorityRecord before = snapshot.authority();
    Wal line = snapshot.node(order.target()).wal();
    Optional<NodeId> holder =
        order.transition() == Transition.DEMOTION ? Optional.empty() : Optional.of(order.target());
    AuthorityRecord bare =
        new AuthorityRecord(before.cluster(), before.number() + 1, holder, line, passedOver(snapshot, order),
            before.last());
    CompletedTransition last = CompletedTransition.builder().cluster(before.cluster()).requestId(order.requestId())
        .transition(order.transition()).target(order.target()).epochBefore(before.epoch()).epochAfter(bare.epoch())
        .position(Wal.position(line.last())).build();
    return new AuthorityRecord(bare.cluster(), bare.number(), holder, line, bare.passedOver(), Optional.of(last));
  }

  /** All members once the marker is there. Applying it again changes nothing. */
  static SortedMap<NodeId, NodeRecord> nodes(ClusterSnapshot snapshot, Marker marker) {
    SortedMap<NodeId, NodeRecord> after = new TreeMap<>();
    snapshot.nodes().forEach(
        (id, node) -> after.put(id, id.equals(marker.ongoing().target()) ? target(node, marker) : other(node, marker)));
    return after;
  }

  /** What each member will be. Of one that does not answer nobody can tell. */
  static SortedMap<NodeId, RoleAfter> roles(ClusterSnapshot snapshot, Ongoing order) {
    Marker marker = new Marker(order, authority(snapshot, order));
    SortedMap<NodeId, RoleAfter> roles = new TreeMap<>();
    nodes(snapshot, marker).forEach((id, node) -> roles.put(id, role(node, marker.after())));
    return roles;
  }

  private static NodeRecord target(NodeRecord node, Marker marker) {
    return marker.ongoing().transition() == Transition.DEMOTION ? node.becomes(new ReplicaActive())
        : node.leads(marker.after().number());
  }

  private static NodeRecord other(NodeRecord node, Marker marker) {
    boolean forked = node.follows() && !node.wal().isPrefixOf(marker.after().line());
    return forked && marker.after().holder().isPresent() ? node.halts(HaltReason.HISTORY_DIVERGENCE) : node;
  }

  private static RoleAfter role(NodeRecord node, AuthorityRecord after) {
    if (node.up()) {
      return new RoleAfter.Becomes(node.replication());
    }
    boolean former = node.replication() instanceof PrimaryActive && !after.holder().equals(Optional.of(node.node()));
    return new RoleAfter.CannotBeTold(node.process().evidence(node.node())
        + (former ? "; when it answers again it is halted, because authority has moved on" : ""));
  }

  private static SortedSet<NodeId> passedOver(ClusterSnapshot snapshot, Ongoing order) {
    SortedSet<NodeId> passed = new TreeSet<>(snapshot.authority().passedOver());
    snapshot.holder().filter(holder -> !holder.process().readable()).map(NodeRecord::node).ifPresent(passed::add);
    passed.remove(order.target());
    return passed;
  }
}
