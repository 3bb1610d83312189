package io.aerodb.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Stage;
import io.aerodb.audit.UnresolvedRequest;
import io.aerodb.audit.Verification;
import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.sim.SimulatedCluster;
import io.aerodb.sim.TransitionStep;
import io.aerodb.testkit.plane.ClusterFixture;
import io.aerodb.testkit.plane.QuickCluster;
import io.aerodb.testkit.plane.TmpfsDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a busy host again and again at no chosen point; each one goes on with what the one before left behind. */
class KillAnywhereTest {
  private static final int ROUNDS = 4;

  @TempDir(factory = TmpfsDirectory.class)
  Path directory;

  @Test
  @DisplayName("wherever a busy process is killed, nothing is lost, doubled, or left unsaid")
  @CoversViolation({"P7-F2", "AU-5", "CM-9.2", "ST-1"})
  void wherever_a_busy_process_is_killed_nothing_is_lost_doubled_or_left_unsaid() {
    SimulatedCluster cluster = ClusterFixture.cluster(directory.resolve("cluster"));
    var random = new SplittableRandom(1);
    var said = new ArrayList<String>();
    for (int round = 0; round < ROUNDS; round++) {
      try (CrashRun host = CrashRun.start(BusyHost.class, directory.toString(), "r" + round)) {
        host.awaitSaid(20 + random.nextInt(60));
        host.kill();
        said.addAll(host.said());
      }
      try (FileAuditLog log = ClusterFixture.journal(directory.resolve("journal"))) {
        check(log, QuickCluster.cluster(directory.resolve("cluster"), ClusterFixture.TIME), said);
      }
    }
    assertThat(said).anyMatch(line -> line.contains("-s") && line.contains(" Executed "));
    assertThat(cluster.steps()).isNotEmpty();
  }

  private static void check(FileAuditLog log, SimulatedCluster cluster, List<String> said) {
    List<AuditRecord> records = ClusterFixture.records(log);
    assertThat(log.verify()).isEqualTo(new Verification.Consistent(records.size()));
    List<String> executed = cluster.steps().stream().filter(step -> step.isExecution())
        .map(TransitionStep::requestId).toList();
    assertThat(executed).doesNotHaveDuplicates();
    Set<String> unresolved = log.controlStatus().unresolved().stream().map(UnresolvedRequest::requestId)
        .collect(Collectors.toSet());
    for (String request : executed) {
      List<Stage> stages = stages(records, request);
      assertThat(stages).startsWith(Stage.REQUESTED, Stage.PROPOSED, Stage.CONFIRMED, Stage.DISPATCHED);
      assertThat(stages.size() == 5 || unresolved.contains(request) || acknowledged(records, request)).isTrue();
    }
    for (String line : said) {
      String[] words = line.split(" ", -1);
      assertThat(words[1]).isEqualTo("Executed");
      assertThat(records.get(Integer.parseInt(words[2]) - 1).receipt().leafHash()).as(line).isEqualTo(words[3]);
      assertThat(executed.contains(words[0])).isEqualTo(words[0].contains("-s"));
    }
  }

  private static List<Stage> stages(List<AuditRecord> records, String request) {
    return records.stream().map(AuditRecord::event).filter(event -> event.requestId().equals(Optional.of(request)))
        .map(AuditEvent::stage).toList();
  }

  private static boolean acknowledged(List<AuditRecord> records, String request) {
    return records.stream().filter(record -> record.event().stage() == Stage.CONFIRMED)
        .map(record -> record.event().body().object("acknowledged").orElseThrow().toString())
        .anyMatch(acknowledged -> acknowledged.contains(request));
  }
}
