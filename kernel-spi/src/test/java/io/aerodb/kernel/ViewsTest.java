package io.aerodb.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ViewsTest {
  private static final ClusterId DEMO = new ClusterId("demo");
  private static final AuthorityEpoch EPOCH = new AuthorityEpoch("e-1");
  private static final NodeId A = new NodeId("a");
  private static final NodeId B = new NodeId("b");
  private static final MemberState UP_A =
      MemberState.Reachable.builder().node(A).replication(new ReplicationState.PrimaryActive()).build();
  private static final MemberState DOWN_B = new MemberState.Unreachable(B, "no answer");

  @Test
  @CoversViolation("CM-4.1")
  void a_view_without_members_out_of_order_or_with_a_member_twice_cannot_exist() {
    refused(() -> state().build(), "members is 'empty'");
    refused(() -> state().addMembers(DOWN_B, UP_A).build(), "each id once");
    refused(() -> state().addMembers(UP_A, UP_A).build(), "each id once");
  }

  @Test
  void the_primary_is_one_of_the_members() {
    refused(() -> state().addMembers(UP_A).primary(B).build(), "primary is 'b' but must be a member");
    assertThat(state().addMembers(UP_A, DOWN_B).primary(B).build().primary()).contains(B);
  }

  @Test
  @CoversViolation({"CM-4.1", "ST-4"})
  void a_view_that_lacks_a_field_cannot_exist() {
    assertThatThrownBy(() -> ClusterState.builder().cluster(DEMO).addMembers(UP_A).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("epoch");
    assertThatThrownBy(() -> NodeState.builder().cluster(DEMO).epoch(EPOCH).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("member");
  }

  @Test
  @Covers("ST-4")
  void a_silent_member_answers_no_state_and_several_primaries_are_a_fact() {
    MemberState second =
        MemberState.Reachable.builder().node(B).replication(new ReplicationState.PrimaryActive()).build();

    assertThat(DOWN_B.answeredState()).isEmpty();
    assertThat(state().addMembers(UP_A, second).primary(A).build().members()).hasSize(2);
  }

  @Test
  void the_primary_is_not_among_the_replicas() {
    var status = ReplicationStatus.builder().cluster(DEMO).epoch(EPOCH).primary(A)
        .addReplicas(new ReplicaStatus(UP_A, new Lag.Known(0, 0)));

    refused(status::build, "replicas is 'a' but must not hold the primary");
  }

  @Test
  void an_ongoing_transition_is_there_exactly_when_the_phase_is_not_steady() {
    var ongoing = new OngoingTransition("r-1", Transition.PROMOTION, B);
    refused(() -> promotion(TransitionPhase.STEADY, Optional.of(ongoing)), "it is STEADY");
    refused(() -> promotion(TransitionPhase.PROMOTION_REQUESTED, Optional.empty()), "it is PROMOTION_REQUESTED");
    assertThat(promotion(TransitionPhase.DEMOTION_REQUESTED, Optional.of(ongoing)).ongoing()).contains(ongoing);
  }

  @Test
  void the_three_positions_of_a_log_are_there_together() {
    var wal = MemberWal.Readable.builder().node(A).durable(new WalPosition(1, 10)).bytes(10).segmentCount(0);

    refused(wal::build, "all three or not at all");
  }

  @Test
  void a_page_holds_no_more_than_there_is() {
    var position = new WalPosition(1, 10);
    refused(
        () -> MemberWal.Readable.builder().node(A).bytes(0).segmentCount(0)
            .addSegments(new WalSegment("s", position, position, 10)).build(),
        "segments on the page is '1' but must be from 0 to 0");
  }

  @Test
  void a_transition_changes_the_epoch() {
    var same = CompletedTransition.builder().cluster(DEMO).requestId("r-1").transition(Transition.PROMOTION).target(B)
        .epochBefore(EPOCH)
        .epochAfter(EPOCH);

    refused(same::build, "differ from the epoch before");
  }

  @Test
  void a_satisfied_check_is_not_overridable() {
    refused(() -> finding("C-1", Verdict.SATISFIED, true), "be false for a satisfied check");
    assertThat(finding("C-1", Verdict.UNPROVABLE, true).overridable()).isTrue();
    assertThat(finding("C-1", Verdict.VIOLATED, true).overridable()).isTrue();
  }

  @Test
  @Covers("CM-6.3b")
  void an_assessment_needs_checks_each_once_and_a_role_for_each_member() {
    refused(() -> assessment(A).build(), "hold at least one check");
    refused(
        () -> assessment(A)
            .addFindings(finding("C-1", Verdict.SATISFIED, false), finding("C-1", Verdict.SATISFIED, false)).build(),
        "each code once");
    refused(() -> assessment(new NodeId("z")).addFindings(finding("C-1", Verdict.SATISFIED, false)).build(),
        "be one of the members");
    refused(() -> assessment(A).addFindings(finding("C-1", Verdict.SATISFIED, false)).addMembers(DOWN_B).build(),
        "name each of [a, b]");
    assertThat(assessment(A).addFindings(finding("C-1", Verdict.SATISFIED, false)).build().targetState())
        .isEqualTo(UP_A);
  }

  @Test
  void acknowledged_checks_belong_to_a_force_and_to_nothing_else() {
    refused(() -> order(Transition.PROMOTION).addAcknowledgedChecks("C-1").build(),
        "be there only for a forced promotion");
    refused(() -> order(Transition.DEMOTION).addAcknowledgedChecks("C-1").build(), "the transition is DEMOTION");
    assertThat(order(Transition.FORCED_PROMOTION).addAcknowledgedChecks("Z", "A").build().acknowledgedChecks())
        .containsExactly("A", "Z");
    assertThat(order(Transition.FORCED_PROMOTION).build().acknowledgedChecks()).isEmpty();
  }

  @Test
  void a_cost_names_its_members_and_bounds_no_less_than_zero() {
    refused(() -> DiagnosticCost.builder().cluster(DEMO).scope(DiagnosticScope.DEEP).build(),
        "hold at least one member");
    refused(() -> MemberCost.builder().node(A).maxStatements(-1).maxBytesRead(0).maxDuration(Duration.ZERO).build(),
        "max statements is '-1'");
    refused(
        () -> MemberCost.builder().node(A).maxStatements(0).maxBytesRead(0).maxDuration(Duration.ofMillis(-1)).build(),
        "max duration in ms");
  }

  @Test
  void values_are_equal_by_content_and_do_not_change_with_what_they_were_made_of() {
    assertThat(state().addMembers(UP_A).build()).isEqualTo(state().addMembers(UP_A).build());
    assertThatThrownBy(() -> state().addMembers(UP_A).build().members().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(
        () -> new KernelResponse.Rejected<>("C", "m", List.of()).invariants().add(new InvariantId("P6-A1")))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static ClusterState.Builder state() {
    ClusterState.Builder builder = ClusterState.builder();
    builder.cluster(DEMO).epoch(EPOCH);
    return builder;
  }

  private static PromotionState promotion(TransitionPhase phase, Optional<OngoingTransition> ongoing) {
    return PromotionState.builder().cluster(DEMO).epoch(EPOCH).phase(phase).ongoing(ongoing).build();
  }

  private static Finding finding(String code, Verdict verdict, boolean overridable) {
    return Finding.builder().code(code).invariant(new InvariantId("P6-A1")).verdict(verdict).expected("e").observed("o")
        .missingEvidence("")
        .overridable(overridable).consequence("c").writesAtRisk(new WritesAtRisk.None())
        .reversibility(Reversibility.REVERSIBLE).build();
  }

  private static Assessment.Builder assessment(NodeId target) {
    Assessment.Builder builder = Assessment.builder();
    builder.cluster(DEMO).transition(Transition.PROMOTION).target(target).epoch(EPOCH).addMembers(UP_A).summary("s")
        .putAllRolesAfter(Map.of(A, new RoleAfter.Becomes(new ReplicationState.PrimaryActive())));
    return builder;
  }

  private static TransitionOrder.Builder order(Transition transition) {
    TransitionOrder.Builder builder = TransitionOrder.builder();
    builder.cluster(DEMO).requestId("r-1").commandDigest("0".repeat(64)).operator("ada").reason("why")
        .transition(transition).target(A)
        .expectedEpoch(EPOCH);
    return builder;
  }

  private static void refused(ThrowingCallable making, String part) {
    assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(part);
  }
}
