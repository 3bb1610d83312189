package io.aerodb.command.doubles;

import static io.aerodb.command.doubles.SampleCluster.CLUSTER;
import static io.aerodb.command.doubles.SampleCluster.EPOCH;
import static io.aerodb.command.doubles.SampleCluster.N1;
import static io.aerodb.command.doubles.SampleCluster.POSITION;

import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.DiagnosticReport;
import io.aerodb.kernel.Lag;
import io.aerodb.kernel.MemberCost;
import io.aerodb.kernel.MemberDiagnostics;
import io.aerodb.kernel.MemberSnapshots;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.MemberWal;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.NodeState;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.PromotionState;
import io.aerodb.kernel.ReplicaStatus;
import io.aerodb.kernel.ReplicationStatus;
import io.aerodb.kernel.Snapshot;
import io.aerodb.kernel.SnapshotView;
import io.aerodb.kernel.TransitionPhase;
import io.aerodb.kernel.WalPosition;
import io.aerodb.kernel.WalSegment;
import io.aerodb.kernel.WalView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The views that a kernel answers of the {@link SampleCluster}. */
public final class SampleViews {
  private SampleViews() {}

  public static ClusterState cluster() {
    return ClusterState.builder().cluster(CLUSTER).epoch(EPOCH).primary(N1).addAllMembers(SampleCluster.members())
        .build();
  }

  public static NodeState node(NodeId node) {
    MemberState member = SampleCluster.members().stream().filter(m -> m.node().equals(node)).findFirst()
        .orElseGet(() -> new MemberState.Unreachable(node, "no answer"));
    return NodeState.builder().cluster(CLUSTER).epoch(EPOCH).member(member).build();
  }

  public static ReplicationStatus replication() {
    return ReplicationStatus.builder().cluster(CLUSTER).epoch(EPOCH).primary(N1)
        .addReplicas(
            new ReplicaStatus(SampleCluster.member(SampleCluster.N2, SampleCluster.REPLICA), new Lag.Known(3, 120)))
        .addReplicas(new ReplicaStatus(new MemberState.Unreachable(SampleCluster.N3, "connection refused"),
            new Lag.Unknown("n3 did not answer")))
        .build();
  }

  public static PromotionState promotion() {
    return PromotionState.builder().cluster(CLUSTER).epoch(EPOCH).phase(TransitionPhase.STEADY)
        .lastTransition(SampleCluster.earlier("earlier-1", N1)).build();
  }

  public static DiagnosticReport report(DiagnosticOrder order) {
    var builder = DiagnosticReport.builder().cluster(CLUSTER).epoch(EPOCH).scope(order.ceiling().scope());
    for (MemberCost cost : order.ceiling().members()) {
      builder.addMembers(MemberDiagnostics.Collected.builder().node(cost.node())
          .completion(MemberDiagnostics.Completion.COMPLETE).putEntries("wal.segments", "4").statements(12)
          .bytesRead(4_096).duration(Duration.ofMillis(15)).build());
    }
    return builder.build();
  }

  public static WalView wal(Optional<NodeId> node, Page page) {
    var builder = WalView.builder().cluster(CLUSTER).epoch(EPOCH).page(page);
    nodes(node).forEach(n -> builder.addMembers(MemberWal.Readable.builder().node(n)
        .firstRetained(new WalPosition(1, 0)).committed(POSITION).durable(POSITION).bytes(64_000).lastCheckpoint("c-1")
        .segmentCount(1).addSegments(new WalSegment("wal-0001", new WalPosition(1, 0), POSITION, 64_000)).build()));
    return builder.build();
  }

  public static SnapshotView snapshots(Optional<NodeId> node, Page page) {
    var snapshot = Snapshot.builder().id("20260301T100000Z").kind(Snapshot.Kind.CHECKPOINT)
        .createdAt(Instant.parse("2026-03-01T10:00:00Z")).position(POSITION).checksum("sha256:00ff")
        .verification(Snapshot.Verification.NOT_VERIFIED).build();
    var builder = SnapshotView.builder().cluster(CLUSTER).epoch(EPOCH).page(page);
    nodes(node).forEach(n -> builder.addMembers(new MemberSnapshots.Readable(n, 1, List.of(snapshot))));
    return builder.build();
  }

  private static List<NodeId> nodes(Optional<NodeId> node) {
    return node.map(List::of).orElse(List.of(N1, SampleCluster.N2, SampleCluster.N3));
  }
}
