package io.aerodb.sim;

import static io.aerodb.sim.SimFixture.A;
import static io.aerodb.sim.SimFixture.B;
import static io.aerodb.sim.SimFixture.C;
import static io.aerodb.sim.SimFixture.names;
import static io.aerodb.sim.SimFixture.refused;
import static io.aerodb.sim.SimFixture.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.HaltReason;
import io.aerodb.kernel.ReplicationState;
import io.aerodb.kernel.RoleAfter;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what a forced promotion lifts, and what becomes of the member that was passed over. */
class ForcedPromotionTest {
  private static final String AUTHORITY = Check.PRIMARY_STILL_ACTIVE.code();
  private static final String POSITION = Check.BEHIND_WAL.code();

  @TempDir
  Path dir;
  private SimFixture sim;

  @BeforeEach
  void create() {
    sim = SimFixture.written(dir.resolve("sim"));
  }

  @Test
  void acknowledged_and_overridable_checks_are_lifted() {
    sim.after(new ClusterEvent.Freeze(A));

    assertThat(value(sim.force(B, AUTHORITY, POSITION)).transition()).isEqualTo(Transition.FORCED_PROMOTION);
    assertThat(value(sim.kernel.inspectClusterState()).primary()).contains(B);
  }

  @Test
  @CoversViolation("CM-6.3b")
  void what_was_not_acknowledged_is_not_lifted() {
    sim.after(new ClusterEvent.Freeze(A));

    assertThat(refused(sim.force(B, AUTHORITY)).code()).isEqualTo(POSITION);
    assertThat(refused(sim.force(B, POSITION)).code()).isEqualTo(AUTHORITY);
    assertThat(value(sim.kernel.inspectClusterState()).primary()).contains(A);
  }

  @Test
  @CoversViolation("CM-6.3b")
  void beside_a_member_that_answers_as_writable_it_is_refused_whatever_was_acknowledged() {
    assertThat(refused(sim.force(B, AUTHORITY, POSITION)).code()).isEqualTo(AUTHORITY);
  }

  @Test
  void a_provably_behind_replica_is_refused_whatever_was_acknowledged() {
    sim.after(new ClusterEvent.Lag(B, 2), new ClusterEvent.Freeze(A));

    assertThat(refused(sim.force(B, AUTHORITY, POSITION)).code()).isEqualTo(POSITION);
  }

  @Test
  void a_check_that_this_kernel_does_not_make_cannot_be_acknowledged() {
    sim.after(new ClusterEvent.Freeze(A));

    assertThat(refused(sim.force(B, AUTHORITY, POSITION, "AERO_EVERYTHING")).code())
        .isEqualTo("AERO_PROMOTION_INVALID_REQUEST");
    assertThat(names(refused(sim.force(B, "AERO_EVERYTHING")))).containsExactly("P6-A3");
  }

  @Test
  void what_was_acknowledged_and_holds_by_now_is_no_obstacle() {
    sim.after(new ClusterEvent.Freeze(A));
    var order = sim.order(Transition.FORCED_PROMOTION, B, AUTHORITY, POSITION);
    sim.after(new ClusterEvent.Kill(A));

    assertThat(value(sim.kernel.forcePromotion(order)).target()).isEqualTo(B);
  }

  @Test
  void the_old_primary_that_returns_is_halted_and_its_own_writes_are_not_the_clusters() {
    sim.after(new ClusterEvent.Isolate(A));
    value(sim.force(B, AUTHORITY, POSITION));

    sim.after(new ClusterEvent.Write(A, 5), new ClusterEvent.Write(B, 1), new ClusterEvent.Return(A),
        new ClusterEvent.Write(B, 1));

    assertThat(sim.member(A).replication())
        .isEqualTo(new ReplicationState.ReplicationHalted(HaltReason.AUTHORITY_AMBIGUITY));
    assertThat(sim.member(A).lastErrorCode()).contains("AERO_AUTHORITY_AMBIGUITY");
    assertThat(sim.member(A).position().orElseThrow().sequence()).isEqualTo(15);
    assertThat(sim.member(C).position().orElseThrow().sequence()).isEqualTo(12);
  }

  @Test
  void after_an_ordinary_promotion_past_a_dead_primary_it_is_halted_too() {
    sim.after(new ClusterEvent.Kill(A));
    value(sim.promote(B));
    sim.after(new ClusterEvent.Return(A));

    assertThat(sim.member(A).replication())
        .isEqualTo(new ReplicationState.ReplicationHalted(HaltReason.AUTHORITY_AMBIGUITY));
  }

  @Test
  void a_passed_over_primary_keeps_single_authority_unproven_until_it_is_seen_again() {
    sim.after(new ClusterEvent.Isolate(A));
    value(sim.force(B, AUTHORITY, POSITION));
    sim.after(new ClusterEvent.Kill(B));

    assertThat(sim.finding(C, Check.PRIMARY_STILL_ACTIVE).verdict()).isEqualTo(Verdict.UNPROVABLE);
    assertThat(sim.finding(C, Check.PRIMARY_STILL_ACTIVE).observed()).contains("a can't be reached");

    sim.after(new ClusterEvent.Return(A));
    assertThat(sim.finding(C, Check.PRIMARY_STILL_ACTIVE).verdict()).isEqualTo(Verdict.SATISFIED);
  }

  @Test
  void the_role_of_a_member_that_does_not_answer_cannot_be_told() {
    sim.after(new ClusterEvent.Freeze(A));

    var roles = sim.assess(Transition.FORCED_PROMOTION, B).rolesAfter();

    assertThat(roles.get(A)).isInstanceOfSatisfying(RoleAfter.CannotBeTold.class,
        role -> assertThat(role.reason()).contains("no answer").contains("halted"));
    assertThat(roles.get(B)).isEqualTo(new RoleAfter.Becomes(new ReplicationState.PrimaryActive()));
  }
}
