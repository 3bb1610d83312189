package io.aerodb.testkit.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Shortens a failing sequence: leaves out ever smaller pieces as long as the rest still fails (delta debugging). */
final class Shrinker {
  private static final int MOST_TRIES = 2_000;

  private Shrinker() {}

  static List<Op> shrink(List<Op> failing, Predicate<List<Op>> fails) {
    List<Op> best = failing;
    int tries = 0;
    for (int piece = Math.max(1, best.size() / 2); piece >= 1 && tries < MOST_TRIES;) {
      boolean smaller = false;
      for (int from = 0; from < best.size() && tries < MOST_TRIES;) {
        List<Op> without = new ArrayList<>(best);
        without.subList(from, Math.min(best.size(), from + piece)).clear();
        tries++;
        if (fails.test(without)) {
          best = without;
          smaller = true;
        } else {
          from += piece;
        }
      }
      piece = smaller && piece == 1 ? 1 : piece / 2;
    }
    return List.copyOf(best);
  }
}
