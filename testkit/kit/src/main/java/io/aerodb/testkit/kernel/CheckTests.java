package io.aerodb.testkit.kernel;

import static io.aerodb.testkit.kernel.KernelDuty.MEANINGLESS_REFUSED;
import static io.aerodb.testkit.kernel.KernelDuty.REQUIRED_CHECKS;
import static io.aerodb.testkit.kernel.KernelDuty.UNPROVABLE_SAID;
import static io.aerodb.testkit.kernel.KernelDuty.VIOLATED_SAID;
import static io.aerodb.testkit.kernel.KernelTestContext.ids;
import static io.aerodb.testkit.kernel.KernelTestContext.refused;

import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of the checks by which a kernel assesses a transition before anybody is asked to confirm it. */
abstract class CheckTests extends KernelGroup {
  private static final List<String> REQUIRED = List.of("P6-A1", "P6-A3", "P6-S1", "P6-S2");

  CheckTests(KernelKit kit) {
    super(kit);
  }

  @Test
  @VerifiesKernel(REQUIRED_CHECKS)
  void a_promotion_is_judged_by_the_required_checks() {
    everyRequired(context().assess(Transition.PROMOTION, context().replica()));
    everyRequired(context().assess(Transition.FORCED_PROMOTION, context().replica()));
  }

  @Test
  @VerifiesKernel(REQUIRED_CHECKS)
  void checks_that_hold_stand_in_the_assessment_as_well() {
    NodeId target = context().arrange(KernelScenario.PRIMARY_LOST);

    Assessment assessment = context().assess(Transition.PROMOTION, target);

    everyRequired(assessment);
    REQUIRED_CHECKS.require(unsatisfied(assessment).isEmpty(),
        "the primary is provably lost and " + target + " lacks nothing, but not satisfied is "
            + unsatisfied(assessment));
  }

  @Test
  @VerifiesKernel(UNPROVABLE_SAID)
  void that_a_silent_primary_does_not_write_is_unprovable() {
    NodeId target = context().arrange(KernelScenario.PRIMARY_SILENT);

    List<Finding> authority = of("P6-A1", context().assess(Transition.PROMOTION, target));

    UNPROVABLE_SAID.require(authority.stream().anyMatch(CheckTests::unprovable),
        "nobody can tell whether the primary accepts writes, but the checks of P6-A1 are " + authority);
  }

  @Test
  @VerifiesKernel(UNPROVABLE_SAID)
  void of_a_target_that_cannot_be_read_nothing_is_taken_for_proven() {
    NodeId silent = context().arrange(KernelScenario.REPLICA_SILENT);

    Assessment assessment = context().assess(Transition.PROMOTION, silent);

    for (String invariant : List.of("P6-S1", "P6-S2")) {
      UNPROVABLE_SAID.require(of(invariant, assessment).stream().anyMatch(CheckTests::unprovable),
          silent + " gives no answer, but the checks of " + invariant + " are " + of(invariant, assessment));
    }
  }

  @Test
  @VerifiesKernel(VIOLATED_SAID)
  void a_replica_that_is_behind_is_denied_beyond_assertion() {
    NodeId target = context().arrange(KernelScenario.REPLICA_BEHIND);

    violated("P6-S1", context().assess(Transition.FORCED_PROMOTION, target));
  }

  @Test
  @VerifiesKernel(VIOLATED_SAID)
  void a_replica_that_halted_is_denied_beyond_assertion() {
    NodeId target = context().arrange(KernelScenario.REPLICA_HALTED);

    violated("P6-S2", context().assess(Transition.FORCED_PROMOTION, target));
  }

  @Test
  @VerifiesKernel(VIOLATED_SAID)
  void beside_a_writable_primary_authority_is_denied_beyond_assertion() {
    violated("P6-A1", context().assess(Transition.FORCED_PROMOTION, context().replica()));
  }

  @Test
  @VerifiesKernel(MEANINGLESS_REFUSED)
  void the_primary_is_not_assessed_for_a_promotion() {
    NodeId primary = context().primary();

    for (Transition transition : List.of(Transition.PROMOTION, Transition.FORCED_PROMOTION)) {
      refused(MEANINGLESS_REFUSED, "an assessment of " + transition + " of the primary",
          context().kernel().assess(transition, primary, ids()));
    }
  }

  @Test
  @VerifiesKernel(MEANINGLESS_REFUSED)
  void a_replica_is_not_assessed_for_a_demotion() {
    refused(MEANINGLESS_REFUSED, "an assessment of DEMOTION of a replica",
        context().kernel().assess(Transition.DEMOTION, context().replica(), ids()));
  }

  @Test
  @VerifiesKernel(MEANINGLESS_REFUSED)
  void an_order_that_makes_no_sense_for_the_role_is_refused() {
    context().refused(MEANINGLESS_REFUSED, context().order(Transition.PROMOTION, context().primary()));
    if (!context().denies(Capability.DEMOTION)) {
      context().refused(MEANINGLESS_REFUSED, context().order(Transition.DEMOTION, context().replica()));
    }
  }

  private static void everyRequired(Assessment assessment) {
    for (String invariant : REQUIRED) {
      REQUIRED_CHECKS.require(!of(invariant, assessment).isEmpty(), "no check of " + invariant + " among "
          + assessment.findings().stream().map(f -> f.code() + " (" + f.invariant() + ")").toList());
    }
  }

  private static void violated(String invariant, Assessment assessment) {
    List<Finding> checks = of(invariant, assessment);
    VIOLATED_SAID.require(
        checks.stream().anyMatch(f -> f.verdict() == Verdict.VIOLATED && !f.overridable()),
        "it provably does not hold for " + assessment.target() + ", but the checks of " + invariant + " are " + checks);
  }

  private static boolean unprovable(Finding finding) {
    return finding.verdict() == Verdict.UNPROVABLE && !finding.missingEvidence().isEmpty();
  }

  private static List<Finding> of(String invariant, Assessment assessment) {
    return assessment.findings().stream().filter(f -> f.invariant().value().equals(invariant)).toList();
  }

  private static List<Finding> unsatisfied(Assessment assessment) {
    return assessment.findings().stream().filter(f -> f.verdict() != Verdict.SATISFIED).toList();
  }
}
