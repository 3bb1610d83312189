package io.aerodb.testkit.kernel;

import static io.aerodb.testkit.kernel.KernelDuty.EVIDENCE_WITH_EFFECT;
import static io.aerodb.testkit.kernel.KernelDuty.NOT_GUESSED;
import static io.aerodb.testkit.kernel.KernelDuty.SETTLED_TRULY;
import static io.aerodb.testkit.kernel.KernelDuty.UNKNOWN_NOT_REFUSED;
import static io.aerodb.testkit.kernel.KernelTestContext.ids;
import static io.aerodb.testkit.kernel.KernelTestContext.value;

import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.KernelResponse.Completed;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.OngoingTransition;
import io.aerodb.kernel.RequestResolution;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.testkit.fault.Callers;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of what a kernel says about an order whose answer was lost. */
abstract class TruthTests extends KernelGroup {
  TruthTests(KernelKit kit) {
    super(kit);
  }

  @Test
  @VerifiesKernel(SETTLED_TRULY)
  void a_request_that_was_carried_out_is_settled_as_executed() {
    NodeId target = context().arrange(KernelScenario.PRIMARY_LOST);
    TransitionOrder order = context().order(Transition.PROMOTION, target);
    context().carriedOut(order);

    for (Kernel kernel : new Kernel[]{context().kernel(), context().another()}) {
      RequestResolution word = settled(kernel, order.requestId());
      SETTLED_TRULY.require(word == RequestResolution.EXECUTED, "the order was carried out, and is settled as " + word);
    }
  }

  @Test
  @VerifiesKernel(SETTLED_TRULY)
  void a_request_that_was_carried_out_before_another_one_stays_executed() {
    context().needs(Capability.DEMOTION);
    NodeId node = context().primary();
    TransitionOrder order = context().order(Transition.DEMOTION, node);
    context().carriedOut(order);
    context().carriedOut(context().order(Transition.PROMOTION, node));

    RequestResolution word = settled(context().kernel(), order.requestId());

    SETTLED_TRULY.require(word != RequestResolution.NOT_EXECUTED,
        "the order was carried out before the newest one, and is settled as " + word);
  }

  @Test
  @VerifiesKernel(SETTLED_TRULY)
  void a_request_that_was_refused_is_never_settled_as_executed() {
    TransitionOrder order = context().order(Transition.PROMOTION, context().replica());
    context().refused(SETTLED_TRULY, order);

    RequestResolution word = settled(context().kernel(), order.requestId());

    SETTLED_TRULY.require(word != RequestResolution.EXECUTED, "the order was refused, and is settled as " + word);
  }

  @Test
  @VerifiesKernel(SETTLED_TRULY)
  void not_executed_is_said_only_of_what_never_will_be() {
    NodeId target = context().arrange(KernelScenario.PRIMARY_LOST);
    TransitionOrder onTheWay = context().order(Transition.PROMOTION, target);

    RequestResolution word = settled(context().kernel(), onTheWay.requestId());
    KernelResponse<CompletedTransition> answer = context().give(onTheWay);

    SETTLED_TRULY.require(word != RequestResolution.EXECUTED, "nobody gave the order, and it was settled as " + word);
    SETTLED_TRULY.require(word == RequestResolution.CANNOT_TELL || answer instanceof KernelResponse.Rejected,
        "an order on its way was settled as " + word + ", and then answered with " + answer);
  }

  @Test
  @VerifiesKernel(SETTLED_TRULY)
  void of_a_transition_under_way_nobody_can_tell() {
    NodeId target = context().arrange(KernelScenario.IN_PROGRESS);
    OngoingTransition ongoing = value(context().kernel().inspectPromotionState()).ongoing()
        .orElseThrow(() -> KernelDuty.IN_PROGRESS_SEEN.broken("a transition is under way, but none is shown"));

    RequestResolution word =
        context().assess(Transition.PROMOTION, target, ongoing.requestId()).settled().get(ongoing.requestId());

    SETTLED_TRULY.require(word == RequestResolution.CANNOT_TELL,
        "the order is being carried out, and is settled as " + word);
  }

  @Test
  @VerifiesKernel(UNKNOWN_NOT_REFUSED)
  void what_took_effect_before_the_kernel_died_is_not_answered_as_refused() {
    TransitionOrder order = cutOff(KernelScenario.CUT_OFF_AFTER_EFFECT);
    KernelTestContext.State before = context().state(context().another());

    Optional<KernelResponse<CompletedTransition>> answer = attempt(order);

    boolean moved = !context().state(context().another()).epoch().equals(before.epoch());
    UNKNOWN_NOT_REFUSED.require(!(moved && answer.filter(KernelResponse.Rejected.class::isInstance).isPresent()),
        "authority moved, and the answer was " + answer);
  }

  @Test
  @VerifiesKernel(UNKNOWN_NOT_REFUSED)
  void what_was_answered_as_refused_has_no_effect_later() {
    TransitionOrder order = cutOff(KernelScenario.CUT_OFF_BEFORE_EFFECT);

    Optional<KernelResponse<CompletedTransition>> answer = attempt(order);
    Optional<KernelResponse<CompletedTransition>> later = attempt(context().another(), order);

    UNKNOWN_NOT_REFUSED.require(
        !(answer.filter(KernelResponse.Rejected.class::isInstance).isPresent()
            && later.filter(Completed.class::isInstance).isPresent()),
        "the first answer was " + answer + ", and the same order was answered later with " + later);
  }

