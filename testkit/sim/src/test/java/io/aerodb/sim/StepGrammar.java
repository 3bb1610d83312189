package io.aerodb.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.kernel.TransitionPhase;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks the steps that kernels noted: the order of the phases, one execution of a request at most, and epochs that
 * never return.
 */
final class StepGrammar {

  private StepGrammar() {}

  static void check(List<TransitionStep> steps) {
    TransitionPhase phase = TransitionPhase.STEADY;
    Set<String> epochs = new TreeSet<>(Set.of("demo/epoch-1"));
    Set<String> executed = new TreeSet<>();
    long sequence = 0;
    for (TransitionStep step : steps) {
      sequence++;
      assertThat(step.sequence()).isEqualTo(sequence);
      boolean forgotten = step.cause() == TransitionStep.Cause.RECOVERY && step.phase() == TransitionPhase.STEADY;
      assertThat(forgotten || phase.successors().contains(step.phase())).as("%s after %s", step, phase).isTrue();
      assertThat(step.epochBefore().equals(step.epochAfter())).as("%s", step)
          .isEqualTo(!step.isExecution());
      if (step.isExecution()) {
        assertThat(executed.add(step.requestId())).as("%s executed once", step).isTrue();
        assertThat(epochs.add(step.epochAfter().value())).as("%s is new", step.epochAfter()).isTrue();
      }
      phase = step.phase();
    }
  }

  static long executions(List<TransitionStep> steps, String requestId) {
    return steps.stream().filter(step -> step.requestId().equals(requestId) && step.isExecution())
        .count();
  }
}
