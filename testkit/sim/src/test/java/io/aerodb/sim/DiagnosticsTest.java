package io.aerodb.sim;

import static io.aerodb.sim.SimFixture.A;
import static io.aerodb.sim.SimFixture.B;
import static io.aerodb.sim.SimFixture.C;
import static io.aerodb.sim.SimFixture.refused;
import static io.aerodb.sim.SimFixture.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.DiagnosticCost;
import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.MemberCost;
import io.aerodb.kernel.MemberDiagnostics;
import io.aerodb.kernel.MemberDiagnostics.Completion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that diagnostics keep to the cost that was declared. */
class DiagnosticsTest {
  @TempDir
  Path dir;
  private SimFixture sim;

  @BeforeEach
  void create() {
    sim = SimFixture.written(dir.resolve("sim"));
  }

  @ParameterizedTest
  @EnumSource(DiagnosticScope.class)
  void what_was_declared_is_enough_and_is_kept(DiagnosticScope scope) {
    DiagnosticCost cost = value(sim.kernel.estimate(scope));

    List<MemberDiagnostics> members = run(cost);

    assertThat(members).extracting(MemberDiagnostics::node).containsExactly(A, B, C);
    for (int i = 0; i < members.size(); i++) {
      MemberDiagnostics.Collected collected = (MemberDiagnostics.Collected) members.get(i);
      assertThat(collected.completion()).isEqualTo(Completion.COMPLETE);
      within(collected, cost.members().get(i));
    }
  }

  @Test
  @CoversViolation("CM-5.1b")
  void a_log_that_grew_in_between_is_not_read_past_the_ceiling() {
    DiagnosticCost cost = value(sim.kernel.estimate(DiagnosticScope.DEEP));
    sim.after(new ClusterEvent.Write(A, 1000));

    MemberDiagnostics.Collected collected = (MemberDiagnostics.Collected) run(cost).getFirst();

    assertThat(collected.completion()).isEqualTo(Completion.STOPPED_AT_CEILING);
    assertThat(collected.entries()).containsEntry("replication.state", "PrimaryActive")
        .doesNotContainKey("wal.entries_read");
    within(collected, cost.members().getFirst());
  }

  @Test
  void a_member_that_answers_again_costs_no_more_than_was_declared_for_it() {
    sim.after(new ClusterEvent.Freeze(B));
    DiagnosticCost cost = value(sim.kernel.estimate(DiagnosticScope.DEEP));
    sim.after(new ClusterEvent.Return(B));

    MemberDiagnostics.Collected collected = (MemberDiagnostics.Collected) run(cost).get(1);

    assertThat(collected.completion()).isEqualTo(Completion.STOPPED_AT_CEILING);
    assertThat(collected.statements()).isEqualTo(1);
    assertThat(cost.members().get(1).locks()).isEmpty();
  }

  @Test
  void a_silent_member_is_named_as_unreadable() {
    sim.after(new ClusterEvent.Isolate(C));

    assertThat(run(value(sim.kernel.estimate(DiagnosticScope.SUMMARY))).get(2))
        .isInstanceOf(MemberDiagnostics.Unreadable.class);
  }

  @Test
  void a_ceiling_of_another_cluster_or_for_an_unknown_member_is_refused() {
    DiagnosticCost foreign = DiagnosticCost.builder().cluster(new ClusterId("other")).scope(DiagnosticScope.SUMMARY)
        .addAllMembers(value(sim.kernel.estimate(DiagnosticScope.SUMMARY)).members()).build();
    MemberCost nobody = MemberCost.builder().node(SimFixture.NOBODY).maxStatements(1).maxBytesRead(0)
        .maxDuration(Duration.ZERO).build();
    DiagnosticCost unknown =
        DiagnosticCost.builder().cluster(SimFixture.DEMO).scope(DiagnosticScope.SUMMARY).addMembers(nobody).build();

    assertThat(refused(sim.kernel.runDiagnostics(new DiagnosticOrder("d-1", foreign))).code())
        .isEqualTo("AERO_WRONG_CLUSTER");
    assertThat(refused(sim.kernel.runDiagnostics(new DiagnosticOrder("d-1", unknown))).code())
        .isEqualTo("AERO_UNKNOWN_NODE");
  }

  private List<MemberDiagnostics> run(DiagnosticCost ceiling) {
    return value(sim.kernel.runDiagnostics(new DiagnosticOrder("d-1", ceiling))).members();
  }

  private static void within(MemberDiagnostics.Collected collected, MemberCost bound) {
    assertThat(collected.statements()).isLessThanOrEqualTo(bound.maxStatements());
    assertThat(collected.bytesRead()).isLessThanOrEqualTo(bound.maxBytesRead());
    assertThat(collected.duration()).isLessThanOrEqualTo(bound.maxDuration());
  }
}
