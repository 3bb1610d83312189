package io.aerodb.sim;

import static io.aerodb.sim.SimFixture.A;
import static io.aerodb.sim.SimFixture.B;
import static io.aerodb.sim.SimFixture.C;
import static io.aerodb.sim.SimFixture.NOBODY;
import static io.aerodb.sim.SimFixture.names;
import static io.aerodb.sim.SimFixture.refused;
import static io.aerodb.sim.SimFixture.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.freeze.claims.Covers;
import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.KernelResponse.Rejected;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.RequestResolution;
import io.aerodb.kernel.RoleAfter;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.kernel.TransitionPhase;
import io.aerodb.sim.storage.QuickStorage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests how orders are carried out, refused, repeated and noted. */
class OrderTest {
  @TempDir
  Path dir;
  private SimFixture sim;

  @BeforeEach
  void create() {
    sim = SimFixture.written(dir.resolve("sim")).after(new ClusterEvent.Kill(A));
  }

  @Test
  void a_promotion_answers_with_the_target_that_was_named_and_a_new_epoch() {
    TransitionOrder order = sim.order(Transition.PROMOTION, B);

    CompletedTransition done = value(sim.kernel.requestPromotion(order));

    assertThat(done.target()).isEqualTo(B);
    assertThat(done.requestId()).isEqualTo(order.requestId());
    assertThat(done.epochBefore()).isEqualTo(order.expectedEpoch());
    assertThat(done.epochAfter()).isEqualTo(sim.epoch()).isEqualTo(new AuthorityEpoch("demo/epoch-2"));
    assertThat(value(sim.kernel.inspectPromotionState()).lastTransition()).contains(done);
  }

  @Test
  void every_phase_is_noted_in_order() {
    sim.promote(B);
    sim.demote(B);

    assertThat(sim.cluster.steps()).extracting(TransitionStep::phase).containsExactly(
        TransitionPhase.PROMOTION_REQUESTED,
        TransitionPhase.PROMOTION_VALIDATING, TransitionPhase.PROMOTION_APPROVED,
        TransitionPhase.AUTHORITY_TRANSITIONING,
        TransitionPhase.PROMOTION_SUCCEEDED, TransitionPhase.STEADY, TransitionPhase.DEMOTION_REQUESTED,
        TransitionPhase.DEMOTION_VALIDATING,
        TransitionPhase.AUTHORITY_RELINQUISHING, TransitionPhase.DEMOTION_SUCCEEDED, TransitionPhase.STEADY);
    StepGrammar.check(sim.cluster.steps());
  }

  @Test
  void what_was_denied_or_invalid_is_noted_too() {
    sim.demote(A);
    sim.promote(NOBODY);
    sim.promote(A);

    assertThat(sim.cluster.steps()).extracting(TransitionStep::phase).containsExactly(
        TransitionPhase.DEMOTION_REQUESTED,
        TransitionPhase.DEMOTION_VALIDATING, TransitionPhase.DEMOTION_DENIED, TransitionPhase.STEADY,
        TransitionPhase.PROMOTION_REQUESTED,
        TransitionPhase.STEADY, TransitionPhase.PROMOTION_REQUESTED, TransitionPhase.PROMOTION_VALIDATING,
        TransitionPhase.PROMOTION_DENIED,
        TransitionPhase.STEADY);
    StepGrammar.check(sim.cluster.steps());
  }

  @Test
  void an_order_of_another_epoch_is_refused_although_every_check_holds() {
    TransitionOrder stale = sim.order(Transition.PROMOTION, C);
    value(sim.promote(B));
    value(sim.demote(B));

    Rejected<CompletedTransition> refusal = refused(sim.kernel.requestPromotion(stale));

    assertThat(refusal.code()).isEqualTo("AERO_AUTHORITY_EPOCH_CHANGED");
    assertThat(refusal.message()).contains("demo/epoch-1").contains("demo/epoch-3");
    assertThat(names(refusal)).containsExactly("P6-A2");
  }

  @Test
  @Covers("CM-2.2")
  void the_same_order_is_answered_with_the_first_result_and_executed_once() {
    TransitionOrder order = sim.order(Transition.PROMOTION, B);

    var first = sim.kernel.requestPromotion(order);
    var second = sim.kernel(new QuickStorage()).requestPromotion(order);

    assertThat(second).isEqualTo(first);
    assertThat(StepGrammar.executions(sim.cluster.steps(), order.requestId())).isEqualTo(1);
  }

  @Test
  void a_refusal_is_kept_also_when_the_order_would_be_carried_out_by_now() {
    sim.after(new ClusterEvent.Return(A));
    TransitionOrder order = sim.order(Transition.PROMOTION, B);
    Rejected<CompletedTransition> first = refused(sim.kernel.requestPromotion(order));
    sim.after(new ClusterEvent.Kill(A));

    assertThat(sim.kernel.requestPromotion(order)).isEqualTo(first);
    assertThat(sim.assess(Transition.PROMOTION, B, order.requestId()).settled())
        .isEqualTo(Map.of(order.requestId(), RequestResolution.NOT_EXECUTED));
  }

