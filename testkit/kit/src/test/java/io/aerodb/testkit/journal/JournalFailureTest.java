package io.aerodb.testkit.journal;

import static io.aerodb.testkit.journal.JournalOnDisk.claim;
import static io.aerodb.testkit.journal.JournalOnDisk.records;
import static io.aerodb.testkit.journal.JournalOnDisk.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditUncertainException;
import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.audit.Stage;
import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.audit.journal.JournalOptions;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.testkit.audit.KitEvents;
import io.aerodb.testkit.fault.FaultyDisk.DiskStep;
import io.aerodb.testkit.plane.TmpfsDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Fails the disk of a running log and touches its files: the log ends all writing, and says only what is known (AU-6,
 * FM-1).
 */
class JournalFailureTest {
  @TempDir(factory = TmpfsDirectory.class)
  Path temporary;

  private final DiskScript disk = new DiskScript();
  private JournalOnDisk journal;

  @BeforeEach
  void locate() {
    journal = new JournalOnDisk(temporary.resolve("log"));
  }

  @ParameterizedTest
  @EnumSource(names = {"WRITE", "FORCE"})
  @CoversViolation("AU-5")
  void a_failed_write_or_force_is_uncertain_and_ends_all_writing(DiskStep kind) throws IOException {
    FileAuditLog log = journal.open(disk);
    requested(log, "r-1");
    disk.failWhen(kind);

    assertThatThrownBy(() -> append(log, "r-2")).isInstanceOf(AuditUncertainException.class)
        .hasRootCauseMessage("injected at " + kind);

    assertThat(append(log, "r-3"))
        .isEqualTo(new Appended.NotWritten("log takes nothing more: writing failed with IOException"));
    assertThat(log.first("r-2")).isEmpty();
    assertThat(records(log)).hasSize(1);
    log.close();
    try (FileAuditLog again = journal.open()) {
      assertThat(records(again).getFirst().event().requestId()).contains("r-1");
      requested(again, "r-3");
    }
  }

  @Test
  void a_directory_that_can_not_be_forced_for_a_new_segment_is_not_written_at_all() {
    var options = JournalOptions.builder().origin("log-1").disk(disk.disk()).segmentBytes(1024).build();
    try (FileAuditLog log = FileAuditLog.open(journal.directory(), options)) {
      requested(log, "r-1");
      disk.failWhen(DiskStep.FORCE_DIRECTORY);

      assertThat(append(log, "r-2")).isInstanceOf(Appended.Durable.class);
      assertThat(append(log, "r-3"))
          .isEqualTo(new Appended.NotWritten("log takes nothing more: before writing, IOException"));
      assertThat(append(log, "r-4")).isInstanceOf(Appended.NotWritten.class);
    }
    try (FileAuditLog again = journal.openInSmallSegments()) {
      assertThat(records(again)).hasSize(2);
      requested(again, "r-3");
    }
  }

  @Test
  @CoversViolation("AU-5")
  void what_a_killed_process_left_unforced_is_forced_before_it_counts() {
    journal.open().close();
    disk.failWhen(DiskStep.FORCE);

    assertThatThrownBy(() -> journal.open(disk)).isInstanceOf(AuditUnreadableException.class)
        .hasRootCauseMessage("injected at FORCE");

    var healthy = new DiskScript();
    journal.open(healthy).close();
    assertThat(healthy.steps()).contains("FORCE 00000000000000000001.jsonl", "FORCE_DIRECTORY segments",
        "FORCE_DIRECTORY log");
  }

  @ParameterizedTest
  @ValueSource(strings = {"grown", "cut", "replaced", "unlinked", "manifest", "directory", "lock"})
  void a_file_that_somebody_touched_is_noticed_before_the_next_batch(String what) throws IOException {
    try (FileAuditLog log = journal.open(disk)) {
      requested(log, "r-1");
      touch(what);

      Appended answer = append(log, "r-2");

      boolean gone = List.of("unlinked", "manifest", "lock").contains(what);
      assertThat(answer).isInstanceOfSatisfying(Appended.NotWritten.class, refused -> assertThat(refused.reason())
          .endsWith(gone ? "before writing, NoSuchFileException" : "was replaced or changed by somebody else"));
      assertThat(append(log, "r-3")).isInstanceOf(Appended.NotWritten.class);
    }
  }

  @Test
  void a_finished_segment_that_was_touched_is_noticed_in_as_many_batches_as_segments() throws IOException {
    try (FileAuditLog log = journal.openInSmallSegments()) {
      for (int i = 1; i <= 6; i++) {
        requested(log, "r-" + i);
      }
      Files.writeString(journal.segments().getFirst(), "x", StandardOpenOption.APPEND);
      int segments = journal.segments().size();

      int written = 0;
      while (append(log, "r-" + (10 + written)) instanceof Appended.Durable) {
        written++;
      }

      assertThat(written).isLessThanOrEqualTo(segments + 2);
    }
  }

