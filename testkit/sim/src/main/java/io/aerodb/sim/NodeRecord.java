package io.aerodb.sim;

import io.aerodb.kernel.HaltReason;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.ReplicationState;
import io.aerodb.kernel.ReplicationState.PrimaryActive;
import io.aerodb.kernel.ReplicationState.ReplicaActive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The durable state of one member.
 *
 * @param node its name
 * @param process how its process is
 * @param replication the state it is in, also when nobody can ask it
 * @param term number of the epoch under which it last became primary; 0 when it never did
 * @param lastError code of the last error it reported
 * @param log its write-ahead log
 * @param snapshots oldest first
 */
record NodeRecord(NodeId node, ProcessCondition process, ReplicationState replication, long term,
    Optional<String> lastError, NodeLog log,
    List<SnapshotRecord> snapshots) {
  NodeRecord {
    snapshots = List.copyOf(snapshots);
  }

  static NodeRecord fresh(NodeId node, ReplicationState replication, long term) {
    return new NodeRecord(node, ProcessCondition.UP, replication, term, Optional.empty(), NodeLog.EMPTY, List.of());
  }

  boolean up() {
    return process == ProcessCondition.UP;
  }

  /** Whether it answers, and answers that it accepts writes. */
  boolean answersAsWritable() {
    return up() && replication instanceof PrimaryActive;
  }

  boolean follows() {
    return up() && replication instanceof ReplicaActive;
  }

  Wal wal() {
    return log.wal();
  }

  NodeRecord process(ProcessCondition condition) {
    return new NodeRecord(node, condition, replication, term, lastError, log, snapshots);
  }

  NodeRecord becomes(ReplicationState state) {
    return new NodeRecord(node, process, state, term, lastError, log, snapshots);
  }

  NodeRecord leads(long epoch) {
    return new NodeRecord(node, process, new PrimaryActive(), epoch, lastError, log.heldBack(0), snapshots);
  }

  NodeRecord halts(HaltReason reason) {
    return new NodeRecord(node, process, new ReplicationState.ReplicationHalted(reason), term,
        Optional.of(States.errorCode(reason)), log,
        snapshots);
  }

  NodeRecord with(NodeLog changed) {
    return new NodeRecord(node, process, replication, term, lastError, changed, snapshots);
  }

  NodeRecord keeps(SnapshotRecord snapshot) {
    List<SnapshotRecord> more = new ArrayList<>(snapshots);
    more.add(snapshot);
    return new NodeRecord(node, process, replication, term, lastError, log, more);
  }

  /** What a view says of this member: its answer, or why there is none. Never what it last answered (ST-4). */
  MemberState view() {
    return up()
        ? MemberState.Reachable.builder().node(node).replication(replication).position(Wal.position(wal().last()))
            .lastErrorCode(lastError).build()
        : new MemberState.Unreachable(node, process.evidence(node));
  }

  static NodeRecord read(Fields fields) {
    List<SnapshotRecord> snapshots = new ArrayList<>();
    for (int i = 0; i < fields.number("snapshots"); i++) {
      snapshots.add(SnapshotRecord.read(fields.part("snapshot-" + i + ".")));
    }
    return new NodeRecord(new NodeId(fields.text("node")), ProcessCondition.valueOf(fields.text("process")),
        States.parse(fields.text("replication")), fields.number("term"), fields.optional("last-error"),
        NodeLog.read(fields.part("log.")),
        snapshots);
  }

  Fields fields() {
    Fields fields = Fields.empty().put("node", node).put("process", process)
        .put("replication", States.name(replication)).put("term", term)
        .put("last-error", lastError).putAll("log.", log.fields()).put("snapshots", snapshots.size());
    for (int i = 0; i < snapshots.size(); i++) {
      fields.putAll("snapshot-" + i + ".", snapshots.get(i).fields());
    }
    return fields;
  }
}
