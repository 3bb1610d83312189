package io.aerodb.sim;

import static io.aerodb.sim.SimFixture.A;
import static io.aerodb.sim.SimFixture.B;
import static io.aerodb.sim.SimFixture.C;
import static io.aerodb.sim.SimFixture.names;
import static io.aerodb.sim.SimFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.HaltReason;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.Verdict;
import io.aerodb.kernel.WalPosition;
import io.aerodb.kernel.WritesAtRisk;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests each check of a promotion. */
class PromotionChecksTest {
  @TempDir
  Path dir;
  private SimFixture sim;

  @BeforeEach
  void create() {
    sim = SimFixture.written(dir.resolve("sim"));
  }

  @Test
  void every_check_is_reported_in_the_order_of_the_kernel_satisfied_ones_too() {
    sim.after(new ClusterEvent.Kill(A));

    List<Finding> findings = sim.assess(Transition.PROMOTION, B).findings();

    assertThat(findings).extracting(Finding::code)
        .containsExactlyElementsOf(Stream.of(Check.values()).limit(10).map(Check::code).toList());
    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.SATISFIED);
    assertThat(findings).extracting(f -> f.invariant().value()).contains("P6-A1", "P6-A3", "P6-S1", "P6-S2", "P6-S3",
        "P5-I16");
  }

  @Test
  void a_primary_that_answers_violates_single_authority_and_no_assertion_helps() {
    Finding finding = sim.finding(B, Check.PRIMARY_STILL_ACTIVE);

    assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATED);
    assertThat(finding.overridable()).isFalse();
    assertThat(finding.observed()).contains("a answers as PrimaryActive");
    denied(B, Check.PRIMARY_STILL_ACTIVE, "P6-A1");
  }

  @Test
  void a_killed_primary_is_known_to_be_unavailable_and_its_last_position_is_known() {
    sim.after(new ClusterEvent.Kill(A));

    assertThat(sim.finding(B, Check.PRIMARY_STILL_ACTIVE).observed()).contains("the process of a is gone");
    assertThat(sim.finding(B, Check.BEHIND_WAL).expected()).contains("10@1280").contains("left on disk");
  }

  @ParameterizedTest
  @EnumSource(value = ProcessCondition.class, names = {"FROZEN", "ISOLATED"})
  void a_silent_primary_proves_nothing_and_an_assertion_may_stand_in(ProcessCondition condition) {
    silence(A, condition);

    Finding authority = sim.finding(B, Check.PRIMARY_STILL_ACTIVE);
    Finding position = sim.finding(B, Check.BEHIND_WAL);

    assertThat(List.of(authority, position)).allSatisfy(finding -> {
      assertThat(finding.verdict()).isEqualTo(Verdict.UNPROVABLE);
      assertThat(finding.overridable()).isTrue();
      assertThat(finding.missingEvidence()).isNotEmpty();
      assertThat(finding.writesAtRisk()).isInstanceOf(WritesAtRisk.CannotBeTold.class);
    });
    denied(B, Check.PRIMARY_STILL_ACTIVE, "P6-A1", "P6-S1");
  }

  @Test
  @CoversViolation("CM-6.1b")
  void a_replica_that_is_provably_behind_is_denied_with_the_range_of_writes_it_lacks() {
    sim.after(new ClusterEvent.Lag(B, 4), new ClusterEvent.Kill(A));

    Finding finding = sim.finding(B, Check.BEHIND_WAL);

    assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATED);
    assertThat(finding.overridable()).isFalse();
    assertThat(finding.writesAtRisk())
        .isEqualTo(new WritesAtRisk.Range(new WalPosition(10, 1280), new WalPosition(14, 1792)));
    denied(B, Check.BEHIND_WAL, "P6-S1");
  }

  @Test
  void a_replica_behind_a_readable_one_is_provably_behind_even_with_a_silent_primary() {
    sim.after(new ClusterEvent.Lag(B, 4), new ClusterEvent.Freeze(A));

    assertThat(sim.finding(B, Check.BEHIND_WAL).verdict()).isEqualTo(Verdict.VIOLATED);
    assertThat(sim.finding(B, Check.BEHIND_WAL).overridable()).isFalse();
    assertThat(sim.finding(C, Check.BEHIND_WAL).verdict()).isEqualTo(Verdict.UNPROVABLE);
  }

  @Test
  void a_target_that_holds_nothing_loses_everything_and_says_so() {
    sim.after(new ClusterEvent.Join(new NodeId("d")), new ClusterEvent.Kill(A));

    assertThat(sim.finding(new NodeId("d"), Check.BEHIND_WAL).writesAtRisk()).isInstanceOfSatisfying(
        WritesAtRisk.CannotBeTold.class,
        risk -> assertThat(risk.reason()).contains("every entry up to 10@1280"));
    denied(new NodeId("d"), Check.INVALID_STATE, "P6-S2", "P6-A3", "P6-S1");
  }

  @ParameterizedTest
  @EnumSource(value = HaltReason.class, names = "AUTHORITY_AMBIGUITY", mode = EnumSource.Mode.EXCLUDE)
  void a_halted_replica_has_an_invalid_state(HaltReason reason) {
    sim.after(new ClusterEvent.Kill(A), new ClusterEvent.Halt(B, reason));

    assertThat(sim.finding(B, Check.INVALID_STATE).observed()).contains("ReplicationHalted(" + reason + ")");
    denied(B, Check.INVALID_STATE, "P6-S2", "P6-A3");
    assertThat(sim.member(B).lastErrorCode()).contains("AERO_" + reason);
  }

  @Test
  @CoversViolation("CM-6.1d")
  void a_replica_of_ambiguous_authority_is_denied_by_name() {
    sim.after(new ClusterEvent.Kill(A), new ClusterEvent.Halt(B, HaltReason.AUTHORITY_AMBIGUITY));

    denied(B, Check.AUTHORITY_AMBIGUOUS, "P6-A1", "P6-A3");
  }

  @Test
  void a_member_with_replication_switched_off_is_denied_by_name() {
    sim.after(new ClusterEvent.Kill(A), new ClusterEvent.Disable(B));

    denied(B, Check.REPLICATION_DISABLED, "P5-I16", "P6-A3");
  }

  @Test
  void a_dead_target_is_not_active() {
    sim.after(new ClusterEvent.Kill(A), new ClusterEvent.Kill(B));

    assertThat(sim.finding(B, Check.NOT_ACTIVE).verdict()).isEqualTo(Verdict.VIOLATED);
    assertThat(names(refused(sim.promote(B)))).contains("P6-A3");
  }

  @ParameterizedTest
  @EnumSource(value = ProcessCondition.class, names = {"FROZEN", "ISOLATED"})
  void of_a_silent_target_nothing_is_proven_and_nothing_overridable(ProcessCondition condition) {
    sim.after(new ClusterEvent.Kill(A));
    silence(B, condition);

    List<Finding> open =
        sim.assess(Transition.PROMOTION, B).findings().stream().filter(f -> f.verdict() != Verdict.SATISFIED).toList();

    assertThat(open).extracting(Finding::verdict).containsOnly(Verdict.UNPROVABLE);
    assertThat(open).extracting(Finding::overridable).containsOnly(false);
    assertThat(open).extracting(f -> f.invariant().value()).contains("P5-I16", "P6-A1", "P6-A3", "P6-S1", "P6-S2",
        "P6-S3");
  }

  @Test
  @CoversViolation("CM-6.1c")
  void a_log_that_forked_is_seen_in_the_data_while_the_member_still_answers_as_replica() {
    sim.after(new ClusterEvent.Lag(B, 2), new ClusterEvent.Diverge(B, 5), new ClusterEvent.Kill(A));

    assertThat(sim.finding(B, Check.NOT_ACTIVE).verdict()).isEqualTo(Verdict.SATISFIED);
    assertThat(sim.finding(B, Check.NOT_PREFIX).observed()).contains("forks after 10@1280").contains("15@1920");
    denied(B, Check.BEHIND_WAL, "P6-S1", "P6-S2");
  }

  @Test
  void entries_that_readers_cannot_see_violate_visibility() {
    sim.after(new ClusterEvent.StallVisibility(B), new ClusterEvent.Write(A, 3), new ClusterEvent.Kill(A));

    assertThat(sim.finding(B, Check.MVCC_VISIBILITY).observed()).contains("13@1664").contains("10@1280");
    denied(B, Check.MVCC_VISIBILITY, "P6-S3");
  }

  @Test
  void a_primary_that_answers_as_halted_accepts_no_writes() {
    sim.after(new ClusterEvent.Halt(A, HaltReason.WAL_CORRUPTION));

    assertThat(sim.finding(B, Check.PRIMARY_STILL_ACTIVE).verdict()).isEqualTo(Verdict.SATISFIED);
    assertThat(SimFixture.value(sim.promote(B)).target()).isEqualTo(B);
  }

  @Test
  void no_text_recommends_anything() {
    sim.after(new ClusterEvent.Freeze(A), new ClusterEvent.Disable(B));

    assertThat(sim.assess(Transition.PROMOTION, B).findings()).allSatisfy(finding -> assertThat(
        finding.expected() + finding.observed() + finding.missingEvidence() + finding.consequence())
        .doesNotContainIgnoringCase("force")
        .doesNotContainIgnoringCase("should").doesNotContainIgnoringCase("override"));
  }

  private void silence(NodeId node, ProcessCondition condition) {
    sim.after(condition == ProcessCondition.FROZEN ? new ClusterEvent.Freeze(node) : new ClusterEvent.Isolate(node));
  }

  private void denied(NodeId target, Check first, String... invariants) {
    var refusal = refused(sim.promote(target));
    assertThat(refusal.code()).isEqualTo(first.code());
    assertThat(names(refusal)).containsExactly(invariants);
    assertThat(refusal.message()).contains(first.code()).contains("observed: ");
    assertThat(
        refused(sim.kernel.forcePromotion(sim.order(Transition.FORCED_PROMOTION, target, Check.MVCC_VISIBILITY.code())))
            .code())
        .isEqualTo(first.code());
  }
}
