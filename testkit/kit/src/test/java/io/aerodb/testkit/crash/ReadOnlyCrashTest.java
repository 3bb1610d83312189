package io.aerodb.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.CommandType;
import io.aerodb.freeze.claims.Aspect;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.testkit.plane.ClusterFixture;
import io.aerodb.testkit.plane.TmpfsDirectory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills a host at every boundary of the seven commands that change nothing, and tests what is left (P7-F2, CM-12.1).
 */
class ReadOnlyCrashTest {
  @TempDir(factory = TmpfsDirectory.class)
  static Path base;

  static Stream<Arguments> all() {
    return Arrays.stream(Subject.values()).filter(subject -> subject.flow() != CrashStage.Flow.CONTROL_ONLY)
        .flatMap(subject -> CrashStage.of(subject).stream().map(at -> Arguments.of(subject, at)));
  }

  @Test
  void each_of_the_ten_is_killed_somewhere() {
    assertThat(Arrays.stream(Subject.values()).map(Enum::name).toList())
        .isEqualTo(Arrays.stream(CommandType.values()).map(Enum::name).toList());
  }

  @ParameterizedTest
  @MethodSource("all")
  @DisplayName("a killed read-only command leaves its trail as far as it came, changed nothing and binds nobody")
  @CoversViolation({"P7-F2", "CM-5.0", "CM-4.0"})
  @Covers(command = {"inspect_cluster_state", "inspect_node", "inspect_replication_status", "inspect_promotion_state",
      "run_diagnostics", "inspect_wal", "inspect_snapshots"}, aspect = Aspect.CRASH_SAFETY)
  void it_leaves_its_trail_and_binds_nobody(Subject subject, CrashStage stage) {
    try (Aftermath found = Aftermath.of(base, subject, stage)) {
      Findings.assertTrail(found);
      Findings.assertAcknowledgedIsThere(found);
      Findings.assertNothingSynthesised(found);
      Findings.assertUnresolved(found, false);
      Findings.assertProposalIsGone(found);
      assertThat(found.cluster.steps()).isEmpty();
      var next = ClusterFixture.proposed(found.plane.session(ClusterFixture.BOB).submit(subject.next("next-1", false)));
      assertThat(ClusterFixture.demands(next)).noneMatch(demand -> demand.startsWith("unresolved:"));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  @DisplayName("a duplicate arrives at any time: rejected, with a reference to the first")
  @CoversViolation({"FM-6", "CM-9.1", "P7-F3"})
  void a_duplicate_is_rejected(Subject subject, CrashStage stage) {
    try (Aftermath found = Aftermath.of(base, subject, stage)) {
      Findings.assertDuplicateIsRejected(found);
      assertThat(found.cluster.steps()).isEqualTo(List.of());
    }
  }
}
