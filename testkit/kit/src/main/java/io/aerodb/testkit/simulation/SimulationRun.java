package io.aerodb.testkit.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The result of one run: what happened, what was seen, and what did not hold.
 *
 * @param seed what everything was drawn from
 * @param trace one entry for each event, in order: what it was, what it added to the history, and the records that it
 *     left with their leaf hashes. It ends at an event after which something did not hold
 * @param history what was asked, answered and done
 * @param seen how often each kind of answer, error code and demand came up: a run that never got anywhere proves
 *     nothing
 * @param broken what did not hold, and after which event
 * @since 0.1
 */
public record SimulationRun(long seed, List<String> trace, List<HistoryEvent> history, Map<String, Integer> seen,
    Optional<String> broken) {
  public SimulationRun {
    trace = List.copyOf(trace);
    history = List.copyOf(history);
    seen = Map.copyOf(seen);
  }

  /**
   * Compares two runs event by event. Of the same seed they have to be the same; where they are not, something draws on
   * what the seed does not own: a clock, a thread, the order of a hash.
   *
   * @return the first event in which they differ, and how
   */
  public Optional<String> differenceFrom(SimulationRun other) {
    return IntStream.range(0, Math.max(trace.size(), other.trace.size()))
        .filter(i -> !entry(trace, i).equals(entry(other.trace, i))).boxed().findFirst()
        .map(i -> "event " + (i + 1) + "\n  is:  " + entry(trace, i) + "\n  was: " + entry(other.trace, i));
  }

  private static String entry(List<String> trace, int index) {
    return index < trace.size() ? trace.get(index) : "nothing";
  }
}
