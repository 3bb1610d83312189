package io.aerodb.testkit.kernel;

import static io.aerodb.testkit.kernel.KernelDuty.FORCE_KEEPS_THE_REST;
import static io.aerodb.testkit.kernel.KernelDuty.FORCE_LIFTS_NAMED;

import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.Verdict;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of the checks that a forced promotion lifts, and of those that it never lifts. */
abstract class ForceTests extends KernelGroup {
  ForceTests(KernelKit kit) {
    super(kit);
  }

  @BeforeEach
  void needsForce() {
    context().needs(Capability.FORCED_PROMOTION);
  }

  @Test
  @VerifiesKernel(FORCE_LIFTS_NAMED)
  void a_force_lifts_what_was_acknowledged() {
    NodeId target = context().arrange(KernelScenario.PRIMARY_SILENT);
    List<String> unsatisfied = unsatisfied(target);

    KernelResponse<CompletedTransition> answer = force(target, unsatisfied);

    FORCE_LIFTS_NAMED.require(answer instanceof KernelResponse.Completed,
        unsatisfied + " were acknowledged and nothing else stands against it, but the answer is " + answer);
  }

  @Test
  @VerifiesKernel(FORCE_LIFTS_NAMED)
  void a_force_that_acknowledges_none_of_the_checks_that_fail_is_refused() {
    NodeId target = context().arrange(KernelScenario.PRIMARY_SILENT);
    String satisfied = codes(target, Verdict.SATISFIED).getFirst();

    refusedForce(FORCE_LIFTS_NAMED, target, List.of(satisfied));
  }

  @Test
  @VerifiesKernel(FORCE_LIFTS_NAMED)
  void a_force_that_leaves_out_one_check_is_refused() {
    NodeId target = context().arrange(KernelScenario.PRIMARY_SILENT);
    List<String> unsatisfied = unsatisfied(target);
    String satisfied = codes(target, Verdict.SATISFIED).getFirst();

    for (String left : unsatisfied) {
      List<String> rest = unsatisfied.stream().map(code -> code.equals(left) ? satisfied : code).toList();
      refusedForce(FORCE_LIFTS_NAMED, target, rest);
    }
  }

  @Test
  @VerifiesKernel(FORCE_KEEPS_THE_REST)
  void a_force_lifts_no_provable_loss_of_writes() {
    NodeId target = context().arrange(KernelScenario.REPLICA_BEHIND);

    refusedForce(FORCE_KEEPS_THE_REST, target, unsatisfied(target));
  }

  @Test
  @VerifiesKernel(FORCE_KEEPS_THE_REST)
  void a_force_does_not_promote_a_replica_that_halted() {
    NodeId target = context().arrange(KernelScenario.REPLICA_HALTED);

    refusedForce(FORCE_KEEPS_THE_REST, target, unsatisfied(target));
  }

  @Test
  @VerifiesKernel(FORCE_KEEPS_THE_REST)
  void a_force_is_refused_beside_a_writable_primary() {
    NodeId target = context().replica();

    refusedForce(FORCE_KEEPS_THE_REST, target, unsatisfied(target));
  }

  private void refusedForce(KernelDuty duty, NodeId target, List<String> acknowledged) {
    context().refused(duty, context().order(Transition.FORCED_PROMOTION, target, acknowledged.toArray(String[]::new)));
  }

  private KernelResponse<CompletedTransition> force(NodeId target, List<String> acknowledged) {
    return context().give(context().order(Transition.FORCED_PROMOTION, target, acknowledged.toArray(String[]::new)));
  }

  private List<String> unsatisfied(NodeId target) {
    return context().assess(Transition.FORCED_PROMOTION, target).findings().stream()
        .filter(finding -> finding.verdict() != Verdict.SATISFIED).map(Finding::code).toList();
  }

  private List<String> codes(NodeId target, Verdict verdict) {
    return context().assess(Transition.FORCED_PROMOTION, target).findings().stream()
        .filter(finding -> finding.verdict() == verdict).map(Finding::code).toList();
  }
}
