package io.aerodb.testkit.kernel;

import static io.aerodb.testkit.kernel.KernelDuty.CHECKED_IN_THE_ACT;
import static io.aerodb.testkit.kernel.KernelDuty.DENIED_IS_REFUSED;
import static io.aerodb.testkit.kernel.KernelDuty.IN_PROGRESS_SEEN;
import static io.aerodb.testkit.kernel.KernelDuty.OTHER_CLUSTER_REJECTED;
import static io.aerodb.testkit.kernel.KernelDuty.REJECTION_FORM;
import static io.aerodb.testkit.kernel.KernelDuty.RIGHT_METHOD;
import static io.aerodb.testkit.kernel.KernelDuty.SAME_STATE_SAME_WORD;
import static io.aerodb.testkit.kernel.KernelTestContext.ids;
import static io.aerodb.testkit.kernel.KernelTestContext.refused;
import static io.aerodb.testkit.kernel.KernelTestContext.value;

import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.DiagnosticCost;
import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.KernelResponse.Rejected;
import io.aerodb.kernel.MemberCost;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.OngoingTransition;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.kernel.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Tests of orders that a kernel must refuse. */
abstract class RefusalTests extends KernelGroup {
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");
  private static final ClusterId OTHER = new ClusterId("kit-other-cluster");

  RefusalTests(KernelKit kit) {
    super(kit);
  }

  @Test
  @VerifiesKernel(CHECKED_IN_THE_ACT)
  void a_replica_that_is_behind_is_not_promoted() {
    deniedByItsChecks(context().arrange(KernelScenario.REPLICA_BEHIND));
  }

  @Test
  @VerifiesKernel(CHECKED_IN_THE_ACT)
  void a_replica_that_halted_is_not_promoted() {
    deniedByItsChecks(context().arrange(KernelScenario.REPLICA_HALTED));
  }

  @Test
  @VerifiesKernel(CHECKED_IN_THE_ACT)
  void beside_a_writable_primary_no_replica_is_promoted() {
    deniedByItsChecks(context().replica());
  }

  @Test
  @VerifiesKernel(CHECKED_IN_THE_ACT)
  void without_a_force_what_is_unprovable_is_denied() {
    deniedByItsChecks(context().arrange(KernelScenario.PRIMARY_SILENT));
  }

  @Test
  @VerifiesKernel(REJECTION_FORM)
  void a_rejection_has_a_code_and_names_what_it_rests_on() {
    formed(context().give(context().order(Transition.PROMOTION, context().replica())));
    formed(context().give(context().order(Transition.PROMOTION, KernelTestContext.NOBODY)));
    formed(context().kernel().inspectNode(KernelTestContext.NOBODY));
    formed(context().kernel().assess(Transition.PROMOTION, KernelTestContext.NOBODY, ids()));
  }

  @Test
  @VerifiesKernel(SAME_STATE_SAME_WORD)
  void the_same_order_in_the_same_state_is_rejected_alike() {
    NodeId replica = context().replica();

    var first =
        refused(SAME_STATE_SAME_WORD, "PROMOTION", context().give(context().order(Transition.PROMOTION, replica)));
    var second =
        refused(SAME_STATE_SAME_WORD, "PROMOTION", context().give(context().order(Transition.PROMOTION, replica)));

    SAME_STATE_SAME_WORD.require(
        first.code().equals(second.code()) && first.invariants().equals(second.invariants()),
        "two orders that differ in nothing but the request id were rejected with " + first + " and " + second);
  }

  @Test
  @VerifiesKernel(OTHER_CLUSTER_REJECTED)
  void a_transition_of_another_cluster_is_rejected() {
    NodeId target = context().arrange(KernelScenario.PRIMARY_LOST);

    context().refused(OTHER_CLUSTER_REJECTED,
        context().foreign(OTHER, Transition.PROMOTION, target));
  }

  @Test
  @VerifiesKernel(OTHER_CLUSTER_REJECTED)
  void a_demotion_of_another_cluster_is_rejected() {
    context().needs(Capability.DEMOTION);

    context().refused(OTHER_CLUSTER_REJECTED,
        context().foreign(OTHER, Transition.DEMOTION, context().primary()));
  }

  @Test
  @VerifiesKernel(OTHER_CLUSTER_REJECTED)
  void diagnostics_of_another_cluster_are_rejected() {
    context().needs(Capability.DIAGNOSTICS);
    DiagnosticCost cost = value(context().kernel().estimate(DiagnosticScope.SUMMARY));
    DiagnosticCost foreign =
        DiagnosticCost.builder().cluster(OTHER).scope(cost.scope()).addAllMembers(cost.members()).build();

    refused(OTHER_CLUSTER_REJECTED, "diagnostics of " + OTHER,
        context().kernel().runDiagnostics(new DiagnosticOrder("kit-foreign", foreign)));
  }

