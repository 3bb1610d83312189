package io.aerodb.testkit.journal;

import static io.aerodb.testkit.journal.JournalOnDisk.records;
import static io.aerodb.testkit.journal.JournalOnDisk.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.AuditTrail;
import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.audit.RecoveryNotice;
import io.aerodb.audit.Stage;
import io.aerodb.audit.Verification;
import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.audit.journal.JournalOptions;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.testkit.audit.KitEvents;
import io.aerodb.testkit.plane.TmpfsDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests readers of a journal beside its writer (AU-9). */
class ReadOnlyJournalTest {
  @TempDir(factory = TmpfsDirectory.class)
  Path temporary;

  private JournalOnDisk journal;

  @BeforeEach
  void locate() {
    journal = new JournalOnDisk(temporary.resolve("log"));
  }

  @Test
  void a_reader_sees_what_was_committed_since_its_last_query_across_segments() {
    try (FileAuditLog log = journal.openInSmallSegments();
        AuditTrail trail = FileAuditLog.read(journal.directory())) {
      assertThat(trail.origin()).isEqualTo("log-1");
      assertThat(trail.cluster()).isEmpty();
      for (int i = 1; i <= 5; i++) {
        requested(log, "r-" + i);

        assertThat(records(trail)).isEqualTo(records(log)).hasSize(i);
        assertThat(trail.first("r-" + i)).isEqualTo(log.first("r-" + i));
      }
      assertThat(trail.cluster()).contains(KitEvents.CLUSTER);
      assertThat(trail.verify()).isEqualTo(new Verification.Consistent(5));
      assertThat(trail.controlStatus()).isEqualTo(log.controlStatus());
    }
  }

  @Test
  @CoversViolation("AU-9")
  void a_reader_ends_at_the_last_commit_and_changes_nothing() throws IOException {
    List<Long> ends = journal.writeFive();
    Files.write(journal.segment(),
        Arrays.copyOf(Files.readAllBytes(journal.segment()), (int) (ends.get(3) + 1000)));
    Map<String, String> before = journal.content();

    try (AuditTrail trail = FileAuditLog.read(journal.directory())) {
      assertThat(records(trail)).hasSize(7);
      assertThat(trail.controlStatus().recovery()).isEmpty();
      assertThat(trail.verify()).isEqualTo(new Verification.Consistent(7));
    }
    assertThat(journal.content()).isEqualTo(before);
  }

  @Test
  void a_reader_learns_of_a_recovery_that_happens_beside_it_and_of_its_acknowledgement() throws IOException {
    journal.writeFive();
    Files.writeString(journal.segment(), "torn", StandardOpenOption.APPEND);
    try (AuditTrail trail = FileAuditLog.read(journal.directory());
        FileAuditLog log = journal.open()) {
      String id = log.controlStatus().recovery().getFirst().id();
      assertThat(trail.controlStatus().recovery()).extracting(RecoveryNotice::id).containsExactly(id);

      assertThat(log.append(JournalOnDisk.claim("r-7"), KitEvents.upTo(Stage.PROPOSED, "r-7", true))).isNotNull();
      JournalOnDisk.durable(log, JournalOnDisk.NONE, KitEvents.confirmed("r-7", List.of(), Map.of(), List.of(id)));

      assertThat(trail.controlStatus().recovery()).isEmpty();
    }
  }

  @Test
  void a_reader_beside_a_busy_writer_always_sees_a_prefix() throws InterruptedException {
    try (FileAuditLog log = journal.openInSmallSegments();
        AuditTrail trail = FileAuditLog.read(journal.directory())) {
      Thread writer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 1; i <= 300; i++) {
                      requested(log, "r-" + i);
                    }
                  });
      int seen = 0;
      while (seen < 300) {
        List<AuditRecord> found = records(trail);
        assertThat(found).hasSizeGreaterThanOrEqualTo(seen);
        seen = found.size();
        assertThat(found).extracting(AuditRecord::sequence)
            .isEqualTo(LongStream.rangeClosed(1, seen).boxed().toList());
      }
      writer.join();
    }
  }

  @Test
  void an_interrupted_reader_gets_its_answer() {
    try (FileAuditLog log = journal.open();
        AuditTrail trail = FileAuditLog.read(journal.directory())) {
      requested(log, "r-1");

      Thread.currentThread().interrupt();
      int found = records(trail).size() + records(log).size();

      assertThat(Thread.interrupted()).isTrue();
      assertThat(found).isEqualTo(2);
      requested(log, "r-2");
    }
  }

  @Test
  void where_there_is_no_journal_there_is_nothing_to_read_and_nothing_is_made() {
    assertThatThrownBy(() -> FileAuditLog.read(journal.directory())).isInstanceOf(AuditUnreadableException.class)
        .hasMessageContaining("can't be read");
    assertThat(journal.directory()).doesNotExist();
  }

  @Test
  void a_closed_reader_reads_nothing() {
    journal.open().close();
    AuditTrail trail = FileAuditLog.read(journal.directory());

    trail.close();

    assertThatThrownBy(() -> trail.read(AuditQuery.builder().build())).isInstanceOf(AuditUnreadableException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void a_new_journal_is_named_from_the_given_randomness() {
    var options = JournalOptions.builder().random(new SplittableRandom(7)).residesIn("cluster-1").build();

    try (FileAuditLog log = FileAuditLog.open(journal.directory(), options)) {
      assertThat(log.origin()).matches("aerodb-journal/[0-9a-f]{32}");
      assertThat(log.residesIn()).contains("cluster-1");
    }
    try (FileAuditLog again = FileAuditLog.open(journal.directory(), JournalOptions.defaults());
        AuditTrail trail = FileAuditLog.read(journal.directory())) {
      assertThat(again.residesIn()).isEmpty();
      assertThat(again.origin()).isEqualTo(trail.origin());
    }
  }

  @Test
  void options_name_what_is_out_of_range() {
    assertThatThrownBy(() -> JournalOptions.builder().segmentBytes(1023).build())
        .hasMessage("segmentBytes is 1023 but must be from 1024 to 1073741824");
    assertThatThrownBy(() -> JournalOptions.builder().origin("").build())
        .hasMessage("origin is 0 characters but must hold 1 to 500 characters");
  }
}
