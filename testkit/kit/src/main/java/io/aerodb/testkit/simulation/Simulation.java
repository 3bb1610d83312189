package io.aerodb.testkit.simulation;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.AuditLog;
import io.aerodb.audit.store.MemoryAuditLog;
import io.aerodb.kernel.NodeId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A randomised test of control planes on a kernel and a log, in which one seed decides everything: what operators ask,
 * what happens to the cluster and the clock, which calls fail and which processes die. After every event it looks
 * whether all still holds: the trail (grammar, order, dispatch before each call, what is unresolved, receipts) and the
 * {@linkplain HistoryChecker history}. A failure names its seed and comes with the shortest sequence of events that
 * still shows it.
 *
 * <pre>{@code
 * for (long seed = 0; seed < 200; seed++) {
 *   Simulation.ofEmbeddedDefaults().log(() -> OurLog.open(freshDirectory())).check(seed, 500);
 * }
 * }</pre>
 *
 * <p>Immutable and safe for any thread: runs share nothing but the suppliers. A single run stays on the caller's
 * thread.
 *
 * @since 0.1
 */
public final class Simulation {
  private final Supplier<? extends ClusterUnderTest> cluster;
  private final Supplier<? extends AuditLog> log;
  private final PlantedBug plantedBug;

  private Simulation(Supplier<? extends ClusterUnderTest> cluster, Supplier<? extends AuditLog> log,
      PlantedBug plantedBug) {
    this.cluster = cluster;
    this.log = log;
    this.plantedBug = plantedBug;
  }

  /** The simulated kernel over three members, and a log in memory. */
  public static Simulation ofEmbeddedDefaults() {
    return new Simulation(SimulatedClusterUnderTest::new, () -> MemoryAuditLog.of("simulation"), PlantedBug.NONE);
  }

  /**
   * The same on another kernel.
   *
   * @param fresh a new cluster for each run, closed after it
   */
  public Simulation cluster(Supplier<? extends ClusterUnderTest> fresh) {
    return new Simulation(requireNonNull(fresh, "fresh"), log, plantedBug);
  }

  /**
   * The same on another log.
   *
   * @param fresh a new, empty log for each run, of any one origin; closed after it
   */
  public Simulation log(Supplier<? extends AuditLog> fresh) {
    return new Simulation(cluster, requireNonNull(fresh, "fresh"), plantedBug);
  }

  Simulation withPlantedBug(PlantedBug bug) {
    return new Simulation(cluster, log, bug);
  }

  /**
   * Runs what a seed makes.
   *
   * @param seed any
   * @param events how many events at least, 1 or more; what belongs together is not torn apart
   * @return what came of it, also when something did not hold
   */
  public SimulationRun run(long seed, int events) {
    return run(seed, ops(seed, events));
  }

  /**
   * Runs what a seed makes and throws if something did not hold, with the seed and the shortest sequence that was found
   * to show the same.
   *
   * @param seed any
   * @param events how many events at least, 1 or more
   * @return what came of it
   * @throws AssertionError when something did not hold
   */
  public SimulationRun check(long seed, int events) {
    SimulationRun run = run(seed, events);
    run.broken().ifPresent(broken -> {
      throw new AssertionError(shrunk(seed, events, broken).toString());
    });
    return run;
  }

  /** A sequence that breaks something, as short as it was found. */
  record Failure(long seed, int events, List<Op> ops, String broken) {
    @Override
    public String toString() {
      return "seed " + seed + " with " + events + " events: " + broken + "\nshortest sequence found:\n  "
          + String.join("\n  ", ops.stream().map(Op::toString).toList());
    }
  }

  /** The failure of that seed, if there is one. */
  Optional<Failure> search(long seed, int events) {
    return run(seed, events).broken().map(broken -> shrunk(seed, events, broken));
  }

  List<Op> ops(long seed, int events) {
    if (events < 1) {
      throw new IllegalArgumentException("events is '" + events + "' but must be at least 1");
    }
    List<NodeId> members;
    try (ClusterUnderTest fresh = cluster.get()) {
      members = fresh.members();
    }
    return Generator.of(seed, events, members);
  }

  SimulationRun run(long seed, List<Op> ops) {
    var trace = new TraceRecorder();
    try (Simulator simulator = new Simulator(cluster.get(), log.get(), plantedBug, SeedStreams.of(seed).planes())) {
      Optional<String> broken = trace.follow(simulator, ops);
      return new SimulationRun(seed, trace.entries(), simulator.history().events(), simulator.clientHistory().seen(),
          broken);
    }
  }

  private Failure shrunk(long seed, int events, String broken) {
    List<Op> ops = Shrinker.shrink(ops(seed, events), without -> run(seed, without).broken().isPresent());
    return new Failure(seed, events, ops, run(seed, ops).broken().orElse(broken));
  }
}