  @Test
  void another_order_with_a_used_id_is_refused_whatever_became_of_the_first() {
    TransitionOrder order = sim.order(Transition.PROMOTION, B);
    value(sim.kernel.requestPromotion(order));

    TransitionOrder other = SimFixture.order(order.requestId(), Transition.DEMOTION, B, sim.epoch());

    assertThat(refused(sim.kernel.requestDemotion(other)).code()).isEqualTo("AERO_REQUEST_ID_REUSED");
    assertThat(value(sim.kernel.inspectClusterState()).primary()).contains(B);
    assertThat(value(sim.kernel.requestPromotion(order)).target()).isEqualTo(B);
  }

  @Test
  void ids_that_differ_only_in_case_are_two_requests() {
    TransitionOrder small = SimFixture.order("r-a", Transition.PROMOTION, B, sim.epoch());
    value(sim.kernel.requestPromotion(small));

    assertThat(sim.assess(Transition.DEMOTION, B, "r-a", "r-A").settled())
        .isEqualTo(Map.of("r-a", RequestResolution.EXECUTED, "r-A", RequestResolution.CANNOT_TELL));
  }

  @Test
  void of_an_id_without_a_trace_nobody_can_tell_because_its_order_may_be_on_the_way() {
    TransitionOrder underway = sim.order(Transition.PROMOTION, B);

    assertThat(sim.assess(Transition.PROMOTION, B, underway.requestId()).settled()).containsEntry(underway.requestId(),
        RequestResolution.CANNOT_TELL);

    assertThat(value(sim.kernel.requestPromotion(underway)).target()).isEqualTo(B);
  }

  @Test
  void an_order_for_another_cluster_is_refused_and_leaves_no_trace() {
    TransitionOrder foreign = TransitionOrder.builder().cluster(new ClusterId("other")).requestId("r-9")
        .commandDigest(SimFixture.digest("x"))
        .operator("ada").reason("test").transition(Transition.PROMOTION).target(B).expectedEpoch(sim.epoch()).build();
    Map<String, String> before = sim.content();

    assertThat(refused(sim.kernel.requestPromotion(foreign)).code()).isEqualTo("AERO_WRONG_CLUSTER");
    assertThat(sim.content()).isEqualTo(before);
  }

  @Test
  void an_order_handed_to_the_method_of_another_transition_is_refused() {
    assertThat(refused(sim.kernel.requestPromotion(sim.order(Transition.DEMOTION, B))).code())
        .isEqualTo("AERO_TRANSITION_INVALID_REQUEST");
    assertThat(refused(sim.kernel.requestDemotion(sim.order(Transition.PROMOTION, B))).code())
        .isEqualTo("AERO_TRANSITION_INVALID_REQUEST");
    assertThat(sim.cluster.steps()).isEmpty();
  }

  @Test
  void an_unknown_member_is_refused_by_orders_and_assessments_and_never_replaced() {
    for (Transition transition : Transition.values()) {
      assertThat(refused(sim.kernel.assess(transition, NOBODY, SimFixture.ids())).code())
          .isEqualTo("AERO_UNKNOWN_NODE");
    }
    assertThat(refused(sim.promote(NOBODY)).code()).isEqualTo("AERO_UNKNOWN_NODE");
    assertThat(names(refused(sim.demote(NOBODY)))).containsExactly("P6-A3");
    assertThat(refused(sim.force(NOBODY, Check.BEHIND_WAL.code())).message()).contains("nobody").contains("demo");
  }

  @Test
  void promoting_the_holder_of_authority_has_no_meaning() {
    assertThat(refused(sim.promote(A)).code()).isEqualTo("AERO_PROMOTION_TARGET_IS_PRIMARY");
    assertThat(names(refused(sim.kernel.assess(Transition.FORCED_PROMOTION, A, SimFixture.ids()))))
        .containsExactly("P6-A3");
  }

  @Test
  void what_is_announced_of_the_members_is_what_they_become() {
    sim.after(new ClusterEvent.Diverge(C, 2));
    var roles = sim.assess(Transition.PROMOTION, B).rolesAfter();
    value(sim.promote(B));

    assertThat(roles.keySet()).containsExactly(A, B, C);
    for (NodeId node : List.of(B, C)) {
      assertThat(roles.get(node)).isEqualTo(new RoleAfter.Becomes(sim.member(node).replication()));
    }
    assertThat(roles.get(A)).isInstanceOf(RoleAfter.CannotBeTold.class);
  }
}
