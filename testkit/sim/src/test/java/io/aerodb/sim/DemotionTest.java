package io.aerodb.sim;

import static io.aerodb.sim.SimFixture.A;
import static io.aerodb.sim.SimFixture.B;
import static io.aerodb.sim.SimFixture.C;
import static io.aerodb.sim.SimFixture.names;
import static io.aerodb.sim.SimFixture.refused;
import static io.aerodb.sim.SimFixture.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.HaltReason;
import io.aerodb.kernel.Lag;
import io.aerodb.kernel.ReplicationState;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.Verdict;
import io.aerodb.kernel.WalPosition;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what a demotion checks, and what holds after it. */
class DemotionTest {
  @TempDir
  Path dir;
  private SimFixture sim;

  @BeforeEach
  void create() {
    sim = SimFixture.written(dir.resolve("sim"));
  }

  @Test
  void it_ends_with_a_final_position_and_nobody_who_accepts_writes() {
    CompletedTransition done = value(sim.demote(A));

    assertThat(done.position()).contains(new WalPosition(10, 1280));
    assertThat(value(sim.kernel.inspectClusterState()).primary()).isEmpty();
    assertThat(sim.member(A).replication()).isEqualTo(new ReplicationState.ReplicaActive());
    assertThat(sim.cluster.apply(new ClusterEvent.Write(A, 1))).isInstanceOf(EventResult.Impossible.class);
    assertThat(value(sim.kernel.inspectReplicationStatus()).replicas()).hasSize(3)
        .allSatisfy(replica -> assertThat(replica.lag()).isInstanceOf(Lag.Unknown.class));
  }

  @Test
  void afterwards_a_replica_at_the_final_position_satisfies_every_check() {
    sim.demote(A);

    assertThat(sim.assess(Transition.PROMOTION, B).findings()).extracting(Finding::verdict)
        .containsOnly(Verdict.SATISFIED);
    assertThat(sim.finding(B, Check.PRIMARY_STILL_ACTIVE).observed()).contains("a was demoted at 10@1280");
    assertThat(value(sim.promote(B)).target()).isEqualTo(B);
  }

  @Test
  void afterwards_a_replica_short_of_the_final_position_is_behind_until_it_catches_up() {
    sim.after(new ClusterEvent.Lag(B, 3));
    sim.demote(A);

    assertThat(refused(sim.promote(B)).code()).isEqualTo(Check.BEHIND_WAL.code());
    sim.after(new ClusterEvent.CatchUp(B));
    assertThat(value(sim.promote(B)).target()).isEqualTo(B);
  }

  @Test
  void the_demoted_member_may_be_promoted_again() {
    sim.demote(A);

    assertThat(value(sim.promote(A)).target()).isEqualTo(A);
    sim.after(new ClusterEvent.Write(A, 1));
  }

  @Test
  void a_demoted_member_that_dies_and_comes_back_is_a_replica() {
    sim.demote(A);
    sim.after(new ClusterEvent.Kill(A));
    sim.promote(B);
    sim.after(new ClusterEvent.Return(A), new ClusterEvent.Write(B, 2));

    assertThat(sim.member(A).replication()).isEqualTo(new ReplicationState.ReplicaActive());
    assertThat(sim.member(A).position()).contains(new WalPosition(12, 12 * 128));
  }

  @Test
  @CoversViolation("CM-6.2")
  void only_the_holder_of_authority_can_be_demoted() {
    assertThat(refused(sim.demote(B)).code()).isEqualTo("AERO_DEMOTION_TARGET_NOT_PRIMARY");
    assertThat(refused(sim.kernel.assess(Transition.DEMOTION, B, SimFixture.ids())).invariants())
        .extracting(Object::toString)
        .containsExactly("P6-A1");
  }

  @Test
  void a_dead_primary_is_not_writable() {
    sim.after(new ClusterEvent.Kill(A));

    assertThat(refused(sim.demote(A)).code()).isEqualTo(Check.NOT_WRITABLE.code());
    assertThat(names(refused(sim.demote(A)))).containsExactly("P6-A1", "P6-S1");
  }

  @Test
  void a_halted_primary_is_not_writable() {
    sim.after(new ClusterEvent.Halt(A, HaltReason.CONFIGURATION_ERROR));

    assertThat(names(refused(sim.demote(A)))).containsExactly("P6-A1");
  }

  @Test
  void the_final_position_of_a_silent_primary_cannot_be_noted() {
    sim.after(new ClusterEvent.Freeze(A));

    assertThat(sim.assess(Transition.DEMOTION, A).findings())
        .filteredOn(f -> f.code().equals(Check.FINAL_POSITION.code()))
        .extracting(Finding::verdict).containsExactly(Verdict.UNPROVABLE);
    assertThat(refused(sim.demote(A)).invariants()).isNotEmpty();
  }

  @Test
  @CoversViolation("CM-6.2")
  void a_primary_is_not_the_only_writable_member_while_a_passed_over_one_is_silent() {
    sim.after(new ClusterEvent.Isolate(A));
    value(sim.force(B, Check.PRIMARY_STILL_ACTIVE.code(), Check.BEHIND_WAL.code()));

    assertThat(refused(sim.demote(B)).code()).isEqualTo(Check.NOT_ONLY_WRITABLE.code());
    assertThat(sim.finding(C, Check.PRIMARY_STILL_ACTIVE).verdict()).isEqualTo(Verdict.VIOLATED);

    sim.after(new ClusterEvent.Return(A));
    assertThat(value(sim.demote(B)).target()).isEqualTo(B);
  }
}
