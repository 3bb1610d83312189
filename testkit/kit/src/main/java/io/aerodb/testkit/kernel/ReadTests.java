package io.aerodb.testkit.kernel;

import static io.aerodb.testkit.kernel.KernelDuty.READS_CHANGE_NOTHING;
import static io.aerodb.testkit.kernel.KernelDuty.SAME_STATE_SAME_WORD;
import static io.aerodb.testkit.kernel.KernelTestContext.ids;
import static io.aerodb.testkit.kernel.KernelTestContext.value;

import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.Transition;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of reads: they leave no trace, and judge one state alike each time. */
abstract class ReadTests extends KernelGroup {
  ReadTests(KernelKit kit) {
    super(kit);
  }

  @Test
  @VerifiesKernel(READS_CHANGE_NOTHING)
  void inspections_change_nothing() {
    context().arrange(KernelScenario.PRIMARY_LOST);
    Kernel kernel = context().kernel();
    KernelTestContext.Trace before = context().trace();

    kernel.inspectClusterState();
    context().members().forEach(kernel::inspectNode);
    kernel.inspectReplicationStatus();
    kernel.inspectPromotionState();
    kernel.inspectWal(Optional.empty(), new Page(1, 100));
    kernel.inspectSnapshots(Optional.empty(), new Page(1, 100));

    context().untouched(READS_CHANGE_NOTHING, before, "only inspections were made");
  }

  @Test
  @VerifiesKernel(READS_CHANGE_NOTHING)
  void planning_reads_change_nothing() {
    context().arrange(KernelScenario.PRIMARY_LOST);
    Kernel kernel = context().kernel();
    KernelTestContext.Trace before = context().trace();

    for (NodeId target : context().members()) {
      for (Transition transition : Transition.values()) {
        kernel.assess(transition, target, ids("kit-unresolved"));
      }
    }
    for (DiagnosticScope scope : DiagnosticScope.values()) {
      kernel.estimate(scope);
    }

    context().untouched(READS_CHANGE_NOTHING, before, "only planning reads were made");
  }

  @Test
  @VerifiesKernel(READS_CHANGE_NOTHING)
  void diagnostics_change_nothing() {
    context().needs(Capability.DIAGNOSTICS);
    Kernel kernel = context().kernel();
    KernelTestContext.Trace before = context().trace();

    for (DiagnosticScope scope : DiagnosticScope.values()) {
      kernel.runDiagnostics(new DiagnosticOrder("kit-" + scope, value(kernel.estimate(scope))));
    }

    context().untouched(READS_CHANGE_NOTHING, before, "only diagnostics were collected");
  }

  @Test
  @VerifiesKernel(SAME_STATE_SAME_WORD)
  void an_assessment_of_the_same_state_says_the_same() {
    context().arrange(KernelScenario.PRIMARY_SILENT);
    NodeId target = context().replica();

    List<String> first = words(context().assess(Transition.PROMOTION, target));
    List<String> second = words(context().assess(Transition.PROMOTION, target));

    SAME_STATE_SAME_WORD.require(first.equals(second), "first " + first + ", then " + second);
  }

  private static List<String> words(Assessment assessment) {
    return assessment.findings().stream().map(ReadTests::word).toList();
  }

  private static String word(Finding finding) {
    return finding.code() + " " + finding.invariant() + " " + finding.verdict()
        + (finding.overridable() ? " overridable" : "");
  }
}
