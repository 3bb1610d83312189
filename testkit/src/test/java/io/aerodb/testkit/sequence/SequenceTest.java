package io.aerodb.testkit.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.AuditRecord;
import io.aerodb.testkit.plane.TmpfsDirectory;
import io.aerodb.testkit.proves.Attacks;
import io.aerodb.testkit.proves.Proves;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random sequences of operations, faults and crashes; see {@link Invariants} for what holds after every one of them.
 */
class SequenceTest {
  private static final int LENGTH = 60;
  private static final int IN_MEMORY = 300;
  private static final int ON_DISK = 30;
  @TempDir(factory = TmpfsDirectory.class)
  Path base;

  @Test
  @DisplayName("no sequence breaks a rule")
  @Attacks({"CM-2.2", "CM-9.1", "CM-9.2", "ER-5", "P7-E1", "P7-E2", "P7-F1", "P7-F2", "ST-1"})
  void no_sequence_breaks_a_rule() {
    Map<String, Integer> seen = search(new Harness(base, false, Sabotage.NONE), LongStream.range(0, IN_MEMORY));

    assertThat(seen).as("a search that never gets there proves nothing").containsKeys("Executed true", "Executed false",
        "Unknown OUTCOME_UNKNOWN", "Unknown KERNEL_ANSWER_MISMATCH", "DUPLICATE_REQUEST", "REQUEST_ID_REUSED",
        "CONFIRMATION_STALE", "CONFIRMATION_EXPIRED", "CONFIRMATION_ALREADY_USED", "CONFIRMATION_NOT_YOURS",
        "ACKNOWLEDGEMENT_INCOMPLETE", "AUDIT_UNAVAILABLE", "Missing AUDIT_INCOMPLETE", "KERNEL_UNAVAILABLE",
        "CONTROL_MOVED", "unresolved", "override");
  }

  @Test
  @DisplayName("no sequence breaks a rule on the file journal")
  @Attacks({"CM-9.2", "AU-2", "AU-5"})
  void no_sequence_breaks_a_rule_on_the_file_journal() {
    search(new Harness(base, true, Sabotage.NONE), LongStream.range(10_000, 10_000 + ON_DISK));
  }

  @ParameterizedTest
  @MethodSource("io.aerodb.testkit.sequence.OnceFailed#sequences")
  @DisplayName("what broke a rule once is replayed for ever")
  void what_broke_a_rule_once_is_replayed(List<Op> ops) {
    for (boolean onDisk : List.of(false, true)) {
      assertThat(new Harness(base, onDisk, Sabotage.NONE).run(0, ops).broken()).isEmpty();
    }
  }

  @Test
  @DisplayName("the same seed leaves the same record bytes")
  @Proves({"CM-2.3", "P7-D2"})
  void the_same_seed_leaves_the_same_record_bytes() {
    var memory = new Harness(base, false, Sabotage.NONE);
    var disk = new Harness(base, true, Sabotage.NONE);

    for (long seed = 20_000; seed < 20_010; seed++) {
      List<Op> ops = Harness.ops(seed, LENGTH);
      List<AuditRecord> once = memory.run(seed, ops).records();
      assertThat(memory.run(seed, ops).records()).isNotEmpty().isEqualTo(once);
      assertThat(disk.run(seed, ops).records()).as("on disk").isEqualTo(once);
    }
  }

  @Test
  @DisplayName("with and without inspections in between a seed leaves the same kernel history")
  @Attacks({"P7-S2", "CM-4.0"})
  void inspections_in_between_leave_the_same_kernel_history() {
    var harness = new Harness(base, false, Sabotage.NONE);

    int steps = LongStream.range(30_000, 30_020).parallel().mapToInt(seed -> {
      List<Op> without = Harness.ops(seed, LENGTH).stream().map(SequenceTest::notForInspections).toList();
      var with = new ArrayList<Op>();
      without.forEach(op -> {
        with.add(op);
        with.add(look(with.size()));
      });
      var quiet = harness.run(seed, without);
      assertThat(harness.run(seed, with).history()).as("seed %s", seed).isEqualTo(quiet.history());
      return quiet.history().size();
    }).sum();

    assertThat(steps).isGreaterThan(100);
  }

  /** A fault that waits for any call would strike an inspection, and not what it struck without one. */
  private static Op notForInspections(Op op) {
    return switch (op) {
      case Op.KernelFault(Op.Calls calls, Op.Wrong how) when calls == Op.Calls.ACTION ->
          new Op.KernelFault(Op.Calls.TRANSITION, how);
      case Op.LogFault(var stage, boolean controlOnly, Op.Lost how) -> new Op.LogFault(stage, true, how);
      default -> op;
    };
  }

  private static Op look(int number) {
    List<String> looks = List.of("inspect_cluster_state", "inspect_replication_status", "inspect_promotion_state",
        "inspect_wal", "inspect_snapshots");
    return new Op.Submit(number % 6, "look-" + number, looks.get(number % looks.size()), new TreeMap<>());
  }

  private static Map<String, Integer> search(Harness harness, LongStream seeds) {
    var seen = new ConcurrentHashMap<String, Integer>();
    Optional<Harness.Failure> failure = seeds.parallel().mapToObj(seed -> {
      List<Op> ops = Harness.ops(seed, LENGTH);
      Harness.Run run = harness.run(seed, ops);
      run.seen().forEach((what, times) -> seen.merge(what, times, Integer::sum));
      return run.broken().isPresent() ? harness.search(seed, LENGTH) : Optional.<Harness.Failure>empty();
    }).flatMap(Optional::stream).findFirst();
    failure.ifPresent(found -> {
      throw new AssertionError(found.toString());
    });
    return seen;
  }
}
