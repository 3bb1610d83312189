package io.aerodb.command.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.UnresolvedRequest;
import io.aerodb.audit.json.Json;
import io.aerodb.command.Authority;
import io.aerodb.command.ControlCommand;
import io.aerodb.command.Operator;
import io.aerodb.command.RequestId;
import io.aerodb.command.RequestPromotion;
import io.aerodb.command.RunDiagnostics;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.DiagnosticCost;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.MemberCost;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.RoleAfter;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Tests what an operator reads of an unhealthy cluster: nothing is left out, and what nobody knows is said to be
 * unknown.
 */
class ExplanationTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private static String text(ControlCommand command, Assessment assessment, UnresolvedRequest... unresolved) {
    var context = new RequestContext<>(SampleCluster.CLUSTER, "log.example/aero-1", "session-1",
        new Operator("ann", Authority.OPERATOR), new RequestId("r-1"), command);
    var controlStatus = new ControlStatus(4, List.of(unresolved), List.of());
    var planning = new PlanBasis.Assessed(Judgement.of(command, assessment, controlStatus.unresolved()));
    return Explainer.explain(context, planning, Validity.starting(NOW, Duration.ofMinutes(10)), controlStatus).text();
  }

  private static Assessment.Builder reading() {
    return SampleCluster.bare(Transition.PROMOTION, SampleCluster.N2).epoch(SampleCluster.EPOCH)
        .addAllFindings(SampleCluster.findings())
        .addMembers(new MemberState.Unreachable(SampleCluster.N1, "connection refused"),
            MemberState.Reachable.builder().node(SampleCluster.N2).replication(SampleCluster.REPLICA).build())
        .putRolesAfter(SampleCluster.N1, new RoleAfter.CannotBeTold("n1 does not answer"))
        .putRolesAfter(SampleCluster.N2, new RoleAfter.Becomes(SampleCluster.PRIMARY));
  }

  @Test
  @Covers({"CM-9.2", "CF-6"})
  void an_unresolved_request_is_shown_with_its_command_its_end_and_the_kernels_word() {
    var earlier = new RequestPromotion(SampleCluster.N3, PlaneFixture.REASON);

    assertThat(text(PlaneFixture.PROMOTION, reading().build(), SampleCluster.unresolved("r-0", earlier))).endsWith("""

        UNRESOLVED REQUESTS
          r-0 (record 4, dispatched 2026-03-01T09:00:00Z by ann)
            command         {"arguments":{"reason":"disk of n1 is failing","replica":"n3"},"name":"request_promotion"}
            end in the trail missing
            kernel's word   CANNOT_TELL
        """);
  }

  @Test
  @Covers("ST-4")
  void what_nobody_can_tell_of_a_member_or_of_authority_is_said_so() {
    assertThat(text(PlaneFixture.PROMOTION, reading().build())).contains("""
          Primary         none can be proved
          Last transition none

        MEMBERS, NOW AND AFTERWARDS
          n1
            now             unreachable: connection refused
            afterwards      can't be told: n1 does not answer
          n2
            now             ReplicaActive, WAL empty
            afterwards      PrimaryActive
        """);
  }

  @Test
  void the_last_change_of_authority_is_shown_with_its_position_if_it_has_one() {
    CompletedTransition placed = SampleCluster.earlier("earlier-1", SampleCluster.N1);
    CompletedTransition.Builder unplaced = CompletedTransition.builder();
    unplaced.cluster(SampleCluster.CLUSTER).requestId("earlier-1").transition(Transition.PROMOTION)
        .target(SampleCluster.N1)
        .epochBefore(placed.epochBefore()).epochAfter(placed.epochAfter());

    String line = "  Last transition PROMOTION of n1 by request earlier-1, epoch e-6 to e-8";
    assertThat(text(PlaneFixture.PROMOTION, reading().lastTransition(placed).build()))
        .contains(line + ", at 900@64000\n");
    assertThat(text(PlaneFixture.PROMOTION, reading().lastTransition(unplaced.build()).build())).contains(line + "\n");
  }

  @Test
  @Covers("CM-6.3c")
  void a_force_says_of_each_check_whether_it_can_be_overridden_and_whose_word_that_is() {
    var force = PlaneFixture.force("P6-A1", "P6-S1");
    Assessment assessment = SampleCluster.assessment(Transition.FORCED_PROMOTION, SampleCluster.N2,
        SampleCluster.finding("P6-A1", Verdict.UNPROVABLE),
        SampleCluster.findingBuilder("P6-S1", Verdict.VIOLATED).overridable(false).build());

    String text = text(force, assessment, SampleCluster.unresolved("r-0", PlaneFixture.PROMOTION));

    assertThat(text.lines().filter(line -> line.startsWith("    overridable"))).containsExactly(
        "    overridable     yes, says the kernel", "    overridable     no",
        "    overridable     yes, the doubt is the trail's own");
  }

  @Test
  @Covers("CM-5.1b")
  void a_declared_cost_names_its_locks_or_says_that_there_are_none() {
    MemberCost.Builder free = MemberCost.builder();
    free.node(SampleCluster.N1).maxStatements(40).maxBytesRead(1_000).maxDuration(Duration.ofMillis(2_500));
    var cost =
        DiagnosticCost.builder().cluster(SampleCluster.CLUSTER).scope(DiagnosticScope.DEEP).addMembers(free.build())
            .addMembers(MemberCost.builder().node(SampleCluster.N2).maxStatements(1).maxBytesRead(2)
                .maxDuration(Duration.ofMillis(3)).addLocks("wal read", "catalog read").build())
            .build();
    var context = new RequestContext<>(SampleCluster.CLUSTER, "log.example/aero-1", "session-1",
        new Operator("ann", Authority.OPERATOR), new RequestId("r-1"), new RunDiagnostics(DiagnosticScope.DEEP));

    assertThat(Explainer.explain(context, new PlanBasis.Estimated(cost), Validity.starting(NOW, Duration.ofMinutes(10)),
        new ControlStatus(0, List.of(), List.of())).text()).contains("""
          n1: at most 40 statements, 1000 bytes read, 2500 ms; locks: none
          n2: at most 1 statements, 2 bytes read, 3 ms; locks: wal read, catalog read
        """);
  }

  @Test
  @CoversViolation("CF-3")
  void a_proposal_may_be_confirmed_from_its_first_to_its_last_instant_and_at_no_other() {
    Validity validity = Validity.starting(NOW, Duration.ofMinutes(10));

    assertThat(validity.holdsAt(NOW)).isTrue();
    assertThat(validity.holdsAt(validity.until())).isTrue();
    assertThat(validity.holdsAt(NOW.minusNanos(1))).as("the clock stepped back").isFalse();
    assertThat(validity.holdsAt(validity.until().plusNanos(1))).isFalse();
    assertThatThrownBy(() -> new Validity(NOW, NOW.minusNanos(1))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_record_holds_an_explanation_up_to_its_limit_to_the_byte() {
    int room = Explanation.MAX_BYTES - "{\"x\":\"\"}".length();

    assertThat(new Explanation(Json.object().put("x", "a".repeat(room)).build()).fitsRecord()).isTrue();
    assertThat(new Explanation(Json.object().put("x", "a".repeat(room + 1)).build()).fitsRecord()).isFalse();
    assertThat(new Explanation(Json.object().put("x", "\u20ac".repeat(room / 2)).build()).fitsRecord()).isFalse();
  }
}
