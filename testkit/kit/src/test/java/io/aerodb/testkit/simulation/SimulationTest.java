package io.aerodb.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.audit.journal.JournalOptions;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.sim.ClusterEvent;
import io.aerodb.testkit.fault.Point;
import io.aerodb.testkit.plane.TmpfsDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the simulation over many seeds; {@link HistoryChecker} and {@link TrailCheck} say what has to hold. */
class SimulationTest {
  private static final int EVENTS = 100;
  private static final Simulation MEMORY = Simulation.ofEmbeddedDefaults();

  private final AtomicInteger logs = new AtomicInteger();

  @TempDir(factory = TmpfsDirectory.class)
  Path base;

  @Test
  @DisplayName("a hundred thousand events break no rule")
  @CoversViolation({"CM-2.2", "CM-9.1", "CM-9.2", "ER-5", "P7-E1", "P7-E2", "P7-F1", "P7-F2", "ST-1"})
  void a_hundred_thousand_events_break_no_rule() {
    var events = new AtomicInteger();

    Map<String, Integer> seen = seen(MEMORY, LongStream.range(0, 1_000), events);

    assertThat(events.get()).isGreaterThanOrEqualTo(100_000);
    assertThat(seen).as("a simulation that never gets there proves nothing").containsKeys("EXECUTED control",
        "EXECUTED",
        "UNKNOWN control", "OUTCOME_UNKNOWN", "KERNEL_ANSWER_MISMATCH", "DUPLICATE_REQUEST", "REQUEST_ID_REUSED",
        "CONFIRMATION_STALE", "CONFIRMATION_EXPIRED", "CONFIRMATION_ALREADY_USED", "CONFIRMATION_NOT_YOURS",
        "CONFIRMATION_DECLINED", "PROPOSAL_UNKNOWN", "PROPOSAL_ALREADY_OPEN", "SESSION_CLOSED",
        "ACKNOWLEDGEMENT_INCOMPLETE", "AUDIT_UNAVAILABLE", "Missing AUDIT_INCOMPLETE", "KERNEL_UNAVAILABLE",
        "CONTROL_MOVED", "CONTROL_IN_FLIGHT", "AERO_AUTHORITY_EPOCH_CHANGED", "unresolved", "override");
  }

  @Test
  @DisplayName("no simulation breaks a rule on the file journal")
  @CoversViolation({"CM-9.2", "AU-2", "AU-5"})
  void no_simulation_breaks_a_rule_on_the_file_journal() {
    assertThat(seen(onDisk(), LongStream.range(10_000, 10_030), new AtomicInteger())).containsKey("EXECUTED control");
  }

  @ParameterizedTest
  @MethodSource("io.aerodb.testkit.simulation.OnceFailed#sequences")
  @DisplayName("what broke a rule once is replayed for ever")
  void what_broke_a_rule_once_is_replayed(List<Op> ops) {
    for (Simulation simulation : List.of(MEMORY, onDisk())) {
      assertThat(simulation.run(0, ops).broken()).isEmpty();
    }
  }

  @Test
  void a_seed_that_broke_a_rule_once_is_run_for_ever() {
    for (long seed : OnceFailed.SEEDS) {
      assertThat(MEMORY.run(seed, OnceFailed.EVENTS).broken()).as("seed %s", seed).isEmpty();
    }
  }

  @Test
  @DisplayName("the same seed is the same run, event by event and record by record, also on another log")
  @Covers({"CM-2.3", "P7-D2"})
  void the_same_seed_is_the_same_run() {
    for (long seed = 20_000; seed < 20_010; seed++) {
      SimulationRun once = MEMORY.check(seed, EVENTS);

      assertThat(once.trace()).hasSizeGreaterThanOrEqualTo(EVENTS);
      assertThat(MEMORY.check(seed, EVENTS).differenceFrom(once)).isEmpty();
      assertThat(MEMORY.check(seed, EVENTS)).isEqualTo(once);
      assertThat(onDisk().check(seed, EVENTS).differenceFrom(once)).as("on disk").isEmpty();
    }
  }

