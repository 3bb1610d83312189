package io.aerodb.sim;

import io.aerodb.kernel.HaltReason;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.ReplicationState;
import io.aerodb.kernel.ReplicationState.PrimaryActive;
import io.aerodb.kernel.ReplicationState.ReplicaActive;
import io.aerodb.kernel.ReplicationState.Uninitialized;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Works out how an event changes the members, or why it can't happen; it writes nothing. */
final class EventApplier {
  private static final int MAX_MEMBERS = 256;

  private final ClusterSnapshot snapshot;
  private final InstantSource time;
  private final Map<NodeId, NodeRecord> changed = new LinkedHashMap<>();

  EventApplier(ClusterSnapshot snapshot, InstantSource time) {
    this.snapshot = snapshot;
    this.time = time;
  }

  /**
   * The members that changed, in the order in which they have to be written: what others copied comes before the
   * copies.
   */
  Map<NodeId, NodeRecord> changed() {
    return changed;
  }

  /** Notes the members that change, or says why the event can't happen. */
  Optional<String> apply(ClusterEvent event) {
    if (event instanceof ClusterEvent.Join(NodeId node)) {
      return snapshot.has(node) || snapshot.nodes().size() >= MAX_MEMBERS
          ? Optional.of(node + " can't join: a cluster has at most " + MAX_MEMBERS + " members, each once")
          : change(NodeRecord.fresh(node, new Uninitialized(), 0));
    }
    return snapshot.has(event.node())
        ? apply(event, snapshot.node(event.node()))
        : Optional.of(event.node() + " is not a member of cluster " + snapshot.cluster());
  }

  private Optional<String> apply(ClusterEvent event, NodeRecord node) {
    return switch (event) {
      case ClusterEvent.Write write -> write(node, write.entries());
      case ClusterEvent.Lag lag -> lag(node, lag.entries());
      case ClusterEvent.Kill kill ->
          unless(node.process() == ProcessCondition.KILLED, node, node.process(ProcessCondition.KILLED));
      case ClusterEvent.Freeze freeze -> unless(!node.up(), node, node.process(ProcessCondition.FROZEN));
      case ClusterEvent.Isolate isolate -> unless(!node.up(), node, node.process(ProcessCondition.ISOLATED));
      case ClusterEvent.Return back -> unless(node.up(), node, returned(node));
      case ClusterEvent.CatchUp catchUp -> catchUp(node);
      case ClusterEvent.Halt halt -> unless(!node.up(), node, node.halts(halt.reason()));
      case ClusterEvent.Diverge diverge -> unless(!node.follows(), node,
          node.with(node.log()
              .with(node.wal().append("foreign-" + node.node() + "-" + node.wal().last(), diverge.entries()))));
      case ClusterEvent.StallVisibility stall -> unless(!node.follows(), node, node.with(node.log().stall()));
      case ClusterEvent.Disable disable -> unless(!node.follows(), node, node.becomes(new ReplicationState.Disabled()));
      case ClusterEvent.TakeSnapshot taken ->
          unless(!node.up() || node.wal().last() == 0, node, Snapshots.taken(node, time));
      case ClusterEvent.Checkpoint taken ->
          unless(!node.up() || node.wal().last() == 0, node, Snapshots.checkpointed(node, time));
      case ClusterEvent.Join join -> throw new IllegalStateException("a member can't join again");
    };
  }

  private Optional<String> write(NodeRecord primary, long entries) {
    boolean cutOff = primary.process() == ProcessCondition.ISOLATED;
    if (!(primary.replication() instanceof PrimaryActive) || !(primary.up() || cutOff)) {
      return impossible(primary);
    }
    NodeRecord wrote = wrote(primary, entries);
    change(wrote);
    if (!cutOff) {
      snapshot.nodes().values().stream().filter(NodeRecord::follows).forEach(node -> change(follow(node, wrote)));
    }
    return Optional.empty();
  }

  private Optional<String> lag(NodeRecord node, long entries) {
    Optional<NodeRecord> primary = snapshot.holder().filter(NodeRecord::answersAsWritable);
    if (!node.follows() || primary.isEmpty()) {
      return impossible(node);
    }
    NodeRecord wrote = wrote(primary.get(), entries);
    change(wrote);
    for (NodeRecord replica : snapshot.nodes().values()) {
      if (replica.node().equals(node.node())) {
        change(replica.with(replica.log().heldBack(replica.log().heldBack() + entries)));
      } else if (replica.follows()) {
        change(follow(replica, wrote));
      }
    }
    return Optional.empty();
  }

  /** Replication is by verbatim prefix: what does not fit halts the replica, and is never repaired here. */
  private static NodeRecord follow(NodeRecord replica, NodeRecord source) {
    if (!replica.wal().isPrefixOf(source.wal())) {
      return replica.halts(HaltReason.HISTORY_DIVERGENCE);
    }
    long reach = source.wal().last() - replica.log().heldBack();
    if (reach <= replica.wal().last()) {
      return replica;
    }
    return replica.wal().last() + 1 < source.log().firstRetained()
        ? replica.halts(HaltReason.WAL_GAP_DETECTED)
        : replica.with(replica.log().with(source.wal().upTo(reach)));
  }

  private Optional<String> catchUp(NodeRecord node) {
    Optional<NodeRecord> source = source();
    if (source.isEmpty() || !node.up() || source.get().node().equals(node.node())) {
      return impossible(node);
    }
    Wal whole = source.get().wal();
    if (node.replication() instanceof Uninitialized) {
      return change(
          node.becomes(new ReplicaActive()).with(node.log().caughtUp(whole, source.get().log().firstRetained())));
    }
    if (!node.follows()) {
      return impossible(node);
    }
    NodeRecord eager = follow(node.with(node.log().heldBack(0)), source.get());
    return change(eager.follows() ? eager.with(eager.log().caughtUp(eager.wal(), eager.log().firstRetained())) : eager);
  }

  /** Who has the cluster's history: the primary, or after a demotion the member that gave authority up. */
  private Optional<NodeRecord> source() {
    return snapshot.authority().holder().isPresent()
        ? snapshot.holder().filter(NodeRecord::answersAsWritable)
        : snapshot.authority().last().map(last -> snapshot.node(last.target())).filter(NodeRecord::follows);
  }

  private NodeRecord returned(NodeRecord node) {
    NodeRecord up = node.process(ProcessCondition.UP);
    boolean former =
        node.replication() instanceof PrimaryActive && !snapshot.authority().holder().equals(Optional.of(node.node()));
    return former ? up.halts(HaltReason.AUTHORITY_AMBIGUITY) : up;
  }

  private static NodeRecord wrote(NodeRecord primary, long entries) {
    return primary.with(primary.log().with(primary.wal().append(Long.toString(primary.term()), entries)));
  }

  private Optional<String> unless(boolean impossible, NodeRecord before, NodeRecord after) {
    return impossible ? impossible(before) : change(after);
  }

  private Optional<String> change(NodeRecord after) {
    changed.put(after.node(), after);
    return Optional.empty();
  }

  private static Optional<String> impossible(NodeRecord node) {
    return Optional.of(
        "this can't happen to " + node.node() + " now: its process is " + node.process() + " and its replication state "
            + States.name(node.replication()) + " at " + Wal.at(node.wal().last()));
  }
}