  @Test
  @CoversViolation("AU-5")
  void a_log_whose_disk_dies_at_any_step_never_loses_what_it_acknowledged() throws IOException {
    assertThat(lifeOf(disk)).hasSize(6);
    for (int step = 1; step <= disk.steps().size(); step++) {
      JournalOnDisk.deleteAll(journal.directory());
      List<String> acknowledged = lifeOf(new DiskScript().failingAt(step));

      try (FileAuditLog again = journal.openInSmallSegments()) {
        List<String> found =
            records(again).stream().map(r -> r.event().requestId().orElseThrow() + r.event().stage()).toList();
        assertThat(found).as("dead at step %d", step).hasSizeBetween(acknowledged.size(), 6);
        assertThat(found.subList(0, acknowledged.size())).as("dead at step %d", step).isEqualTo(acknowledged);
        requested(again, "r-99");
      }
    }
  }

  @Test
  void a_second_writer_is_refused_and_harms_nothing_until_the_first_one_closes() {
    try (FileAuditLog log = journal.open()) {
      requested(log, "r-1");

      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(journal::open).isInstanceOf(AuditUnreadableException.class)
            .hasMessageEndingWith("is open for writing already");
      }
      requested(log, "r-2");
    }
    try (FileAuditLog log = journal.open()) {
      assertThat(records(log)).hasSize(2);
    }
  }

  @Test
  void a_writer_in_another_process_is_refused_even_after_a_refused_attempt_of_this_one() throws Exception {
    try (FileAuditLog log = journal.open()) {
      assertThatThrownBy(journal::open).isInstanceOf(AuditUnreadableException.class);
      requested(log, "r-1");

      Process other =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              Files.writeString(temporary.resolve("TryLock.java"), TRY_LOCK).toString(),
              journal.directory().resolve("lock").toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(said.strip()).isEqualTo("taken");
    }
  }

  private static final String TRY_LOCK =
      """
      import java.nio.channels.FileChannel;
      import java.nio.file.*;

      public class TryLock {
        public static void main(String[] args) throws Exception {
          try (FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE)) {
            System.out.println(channel.tryLock() == null ? "taken" : "free");
          }
        }
      }
      """;

  /** A short life with rolls; answers what was acknowledged. */
  private List<String> lifeOf(DiskScript dying) {
    var acknowledged = new ArrayList<String>();
    try (AuditLog log = FileAuditLog.open(journal.directory(),
        JournalOptions.builder().origin("log-1").disk(dying.disk()).segmentBytes(1024).build())) {
      for (int i = 1; i <= 3; i++) {
        keep(log, KitEvents.upTo(Stage.PROPOSED, "r-" + i, false), acknowledged);
      }
    } catch (AuditUnreadableException e) {
      assertThat(acknowledged).isEmpty();
    }
    return acknowledged;
  }

  private static void keep(AuditLog log, List<AuditEvent> events, List<String> acknowledged) {
    try {
      if (log.append(claim(events.getFirst().requestId().orElseThrow()), events) instanceof Appended.Durable) {
        events.forEach(e -> acknowledged.add(e.requestId().orElseThrow() + e.stage()));
      }
    } catch (AuditUncertainException e) {
      // It may be there or not; only what was acknowledged must be.
    }
  }

  private static Appended append(AuditLog log, String id) {
    return log.append(claim(id), List.of(KitEvents.read(Stage.REQUESTED, id)));
  }

  private void touch(String what) throws IOException {
    Path segment = journal.segment();
    byte[] bytes = Files.readAllBytes(segment);
    switch (what) {
      case "grown" -> Files.writeString(segment, "x", StandardOpenOption.APPEND);
      case "cut" -> Files.write(segment, Arrays.copyOf(bytes, bytes.length - 1));
      case "replaced" -> {
        Files.write(temporary.resolve("copy"), bytes);
        Files.move(temporary.resolve("copy"), segment, StandardCopyOption.REPLACE_EXISTING);
      }
      case "unlinked" -> Files.delete(segment);
      case "manifest" -> Files.delete(journal.directory().resolve("journal.json"));
      case "lock" -> Files.delete(journal.directory().resolve("lock"));
      case "directory" -> {
        Files.move(journal.directory().resolve("segments"), temporary.resolve("moved"));
        Files.createDirectory(journal.directory().resolve("segments"));
        Files.copy(temporary.resolve("moved").resolve(segment.getFileName()), segment);
      }
      default -> throw new IllegalArgumentException(what);
    }
  }
}
