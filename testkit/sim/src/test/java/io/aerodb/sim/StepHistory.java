package io.aerodb.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.kernel.TransitionPhase;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks what kernels durably noted: the grammar of the state machines, at most one execution of a request, epochs
 * that never return.
 */
final class StepHistory {

  private StepHistory() {}

  static void check(List<HistoryEntry> history) {
    TransitionPhase phase = TransitionPhase.STEADY;
    Set<String> epochs = new TreeSet<>(Set.of("demo/epoch-1"));
    Set<String> executed = new TreeSet<>();
    long sequence = 0;
    for (HistoryEntry entry : history) {
      sequence++;
      assertThat(entry.sequence()).isEqualTo(sequence);
      boolean forgotten = entry.cause() == HistoryEntry.Cause.RECOVERY && entry.phase() == TransitionPhase.STEADY;
      assertThat(forgotten || phase.successors().contains(entry.phase())).as("%s after %s", entry, phase).isTrue();
      assertThat(entry.epochBefore().equals(entry.epochAfter())).as("%s", entry)
          .isEqualTo(!entry.isExecution());
      if (entry.isExecution()) {
        assertThat(executed.add(entry.requestId())).as("%s executed once", entry).isTrue();
        assertThat(epochs.add(entry.epochAfter().value())).as("%s is new", entry.epochAfter()).isTrue();
      }
      phase = entry.phase();
    }
  }

  static long executions(List<HistoryEntry> history, String requestId) {
    return history.stream().filter(entry -> entry.requestId().equals(requestId) && entry.isExecution())
        .count();
  }
}
