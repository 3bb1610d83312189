package io.aerodb.sim;

import static io.aerodb.sim.SimFixture.A;
import static io.aerodb.sim.SimFixture.B;
import static io.aerodb.sim.SimFixture.C;
import static io.aerodb.sim.SimFixture.NOBODY;
import static io.aerodb.sim.SimFixture.refused;
import static io.aerodb.sim.SimFixture.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.KernelUnavailableException;
import io.aerodb.kernel.Lag;
import io.aerodb.kernel.MemberSnapshots;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.MemberWal;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.ReplicaStatus;
import io.aerodb.kernel.Snapshot;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.WalPosition;
import io.aerodb.kernel.WalSegment;
import io.aerodb.sim.storage.DiskStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the views that a kernel answers. */
class InspectionTest {
  private static final Page FIRST = new Page(1, 100);

  @TempDir
  Path dir;
  private SimFixture sim;

  @BeforeEach
  void create() {
    sim = SimFixture.written(dir.resolve("sim"));
  }

  @Test
  @CoversViolation({"CM-4.0", "CM-5.0", "P7-S2"})
  void no_read_changes_a_byte_or_a_time_in_the_directory() {
    sim.after(new ClusterEvent.Freeze(A), new ClusterEvent.Kill(C));
    Map<String, String> before = sim.content();

    sim.kernel.inspectClusterState();
    sim.kernel.inspectNode(B);
    sim.kernel.inspectReplicationStatus();
    sim.kernel.inspectPromotionState();
    sim.kernel.inspectWal(Optional.empty(), FIRST);
    sim.kernel.inspectSnapshots(Optional.empty(), FIRST);
    sim.kernel.runDiagnostics(new DiagnosticOrder("d", value(sim.kernel.estimate(DiagnosticScope.DEEP))));
    for (Transition transition : Transition.values()) {
      sim.kernel.assess(transition, B, SimFixture.ids("r-1"));
    }
    sim.kernel(new DiskStorage()).close();

    assertThat(sim.content()).isEqualTo(before);
  }

  @Test
  @Covers({"CM-4.1", "ST-4"})
  void every_member_is_there_with_its_answer_or_the_evidence_that_there_is_none() {
    sim.after(new ClusterEvent.Freeze(B));

    var state = value(sim.kernel.inspectClusterState());

    assertThat(state.cluster()).isEqualTo(SimFixture.DEMO);
    assertThat(state.primary()).contains(A);
    assertThat(state.members()).extracting(MemberState::node).containsExactly(A, B, C);
    assertThat(state.members().get(1)).isInstanceOfSatisfying(MemberState.Unreachable.class,
        silent -> assertThat(silent.evidence()).contains("gave no answer"));
  }

  @Test
  void authority_is_not_lost_by_dying() {
    sim.after(new ClusterEvent.Kill(A));

    assertThat(value(sim.kernel.inspectClusterState()).primary()).contains(A);
    assertThat(sim.epoch().value()).isEqualTo("demo/epoch-1");
  }

  @Test
  @CoversViolation("CM-4.2")
  void a_member_that_does_not_exist_is_refused_everywhere() {
    assertThat(refused(sim.kernel.inspectNode(NOBODY)).code()).isEqualTo("AERO_UNKNOWN_NODE");
    assertThat(refused(sim.kernel.inspectWal(Optional.of(NOBODY), FIRST)).code()).isEqualTo("AERO_UNKNOWN_NODE");
    assertThat(refused(sim.kernel.inspectSnapshots(Optional.of(NOBODY), FIRST)).code()).isEqualTo("AERO_UNKNOWN_NODE");
  }

  @Test
  @Covers("CM-4.3")
  void lag_is_known_only_when_both_positions_were_read() {
    sim.after(new ClusterEvent.Lag(B, 7), new ClusterEvent.Write(A, 3));
    assertThat(value(sim.kernel.inspectReplicationStatus()).replicas()).extracting(ReplicaStatus::lag).containsExactly(
        new Lag.Known(7, 896),
        new Lag.Known(0, 0));

    sim.after(new ClusterEvent.CatchUp(B), new ClusterEvent.Kill(C));
    assertThat(value(sim.kernel.inspectReplicationStatus()).replicas().get(0).lag()).isEqualTo(new Lag.Known(0, 0));
    assertThat(value(sim.kernel.inspectReplicationStatus()).replicas().get(1).lag()).isInstanceOf(Lag.Unknown.class);

    sim.after(new ClusterEvent.Isolate(A));
    assertThat(value(sim.kernel.inspectReplicationStatus()).replicas()).extracting(ReplicaStatus::lag)
        .allSatisfy(lag -> assertThat(lag).isInstanceOf(Lag.Unknown.class));
  }