  @Test
  @VerifiesKernel(RIGHT_METHOD)
  void an_order_handed_to_the_method_of_another_transition_is_rejected() {
    NodeId target = context().arrange(KernelScenario.PRIMARY_LOST);
    Kernel kernel = context().kernel();
    TransitionOrder promotion = context().order(Transition.PROMOTION, target);
    KernelTestContext.State before = context().state();

    refused(RIGHT_METHOD, "forcePromotion of a PROMOTION", kernel.forcePromotion(promotion));
    refused(RIGHT_METHOD, "requestDemotion of a PROMOTION", kernel.requestDemotion(promotion));
    refused(RIGHT_METHOD, "requestPromotion of a DEMOTION",
        kernel.requestPromotion(context().order(Transition.DEMOTION, target)));

    KernelTestContext.same(RIGHT_METHOD, before, context().state(), "every order was handed to a wrong method");
  }

  @Test
  @VerifiesKernel(IN_PROGRESS_SEEN)
  void while_a_transition_is_under_way_it_is_seen_and_another_is_refused() {
    NodeId target = context().arrange(KernelScenario.IN_PROGRESS);

    Optional<OngoingTransition> ongoing = value(context().kernel().inspectPromotionState()).ongoing();

    IN_PROGRESS_SEEN.require(ongoing.isPresent(), "a transition is under way, but none is shown");
    context().refused(IN_PROGRESS_SEEN, context().order(Transition.PROMOTION, target));
  }

  @Test
  @VerifiesKernel(IN_PROGRESS_SEEN)
  void a_transition_under_way_is_a_check_that_fails() {
    NodeId target = context().arrange(KernelScenario.IN_PROGRESS);

    Assessment assessment = context().assess(Transition.PROMOTION, target);

    IN_PROGRESS_SEEN.require(assessment.findings().stream().anyMatch(f -> f.verdict() != Verdict.SATISFIED),
        "every check of another promotion is satisfied: " + assessment.findings());
  }

  @Test
  @VerifiesKernel(DENIED_IS_REFUSED)
  void what_is_denied_is_refused_and_changes_nothing() {
    boolean some = false;
    KernelTestContext.State before = context().state();
    for (Capability capability : Capability.values()) {
      if (context().denies(capability)) {
        some = true;
        refused(DENIED_IS_REFUSED, "denied " + capability, answer(capability));
        refused(DENIED_IS_REFUSED, "denied " + capability, answer(capability));
      }
    }
    Assumptions.assumeTrue(some, "this kernel denies nothing");
    KernelTestContext.same(DENIED_IS_REFUSED, before, context().state(), "only what is denied was asked for");
  }

  private KernelResponse<?> answer(Capability capability) {
    Kernel kernel = context().kernel();
    try {
      return switch (capability) {
        case DEMOTION -> context().give(context().order(Transition.DEMOTION, context().primary()));
        case FORCED_PROMOTION ->
            context().give(context().order(Transition.FORCED_PROMOTION, context().replica(), "ANY_CHECK"));
        case DIAGNOSTICS -> diagnostics(kernel);
        case WAL -> kernel.inspectWal(Optional.empty(), new Page(1, 1));
        case SNAPSHOTS -> kernel.inspectSnapshots(Optional.empty(), new Page(1, 1));
      };
    } catch (RuntimeException e) {
      throw DENIED_IS_REFUSED.broken("denied " + capability + " threw " + e);
    }
  }

  private KernelResponse<?> diagnostics(Kernel kernel) {
    refused(DENIED_IS_REFUSED, "the cost of denied DIAGNOSTICS", kernel.estimate(DiagnosticScope.SUMMARY));
    MemberCost bound = MemberCost.builder().node(context().primary()).maxStatements(1).maxBytesRead(1)
        .maxDuration(Duration.ofSeconds(1)).build();
    return kernel.runDiagnostics(new DiagnosticOrder("kit-denied",
        DiagnosticCost.builder().cluster(kernel.cluster()).scope(DiagnosticScope.SUMMARY).addMembers(bound).build()));
  }

  private void deniedByItsChecks(NodeId target) {
    Assessment assessment = context().assess(Transition.PROMOTION, target);

    Rejected<CompletedTransition> refusal =
        context().refused(CHECKED_IN_THE_ACT, context().order(Transition.PROMOTION, target));

    CHECKED_IN_THE_ACT.require(
        assessment.findings().stream().filter(f -> f.verdict() != Verdict.SATISFIED).map(Finding::code)
            .anyMatch(refusal.code()::equals),
        "the rejection's code " + refusal.code() + " is that of no check that failed in the assessment");
  }

  private static void formed(KernelResponse<?> response) {
    Rejected<?> refusal = refused(REJECTION_FORM, "what can't be done", response);
    REJECTION_FORM.require(CODE.matcher(refusal.code()).matches(), "code '" + refusal.code() + "'");
    REJECTION_FORM.require(!refusal.invariants().isEmpty(), refusal.code() + " names no invariant");
  }
}