  @Test
  @VerifiesKernel(UNKNOWN_NOT_REFUSED)
  void while_the_cluster_cannot_be_reached_an_order_is_not_answered_as_refused() throws Exception {
    NodeId target = context().arrange(KernelScenario.UNREACHABLE);
    TransitionOrder order = context().promotion("kit-unreachable", KernelTestContext.digest("any"), target,
        new AuthorityEpoch("kit-any"));

    Optional<KernelResponse<CompletedTransition>> answer =
        Callers.within(Callers.start(() -> KernelTestContext.give(context().kernel(), order)),
            KernelTestContext.patience(context().kernel().callBound()));

    UNKNOWN_NOT_REFUSED.require(answer.isEmpty(), "the cluster can't be reached, and the answer was " + answer);
  }

  @Test
  @VerifiesKernel(EVIDENCE_WITH_EFFECT)
  void an_effect_is_settled_as_executed_by_whoever_looks_next() {
    TransitionOrder order = cutOff(KernelScenario.CUT_OFF_AFTER_EFFECT);
    KernelTestContext.State before = context().state(context().another());
    attempt(order);

    boolean moved = !context().state(context().another()).epoch().equals(before.epoch());
    RequestResolution word = settled(context().another(), order.requestId());

    EVIDENCE_WITH_EFFECT.require(moved == (word == RequestResolution.EXECUTED),
        "the kernel died with authority " + (moved ? "moved" : "where it was") + ", and the order is settled as "
            + word);
  }

  @Test
  @VerifiesKernel(EVIDENCE_WITH_EFFECT)
  void what_died_before_its_effect_is_not_settled_as_executed() {
    TransitionOrder order = cutOff(KernelScenario.CUT_OFF_BEFORE_EFFECT);
    KernelTestContext.State before = context().state(context().another());
    attempt(order);

    RequestResolution word = settled(context().another(), order.requestId());
    KernelTestContext.State after = context().state(context().another());

    EVIDENCE_WITH_EFFECT.require(after.epoch().equals(before.epoch()) && word != RequestResolution.EXECUTED,
        "the kernel died before any effect, the epoch is " + after.epoch() + " and was " + before.epoch()
            + ", and the order is settled as " + word);
    Optional<KernelResponse<CompletedTransition>> later = attempt(context().another(), order);
    EVIDENCE_WITH_EFFECT.require(
        word == RequestResolution.CANNOT_TELL || later.filter(Completed.class::isInstance).isEmpty(),
        "the order was settled as " + word + ", and took effect afterwards: " + later);
  }

  @Test
  @VerifiesKernel(NOT_GUESSED)
  void what_became_of_an_order_is_not_guessed_from_unreadable_evidence() {
    NodeId promoted = context().arrange(KernelScenario.PRIMARY_LOST);
    TransitionOrder order = context().order(Transition.PROMOTION, promoted);
    context().carriedOut(order);
    NodeId target = context().arrange(KernelScenario.EVIDENCE_UNREADABLE);

    Assessment assessment;
    try {
      assessment = context().assess(Transition.PROMOTION, target, order.requestId());
    } catch (RuntimeException e) {
      throw NOT_GUESSED.broken("one request can't be settled, and nothing at all was answered but thrown " + e);
    }

    RequestResolution word = assessment.settled().get(order.requestId());
    boolean named =
        assessment.lastTransition().filter(last -> last.requestId().equals(order.requestId())).isPresent();
    NOT_GUESSED.require(word == RequestResolution.CANNOT_TELL || (named && word == RequestResolution.EXECUTED),
        "the evidence can't be read, and the order is settled as " + word);
  }

  private TransitionOrder cutOff(KernelScenario scenario) {
    NodeId target = context().arrange(scenario);
    return context().promotion("kit-cut-off", KernelTestContext.digest("cut-off"), target,
        value(context().another().inspectClusterState()).epoch());
  }

  private Optional<KernelResponse<CompletedTransition>> attempt(TransitionOrder order) {
    return attempt(context().kernel(), order);
  }

  /** The answer; empty when the kernel threw, which means that nobody knows. */
  private static Optional<KernelResponse<CompletedTransition>> attempt(Kernel kernel, TransitionOrder order) {
    try {
      return Optional.of(KernelTestContext.give(kernel, order));
    } catch (RuntimeException nobodyKnows) {
      return Optional.empty();
    }
  }

  /** Asked with whatever transition and target have a meaning now. */
  private static RequestResolution settled(Kernel kernel, String requestId) {
    var cluster = value(kernel.inspectClusterState());
    NodeId target = cluster.members().stream().map(MemberState::node)
        .filter(node -> !cluster.primary().equals(Optional.of(node))).findFirst().orElseThrow();
    RequestResolution word =
        value(kernel.assess(Transition.PROMOTION, target, ids(requestId))).settled().get(requestId);
    if (word == null) {
      throw SETTLED_TRULY.broken("asked about " + requestId + ", nothing was said of it");
    }
    return word;
  }
}