  @Test
  @Covers("CM-5.2")
  void the_log_comes_in_pages_that_fit_together() {
    sim.after(new ClusterEvent.Write(A, 64 * 20));

    MemberWal.Readable first = wal(A, new Page(1, 8));
    MemberWal.Readable third = wal(A, new Page(3, 8));

    assertThat(first.segmentCount()).isEqualTo(21);
    assertThat(first.segments()).hasSize(8);
    assertThat(third.segments()).hasSize(5);
    assertThat(third.segments().getFirst().first()).isEqualTo(new WalPosition(16 * 64 + 1, (16 * 64 + 1) * 128));
    assertThat(third.segments().getLast().last()).isEqualTo(first.durable().orElseThrow());
    assertThat(wal(A, new Page(4, 8)).segments()).isEmpty();
    assertThat(wal(A, new Page(Page.MAX_NUMBER, 100)).segments()).isEmpty();
    assertThat(first.bytes()).isEqualTo(wal(A, FIRST).segments().stream().mapToLong(WalSegment::bytes).sum());
  }

  @Test
  void a_checkpoint_cuts_the_log_off_and_a_replica_that_was_too_far_behind_halts() {
    sim.after(new ClusterEvent.Isolate(B), new ClusterEvent.Write(A, 200), new ClusterEvent.Checkpoint(A),
        new ClusterEvent.Return(B),
        new ClusterEvent.Write(A, 1));

    MemberWal.Readable log = wal(A, FIRST);
    assertThat(log.firstRetained()).contains(new WalPosition(193, 193 * 128));
    assertThat(log.lastCheckpoint()).contains("20260102T030405Z");
    assertThat(log.segments()).hasSize(1);
    assertThat(sim.member(B).lastErrorCode()).contains("AERO_WAL_GAP_DETECTED");
  }

  @Test
  @Covers("CM-5.3")
  void snapshots_come_in_pages_and_nothing_is_called_verified() {
    for (int i = 0; i < 5; i++) {
      sim.after(new ClusterEvent.TakeSnapshot(B));
    }
    sim.after(new ClusterEvent.Checkpoint(B));

    var view = value(sim.kernel.inspectSnapshots(Optional.of(B), new Page(2, 4)));
    MemberSnapshots.Readable page = (MemberSnapshots.Readable) view.members().getFirst();

    assertThat(page.count()).isEqualTo(6);
    assertThat(page.snapshots()).extracting(Snapshot::id).containsExactly("20260102T030405Z-5", "20260102T030405Z-6");
    assertThat(page.snapshots()).extracting(Snapshot::kind).containsExactly(Snapshot.Kind.SNAPSHOT,
        Snapshot.Kind.CHECKPOINT);
    assertThat(page.snapshots()).extracting(Snapshot::verification).containsOnly(Snapshot.Verification.NOT_VERIFIED);
  }

  @Test
  void without_a_name_every_member_is_named_also_one_that_can_not_be_read() {
    sim.after(new ClusterEvent.Kill(C), new ClusterEvent.Join(new NodeId("d")));

    assertThat(value(sim.kernel.inspectWal(Optional.empty(), FIRST)).members()).extracting(MemberWal::node)
        .containsExactly(A, B, C,
            new NodeId("d"));
    assertThat(value(sim.kernel.inspectSnapshots(Optional.empty(), FIRST)).members().get(2))
        .isInstanceOf(MemberSnapshots.Unreadable.class);
    assertThat(wal(new NodeId("d"), FIRST).durable()).isEmpty();
  }

  @Test
  void a_closed_kernel_gives_no_answer() {
    sim.kernel.close();
    sim.kernel.close();

    assertThatThrownBy(sim.kernel::inspectClusterState).isInstanceOf(KernelUnavailableException.class);
    assertThat(sim.kernel.cluster()).isEqualTo(SimFixture.DEMO);
  }

  @Test
  @CoversViolation({"ST-4", "CM-4.1"})
  void a_file_that_can_not_be_understood_is_no_answer_and_no_default() throws IOException {
    for (String damage : List.of("nonsense", "node=b\n", "", "node=b\nprocess=ASLEEP\n")) {
      Files.writeString(sim.dir.resolve("nodes").resolve("b.txt"), damage);

      assertThatThrownBy(sim.kernel::inspectClusterState).as(damage).isInstanceOf(KernelUnavailableException.class);
    }
  }

  @Test
  void a_directory_that_is_no_cluster_is_refused_by_name() throws IOException {
    assertThatThrownBy(() -> SimulatedKernel.open(dir)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(dir.toString());
    assertThatThrownBy(() -> SimFixture.in(dir)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("absent or empty");
    Files.writeString(sim.dir.resolve("aerodb-cluster"), "something-else-9\ndemo\n");
    assertThatThrownBy(() -> SimulatedKernel.open(sim.dir)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("aerodb-simulated-cluster-1");
  }

  private MemberWal.Readable wal(NodeId node, Page page) {
    return (MemberWal.Readable) value(sim.kernel.inspectWal(Optional.of(node), page)).members().getFirst();
  }
}
