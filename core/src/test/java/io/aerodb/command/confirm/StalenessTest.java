package io.aerodb.command.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.ControlCommand;
import io.aerodb.command.RequestPromotion;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.Detail;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.explain.Judgement;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.HaltReason;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.ReplicationState;
import io.aerodb.kernel.RequestResolution;
import io.aerodb.kernel.Reversibility;
import io.aerodb.kernel.RoleAfter;
import io.aerodb.kernel.Verdict;
import io.aerodb.kernel.WalPosition;
import io.aerodb.kernel.WritesAtRisk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Proves CF-3: each change for the worse makes a yes stale; improvement, positions, lag and evidence never do. */
@Label("CF-3")
class StalenessTest {
  private static final List<String> INVARIANTS = List.of("P6-A1", "P6-A3", "P6-S1", "P6-S2");

  @Provide
  Arbitrary<List<Verdict>> verdicts() {
    return Arbitraries.of(Verdict.class).list().ofSize(4);
  }

  private static List<Finding> findings(List<Verdict> verdicts) {
    var found = new ArrayList<Finding>();
    for (int i = 0; i < verdicts.size(); i++) {
      found.add(SampleCluster.finding(INVARIANTS.get(i), verdicts.get(i)));
    }
    return found;
  }

  private static Judgement judge(ControlCommand command, List<Finding> findings) {
    return Judgement.of(command,
        SampleCluster.assessmentBuilder(command.transition(), command.node()).addAllFindings(findings).build(),
        List.of());
  }

  @Property(tries = 500)
  @CoversViolation("CF-3")
  void a_promotion_is_stale_exactly_if_a_check_got_worse(@ForAll("verdicts") List<Verdict> before,
      @ForAll("verdicts") List<Verdict> after) {
    boolean worse = false;
    for (int i = 0; i < 4; i++) {
      worse |= after.get(i).compareTo(before.get(i)) > 0;
    }

    List<CommandError> stale =
        Staleness.between(judge(PlaneFixture.PROMOTION, findings(before)),
            judge(PlaneFixture.PROMOTION, findings(after)));

    assertThat(!stale.isEmpty()).isEqualTo(worse);
  }

  @Property(tries = 500)
  void a_force_is_also_stale_when_nothing_is_left_to_override(@ForAll("verdicts") List<Verdict> before,
      @ForAll("verdicts") List<Verdict> after) {
    boolean worse = after.stream().allMatch(v -> v == Verdict.SATISFIED);
    for (int i = 0; i < 4; i++) {
      worse |= after.get(i).compareTo(before.get(i)) > 0;
    }
    var force = PlaneFixture.force("P6-A1");

    assertThat(!Staleness.between(judge(force, findings(before)), judge(force, findings(after))).isEmpty())
        .isEqualTo(worse);
  }

  @Property(tries = 200)
  @Covers("CF-3")
  void positions_lag_evidence_order_and_texts_never_make_it_stale(@ForAll("verdicts") List<Verdict> verdicts,
      @ForAll long seed) {
    var random = new Random(seed);
    List<Finding> reworded = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      reworded.add(Finding.builder().code("AERO_" + INVARIANTS.get(i).replace('-', '_'))
          .invariant(SampleCluster.finding(INVARIANTS.get(i), verdicts.get(i)).invariant()).verdict(verdicts.get(i))
          .expected("expected " + random.nextInt()).observed("lag " + random.nextInt()).missingEvidence("")
          .consequence("x").reversibility(Reversibility.REVERSIBLE)
          .writesAtRisk(new WritesAtRisk.None()).overridable(verdicts.get(i) != Verdict.SATISFIED)
          .build());
    }
    Collections.shuffle(reworded, random);
    var position = new WalPosition(1 + random.nextInt(1_000_000), random.nextInt(1_000_000));
    Judgement after =
        judge(reading(SampleCluster.CLUSTER, "e-7", Optional.of(SampleCluster.N1), SampleCluster.REPLICA, position),
            reworded);