  @Test
  void a_run_that_draws_on_what_the_seed_does_not_own_is_told_from_the_other() {
    var events = new AtomicInteger();
    Simulation unsteady = MEMORY.cluster(() -> new ForwardingCluster() {
      @Override
      public void happen(ClusterEvent event) {
        if (events.incrementAndGet() > EVENTS / 5) {
          super.happen(event);
        }
      }
    });

    assertThat(unsteady.run(3, EVENTS).differenceFrom(unsteady.run(3, EVENTS)))
        .hasValueSatisfying(how -> assertThat(how).startsWith("event ").contains("is:", "was:"));
  }

  @Test
  @DisplayName("with and without inspections in between a seed leaves the same kernel history")
  @CoversViolation({"P7-S2", "CM-4.0"})
  void inspections_in_between_leave_the_same_kernel_history() {
    int executed = LongStream.range(30_000, 30_060).parallel().mapToInt(seed -> {
      List<Op> without = MEMORY.ops(seed, EVENTS).stream().map(SimulationTest::notForInspections).toList();
      var with = new ArrayList<Op>();
      without.forEach(op -> {
        with.add(op);
        with.add(look(with.size()));
      });
      List<HistoryEvent> quiet = executions(MEMORY.run(seed, without));
      assertThat(executions(MEMORY.run(seed, with))).as("seed %s", seed).isEqualTo(quiet);
      return quiet.size();
    }).sum();

    assertThat(executed).isGreaterThan(100);
  }

  @Test
  void what_one_part_draws_moves_no_other_part() {
    SeedStreams one = SeedStreams.of(5);
    SeedStreams other = SeedStreams.of(5);
    one.faults().nextBytes(new byte[64]);

    assertThat(one.operators().nextLong()).isEqualTo(other.operators().nextLong());
    assertThat(one.generator().nextLong()).isEqualTo(other.generator().nextLong());
    assertThat(one.cluster().nextLong()).isEqualTo(other.cluster().nextLong()).isNotEqualTo(other.clock().nextLong());
  }

  @Test
  void a_simulation_of_no_events_is_refused() {
    assertThatThrownBy(() -> MEMORY.run(1, 0)).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("events is '0' but must be at least 1");
  }

  private static List<HistoryEvent> executions(SimulationRun run) {
    return run.history().stream().filter(HistoryEvent.Executed.class::isInstance).toList();
  }

  /** What waits for any call would strike an inspection, and not what it struck without one. */
  private static Op notForInspections(Op op) {
    return switch (op) {
      case Op.KernelFault(Op.Calls calls, Op.KernelFaultKind how) when calls == Op.Calls.ACTION ->
          new Op.KernelFault(Op.Calls.TRANSITION, how);
      case Op.LogFault(var stage, boolean controlOnly, Op.LogFaultKind how) -> new Op.LogFault(stage, true, how);
      case Op.Die(Op.CallSite site, Point point) -> new Op.Die(notOfInspections(site), point);
      case Op.Meanwhile(Op.CallSite site, Point point, List<Op> ops) ->
          new Op.Meanwhile(notOfInspections(site), point, ops);
      default -> op;
    };
  }

  private static Op.CallSite notOfInspections(Op.CallSite site) {
    return switch (site) {
      case ASSESSMENT, TRANSITION, DISPATCH -> site;
      case OTHER_ACTION, CLAIM, END -> Op.CallSite.TRANSITION;
    };
  }

  private static Op look(int number) {
    List<String> looks = List.of("inspect_cluster_state", "inspect_replication_status", "inspect_promotion_state",
        "inspect_wal", "inspect_snapshots");
    return new Op.Submit(number % 6, "look-" + number, looks.get(number % looks.size()), new TreeMap<>());
  }

  private Simulation onDisk() {
    return MEMORY.log(() -> FileAuditLog.open(base.resolve("log-" + logs.incrementAndGet()),
        JournalOptions.builder().origin("simulation").build()));
  }

  private static Map<String, Integer> seen(Simulation simulation, LongStream seeds, AtomicInteger events) {
    var seen = new ConcurrentHashMap<String, Integer>();
    seeds.parallel().mapToObj(seed -> simulation.check(seed, EVENTS)).forEach(run -> {
      run.seen().forEach((what, times) -> seen.merge(what, times, Integer::sum));
      events.addAndGet(run.trace().size());
    });
    return seen;
  }
}
