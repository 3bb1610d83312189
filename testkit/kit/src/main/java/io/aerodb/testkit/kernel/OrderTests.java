package io.aerodb.testkit.kernel;

import static io.aerodb.testkit.kernel.KernelDuty.ANSWER_NAMES_ORDER;
import static io.aerodb.testkit.kernel.KernelDuty.AUTHORITY_MOVED;
import static io.aerodb.testkit.kernel.KernelDuty.DEMOTION_LEAVES_NOBODY;
import static io.aerodb.testkit.kernel.KernelDuty.NOT_REFUSED;
import static io.aerodb.testkit.kernel.KernelDuty.ROLES_COME_TRUE;
import static io.aerodb.testkit.kernel.KernelTestContext.value;

import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.ReplicationState;
import io.aerodb.kernel.RoleAfter;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of orders that every check allows. */
abstract class OrderTests extends KernelGroup {
  OrderTests(KernelKit kit) {
    super(kit);
  }

  @Test
  @VerifiesKernel({AUTHORITY_MOVED, NOT_REFUSED})
  void a_promotion_makes_the_target_primary() {
    NodeId target = context().arrange(KernelScenario.PRIMARY_LOST);

    CompletedTransition done = context().carriedOut(context().order(Transition.PROMOTION, target));

    moved(context().kernel(), done, Optional.of(target));
  }

  @Test
  @VerifiesKernel(AUTHORITY_MOVED)
  void another_adapter_sees_the_same_authority() {
    NodeId target = context().arrange(KernelScenario.PRIMARY_LOST);

    CompletedTransition done = context().carriedOut(context().order(Transition.PROMOTION, target));

    moved(context().another(), done, Optional.of(target));
  }

  @Test
  @VerifiesKernel(ANSWER_NAMES_ORDER)
  void a_promotion_is_answered_in_the_names_of_its_order() {
    NodeId target = context().arrange(KernelScenario.PRIMARY_LOST);
    TransitionOrder order = context().order(Transition.PROMOTION, target);

    named(order, context().carriedOut(order));
  }

  @Test
  @VerifiesKernel(ANSWER_NAMES_ORDER)
  void a_demotion_is_answered_in_the_names_of_its_order() {
    context().needs(Capability.DEMOTION);
    TransitionOrder order = context().order(Transition.DEMOTION, context().primary());

    named(order, context().carriedOut(order));
  }

  @Test
  @VerifiesKernel(ROLES_COME_TRUE)
  void after_a_promotion_members_are_what_was_foretold() {
    NodeId target = context().arrange(KernelScenario.PRIMARY_LOST);
    Assessment foretold = context().assess(Transition.PROMOTION, target);

    context().carriedOut(context().order(Transition.PROMOTION, target));

    cameTrue(foretold);
  }

  @Test
  @VerifiesKernel(ROLES_COME_TRUE)
  void after_a_demotion_members_are_what_was_foretold() {
    context().needs(Capability.DEMOTION);
    NodeId primary = context().primary();
    Assessment foretold = context().assess(Transition.DEMOTION, primary);

    context().carriedOut(context().order(Transition.DEMOTION, primary));

    cameTrue(foretold);
  }

  @Test
  @VerifiesKernel(DEMOTION_LEAVES_NOBODY)
  void after_a_demotion_no_member_accepts_writes() {
    context().needs(Capability.DEMOTION);
    NodeId primary = context().primary();

    CompletedTransition done = context().carriedOut(context().order(Transition.DEMOTION, primary));

    ClusterState after = value(context().kernel().inspectClusterState());
    DEMOTION_LEAVES_NOBODY.require(after.primary().isEmpty() && writable(after).isEmpty(),
        "the primary is " + after.primary() + " and writable answer " + writable(after));
    DEMOTION_LEAVES_NOBODY.require(done.position().isPresent(), "the answer has no final position: " + done);
  }

  @Test
  @VerifiesKernel(AUTHORITY_MOVED)
  void a_demotion_takes_authority_and_gives_it_to_nobody() {
    context().needs(Capability.DEMOTION);

    CompletedTransition done = context().carriedOut(context().order(Transition.DEMOTION, context().primary()));

    moved(context().kernel(), done, Optional.empty());
  }

  @Test
  @VerifiesKernel(DEMOTION_LEAVES_NOBODY)
  void the_member_that_was_demoted_follows_and_may_be_promoted_again() {
    context().needs(Capability.DEMOTION);
    NodeId primary = context().primary();

    context().carriedOut(context().order(Transition.DEMOTION, primary));

    MemberState demoted = value(context().kernel().inspectNode(primary)).member();
    DEMOTION_LEAVES_NOBODY.require(
        demoted.answeredState().filter(ReplicationState.ReplicaActive.class::isInstance).isPresent(),
        "the demoted member is " + demoted);
    context().carriedOut(context().order(Transition.PROMOTION, primary));
  }

  private void moved(Kernel kernel, CompletedTransition done, Optional<NodeId> primary) {
    KernelTestContext.State after = context().state(kernel);
    AUTHORITY_MOVED.require(after.primary().equals(primary), "answered was " + done + ", but the primary is "
        + after.primary());
    AUTHORITY_MOVED.require(after.epoch().equals(done.epochAfter()), "answered was " + done + ", but the epoch is "
        + after.epoch());
    AUTHORITY_MOVED.require(after.last().equals(Optional.of(done)), "answered was " + done
        + ", but the newest transition is " + after.last());
  }

  private static void named(TransitionOrder order, CompletedTransition answer) {
    ANSWER_NAMES_ORDER.require(answer.cluster().equals(order.cluster()),
        "cluster " + answer.cluster() + " for " + order);
    ANSWER_NAMES_ORDER.require(answer.requestId().equals(order.requestId()),
        "request " + answer.requestId() + " for " + order);
    ANSWER_NAMES_ORDER.require(answer.transition() == order.transition(), answer.transition() + " for " + order);
    ANSWER_NAMES_ORDER.require(answer.target().equals(order.target()), "target " + answer.target() + " for " + order);
    ANSWER_NAMES_ORDER.require(answer.epochBefore().equals(order.expectedEpoch()),
        "epoch before " + answer.epochBefore() + " for " + order);
  }

  private void cameTrue(Assessment foretold) {
    for (MemberState member : value(context().kernel().inspectClusterState()).members()) {
      RoleAfter role = foretold.rolesAfter().get(member.node());
      boolean holds = switch (role) {
        case RoleAfter.Becomes(ReplicationState state) -> member.answeredState().equals(Optional.of(state));
        case RoleAfter.CannotBeTold unknown -> true;
        case null -> false;
      };
      ROLES_COME_TRUE.require(holds, "foretold for " + member.node() + " was " + role + ", and it is " + member);
    }
  }

  private static List<NodeId> writable(ClusterState state) {
    return state.members().stream()
        .filter(member -> member.answeredState().filter(ReplicationState.PrimaryActive.class::isInstance).isPresent())
        .map(MemberState::node).toList();
  }
}