    assertThat(Staleness.between(judge(PlaneFixture.PROMOTION, findings(verdicts)), after)).isEmpty();
  }

  private static Judgement judge(Assessment.Builder reading, List<Finding> findings) {
    return Judgement.of(PlaneFixture.PROMOTION, reading.addAllFindings(findings).build(), List.of());
  }

  private static Assessment.Builder reading(ClusterId cluster, String epoch, Optional<NodeId> primary,
      ReplicationState target, WalPosition position) {
    Assessment.Builder builder = Assessment.builder();
    builder.cluster(cluster).transition(PlaneFixture.PROMOTION.transition()).target(SampleCluster.N2)
        .summary("another reading")
        .epoch(new AuthorityEpoch(epoch)).primary(primary);
    builder.addMembers(new MemberState.Unreachable(SampleCluster.N1, "timeout"));
    builder.addMembers(
        MemberState.Reachable.builder().node(SampleCluster.N2).replication(target).position(position).build());
    List.of(SampleCluster.N1, SampleCluster.N2)
        .forEach(node -> builder.putRolesAfter(node, new RoleAfter.CannotBeTold("no")));
    return builder;
  }

  private static List<String> staleSubjects(Assessment.Builder after) {
    List<CommandError> errors =
        Staleness.between(judge(PlaneFixture.PROMOTION, SampleCluster.findings()),
            judge(after, SampleCluster.findings()));
    assertThat(errors).extracting(CommandError::code).containsOnly(ErrorCode.CONFIRMATION_STALE);
    return errors.stream().flatMap(e -> e.details().stream()).map(d -> d.subject()).toList();
  }

  @Example
  @CoversViolation({"CF-3", "CM-1.4"})
  void another_cluster_epoch_primary_or_target_state_makes_it_stale() {
    Optional<NodeId> n1 = Optional.of(SampleCluster.N1);
    var halted = new ReplicationState.ReplicationHalted(HaltReason.WAL_GAP_DETECTED);

    assertThat(
        staleSubjects(reading(new ClusterId("aero-2"), "e-7", n1, SampleCluster.REPLICA, SampleCluster.POSITION)))
        .containsExactly("cluster");
    assertThat(staleSubjects(reading(SampleCluster.CLUSTER, "e-8", n1, SampleCluster.REPLICA, SampleCluster.POSITION)))
        .containsExactly("epoch");
    assertThat(staleSubjects(
        reading(SampleCluster.CLUSTER, "e-7", Optional.empty(), SampleCluster.REPLICA, SampleCluster.POSITION)))
        .containsExactly("primary");
    assertThat(staleSubjects(reading(SampleCluster.CLUSTER, "e-7", n1, halted, SampleCluster.POSITION)))
        .containsExactly("target state");
    assertThat(staleSubjects(reading(SampleCluster.CLUSTER, "e-9", Optional.empty(), halted, SampleCluster.POSITION)))
        .containsExactly("epoch", "primary", "target state");
  }

  @Example
  void a_new_check_that_is_not_satisfied_makes_it_stale_and_a_missing_one_too() {
    Judgement before = judge(PlaneFixture.PROMOTION, SampleCluster.findings());
    List<Finding> more = SampleCluster.findings(SampleCluster.finding("P6-S3", Verdict.UNPROVABLE));

    assertThat(Staleness.between(before, judge(PlaneFixture.PROMOTION, more))).hasSize(1);
    assertThat(Staleness.between(before, judge(PlaneFixture.PROMOTION, SampleCluster.findings().subList(0, 3))))
        .hasSize(1);
    assertThat(
        Staleness.between(before,
            judge(PlaneFixture.PROMOTION, SampleCluster.findings(SampleCluster.finding("P6-S3", Verdict.SATISFIED)))))
        .isEmpty();
  }

  @Example
  @CoversViolation({"CF-3", "CM-9.2"})
  void an_earlier_request_that_the_kernel_can_no_longer_settle_makes_it_stale() {
    Judgement executed = settled(RequestResolution.EXECUTED);
    Judgement doubtful = settled(RequestResolution.CANNOT_TELL);

    assertThat(Staleness.between(executed, doubtful)).flatExtracting(CommandError::details)
        .containsExactly(new Detail("r-0", "P7-D2", "EXECUTED", "CANNOT_TELL"));
    assertThat(Staleness.between(doubtful, doubtful)).isEmpty();
    assertThat(Staleness.between(doubtful, executed)).as("now it is known").isEmpty();
  }

  private static Judgement settled(RequestResolution word) {
    var other = new RequestPromotion(SampleCluster.N3, PlaneFixture.REASON);
    Assessment assessment =
        SampleCluster.assessmentBuilder(PlaneFixture.PROMOTION.transition(), PlaneFixture.PROMOTION.node())
            .addAllFindings(SampleCluster.findings()).putSettled("r-0", word).build();
    return Judgement.of(PlaneFixture.PROMOTION, assessment, List.of(SampleCluster.unresolved("r-0", other)));
  }

  @Example
  @CoversViolation("CM-6.3b")
  void a_force_is_stale_once_its_check_moved_or_can_no_longer_be_overridden() {
    var force = PlaneFixture.force("P6-A1");
    Judgement before = judge(force, SampleCluster.findings(SampleCluster.finding("P6-A1", Verdict.UNPROVABLE)));
    Finding fixed = SampleCluster.findingBuilder("P6-A1", Verdict.UNPROVABLE).overridable(false).build();
    Finding moved = Finding.builder().code("AERO_P6_A1")
        .invariant(SampleCluster.finding("P6-S1", Verdict.UNPROVABLE).invariant())
        .verdict(Verdict.UNPROVABLE).expected("x").observed("y").missingEvidence("").consequence("z").overridable(true)
        .reversibility(Reversibility.IRREVERSIBLE)
        .writesAtRisk(new WritesAtRisk.None()).build();
    var instead = new ArrayList<>(SampleCluster.findings(SampleCluster.finding("P6-A1", Verdict.SATISFIED)));
    instead.replaceAll(f -> f.code().equals("AERO_P6_A1") ? moved : f);

    assertThat(Staleness.between(before, judge(force, SampleCluster.findings(fixed)))).hasSize(1);
    assertThat(Staleness.between(before, judge(force, instead)).getFirst().text()).contains("P6-S1");
  }
}
