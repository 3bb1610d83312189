package io.aerodb.testkit.sequence;

import io.aerodb.audit.AuditRecord;
import io.aerodb.testkit.sim.HistoryEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Runs sequences, and makes one that fails as short as it can. One seed drives everything; each part has a fork of its
 * own.
 */
final class Harness {
  private static final int MOST_TRIES = 2_000;
  private static final AtomicInteger WORLDS = new AtomicInteger();

  private final Path base;
  private final boolean onDisk;
  private final Sabotage sabotage;

  Harness(Path base, boolean onDisk, Sabotage sabotage) {
    this.base = base;
    this.onDisk = onDisk;
    this.sabotage = sabotage;
  }

  /** What a run left; {@code broken} says what did not hold, and after which operation. */
  record Run(Optional<String> broken, List<AuditRecord> records, List<HistoryEntry> history,
      Map<String, Integer> seen) {}

  /** A sequence that breaks something. */
  record Failure(long seed, List<Op> ops, String broken) {
    @Override
    public String toString() {
      return "seed " + seed + ": " + broken + "\nafter:\n  "
          + String.join("\n  ", ops.stream().map(Op::toString).toList());
    }
  }

  static List<Op> ops(long seed, int length) {
    return Generator.ops(fork(seed, 1), length);
  }

  private static SplittableRandom fork(long seed, int part) {
    var root = new SplittableRandom(seed);
    SplittableRandom fork = root.split();
    for (int i = 1; i < part; i++) {
      fork = root.split();
    }
    return fork;
  }

  /** Runs what a seed makes; a failure is shrunk. */
  Optional<Failure> search(long seed, int length) {
    List<Op> ops = ops(seed, length);
    Run run = run(seed, ops);
    return run.broken().map(broken -> {
      List<Op> shrunk = shrink(seed, ops);
      return new Failure(seed, shrunk, run(seed, shrunk).broken().orElse(broken));
    });
  }

  /** Runs these operations in a world of their own. */
  Run run(long seed, List<Op> ops) {
    Path directory = base.resolve("world-" + WORLDS.incrementAndGet());
    try {
      Files.createDirectories(directory);
      try (World world = new World(directory, fork(seed, 2), onDisk, sabotage)) {
        var invariants = new Invariants(world);
        Optional<String> broken = steps(world, invariants, ops);
        return new Run(broken, List.copyOf(invariants.records()), world.cluster.history(), invariants.seen());
      } finally {
        delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> steps(World world, Invariants invariants, List<Op> ops) {
    for (int i = 0; i < ops.size(); i++) {
      try {
        invariants.afterStep(ops.get(i), world.step(ops.get(i)));
      } catch (AssertionError | RuntimeException e) {
        return Optional.of((e instanceof AssertionError ? e.getMessage() : e.toString()) + ", at operation " + (i + 1));
      }
    }
    try {
      invariants.atTheEnd();
      return Optional.empty();
    } catch (AssertionError e) {
      return Optional.of(e.getMessage() + ", at the end");
    }
  }

  /** Delta debugging: leaves out ever smaller pieces as long as what is left still fails. */
  private List<Op> shrink(long seed, List<Op> failing) {
    List<Op> best = failing;
    int tries = 0;
    for (int piece = Math.max(1, best.size() / 2); piece >= 1 && tries < MOST_TRIES;) {
      boolean smaller = false;
      for (int from = 0; from < best.size() && tries < MOST_TRIES;) {
        List<Op> without = new ArrayList<>(best);
        without.subList(from, Math.min(best.size(), from + piece)).clear();
        tries++;
        if (run(seed, without).broken().isPresent()) {
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

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
