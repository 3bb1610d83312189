package io.aerodb.testkit.simulation;

import java.util.SplittableRandom;

/**
 * The random streams that one seed is split into, one for each part of a simulation, in an order that is never changed.
 * What one part draws moves no other one.
 */
record SeedStreams(SplittableRandom generator, SplittableRandom operators, SplittableRandom cluster,
    SplittableRandom clock, SplittableRandom faults, SplittableRandom planes) {
  static SeedStreams of(long seed) {
    var root = new SplittableRandom(seed);
    return new SeedStreams(root.split(), root.split(), root.split(), root.split(), root.split(), root.split());
  }
}
