package io.aerodb.testkit.simulation;

import java.util.SplittableRandom;

/**
 * The seed of a simulation, one fork for each part, in an order that is never changed. What one part draws moves no
 * other one.
 */
record Forks(SplittableRandom schedule, SplittableRandom operators, SplittableRandom cluster, SplittableRandom clock,
    SplittableRandom faults, SplittableRandom planes) {
  static Forks of(long seed) {
    var root = new SplittableRandom(seed);
    return new Forks(root.split(), root.split(), root.split(), root.split(), root.split(), root.split());
  }
}
