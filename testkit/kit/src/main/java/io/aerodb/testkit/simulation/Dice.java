package io.aerodb.testkit.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** Draws numbers and elements from one random stream. */
final class Dice {
  private final SplittableRandom random;

  Dice(SplittableRandom random) {
    this.random = random;
  }

  /** From 0 to one below the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** True once in so many times. */
  boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  <T> T pick(T[] all) {
    return all[random.nextInt(all.length)];
  }
}
