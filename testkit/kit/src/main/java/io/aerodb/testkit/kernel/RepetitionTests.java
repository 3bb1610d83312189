package io.aerodb.testkit.kernel;

import static io.aerodb.testkit.kernel.KernelDuty.FIRST_RESULT_AGAIN;
import static io.aerodb.testkit.kernel.KernelDuty.OTHER_DIGEST_REJECTED;

import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import org.junit.jupiter.api.Test;

/** Tests of orders that are given again: request id and digest let each take effect once. */
abstract class RepetitionTests extends KernelGroup {
  RepetitionTests(KernelKit kit) {
    super(kit);
  }

  @Test
  @VerifiesKernel(FIRST_RESULT_AGAIN)
  void an_order_that_was_carried_out_is_answered_again_and_not_carried_out_again() {
    NodeId target = context().arrange(KernelScenario.PRIMARY_LOST);
    TransitionOrder order = context().order(Transition.PROMOTION, target);
    KernelResponse<CompletedTransition> first = context().give(order);
    KernelTestContext.State after = context().state();

    again(first, context().give(order));

    KernelTestContext.same(FIRST_RESULT_AGAIN, after, context().state(), "the order was given a second time");
  }

  @Test
  @VerifiesKernel(FIRST_RESULT_AGAIN)
  void a_demotion_that_was_carried_out_is_answered_again_and_not_carried_out_again() {
    context().needs(Capability.DEMOTION);
    NodeId node = context().primary();
    TransitionOrder order = context().order(Transition.DEMOTION, node);
    KernelResponse<CompletedTransition> first = context().give(order);
    context().carriedOut(context().order(Transition.PROMOTION, node));
    KernelTestContext.State after = context().state();

    again(first, context().give(order));

    KernelTestContext.same(FIRST_RESULT_AGAIN, after, context().state(),
        "the first of two orders was given a second time");
  }

  @Test
  @VerifiesKernel(FIRST_RESULT_AGAIN)
  void another_adapter_answers_with_the_first_result() {
    NodeId target = context().arrange(KernelScenario.PRIMARY_LOST);
    TransitionOrder order = context().order(Transition.PROMOTION, target);
    KernelResponse<CompletedTransition> first = context().give(order);

    again(first, KernelTestContext.give(context().another(), order));
  }

  @Test
  @VerifiesKernel(FIRST_RESULT_AGAIN)
  void a_refusal_stays_the_answer_also_when_nothing_stands_against_the_order_any_more() {
    NodeId replica = context().replica();
    AuthorityEpoch epoch = context().epoch();
    TransitionOrder order = context().order(Transition.PROMOTION, replica, epoch);
    KernelResponse<CompletedTransition> first = context().give(order);
    context().arrange(KernelScenario.PRIMARY_LOST);
    KernelTestContext.State before = context().state();

    again(first, context().give(order));

    KernelTestContext.same(FIRST_RESULT_AGAIN, before, context().state(), "the order had been refused before");
  }

  @Test
  @VerifiesKernel(OTHER_DIGEST_REJECTED)
  void a_used_request_id_with_another_digest_is_rejected() {
    NodeId target = context().arrange(KernelScenario.PRIMARY_LOST);
    TransitionOrder order = context().order(Transition.PROMOTION, target);
    context().carriedOut(order);

    context().refused(OTHER_DIGEST_REJECTED,
        context().promotion(order.requestId(), KernelTestContext.digest("other"), target, order.expectedEpoch()));
  }

  @Test
  @VerifiesKernel(OTHER_DIGEST_REJECTED)
  void a_refused_order_with_another_digest_is_rejected_although_every_check_holds() {
    AuthorityEpoch epoch = context().epoch();
    NodeId target = context().arrange(KernelScenario.PRIMARY_LOST);
    TransitionOrder order = context().order(Transition.PROMOTION, target, new AuthorityEpoch("kit-no-epoch"));
    context().refused(OTHER_DIGEST_REJECTED, order);

    context().refused(OTHER_DIGEST_REJECTED,
        context().promotion(order.requestId(), KernelTestContext.digest("other"), target, epoch));
  }

  private static void again(KernelResponse<CompletedTransition> first, KernelResponse<CompletedTransition> second) {
    FIRST_RESULT_AGAIN.require(second.equals(first), "first " + first + ", then " + second);
  }
}
