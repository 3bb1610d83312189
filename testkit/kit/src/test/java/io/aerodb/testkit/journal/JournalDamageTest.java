package io.aerodb.testkit.journal;

import static io.aerodb.testkit.journal.JournalOnDisk.records;
import static io.aerodb.testkit.journal.JournalOnDisk.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.audit.AuditTrail;
import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.audit.Verification;
import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.audit.journal.JournalOptions;
import io.aerodb.testkit.plane.TmpfsDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damages a journal of several segments, and tests that it is refused and left as it is (AU-8). */
class JournalDamageTest {
  @TempDir(factory = TmpfsDirectory.class)
  Path temporary;

  private JournalOnDisk journal;
  private List<Path> segments;

  @BeforeEach
  void write() throws IOException {
    journal = new JournalOnDisk(temporary.resolve("log"));
    try (FileAuditLog log = journal.openInSmallSegments()) {
      for (int i = 1; i <= 8; i++) {
        requested(log, "r-" + i);
      }
    }
    segments = journal.segments();
    assertThat(segments).hasSizeGreaterThan(3);
  }

  @Test
  void the_segments_are_read_in_order_again() throws IOException {
    try (FileAuditLog log = journal.openInSmallSegments()) {
      assertThat(log.verify()).isEqualTo(new Verification.Consistent(8));
      assertThat(records(log)).extracting(r -> r.event().requestId().orElseThrow()).containsExactly("r-1", "r-2", "r-3",
          "r-4", "r-5", "r-6", "r-7", "r-8");
      requested(log, "r-9");
    }
  }

  @Test
  void a_missing_segment_refuses_to_open() throws IOException {
    Files.delete(segments.get(1));

    refuses("stands where sequence ");
  }

  @Test
  void a_missing_first_segment_refuses_to_open() throws IOException {
    Files.delete(segments.get(0));

    refuses("stands where sequence 1 must follow");
  }

  @Test
  void a_journal_without_any_segment_refuses_to_open() throws IOException {
    for (Path segment : segments) {
      Files.delete(segment);
    }

    refuses("a segment is missing: only 0 are there");
  }

  @Test
  void a_missing_manifest_refuses_to_open() throws IOException {
    Files.delete(journal.directory().resolve("journal.json"));

    refuses("journal.json is missing although there are segments");
  }

  @Test
  void a_manifest_of_another_format_refuses_to_open() throws IOException {
    Files.writeString(journal.directory().resolve("journal.json"), "{\"format\":2,\"origin\":\"log-1\"}\n");

    refuses("journal.json is not of format 1");
  }

  @Test
  void a_foreign_file_among_the_segments_refuses_to_open() throws IOException {
    Files.writeString(journal.directory().resolve("segments/notes.txt"), "hello");

    refuses("segments/notes.txt is not a segment");
  }

  @Test
  void bytes_behind_the_last_batch_of_a_finished_segment_refuse_to_open() throws IOException {
    Files.writeString(segments.get(1), "x", StandardOpenOption.APPEND);

    refuses("bytes behind its last batch although another segment follows");
  }

  @Test
  void a_segment_that_was_cut_off_between_batches_refuses_to_open() throws IOException {
    Files.write(segments.get(1), new byte[0]);

    refuses("stands where sequence ");
  }

  @Test
  void an_empty_newest_segment_is_what_a_crash_may_leave() throws IOException {
    Files.createFile(journal.directory().resolve("segments/00000000000000000009.jsonl"));

    try (FileAuditLog log = journal.openInSmallSegments()) {
      assertThat(log.controlStatus().recovery()).isEmpty();
      requested(log, "r-9");
      assertThat(log.verify()).isEqualTo(new Verification.Consistent(9));
    }
  }

  @Test
  void a_record_of_another_log_refuses_to_open() throws IOException {
    Files.writeString(journal.directory().resolve("journal.json"), "{\"format\":1,\"origin\":\"log-2\"}\n");

    assertThatThrownBy(() -> FileAuditLog.open(journal.directory(), JournalOptions.defaults()))
        .hasMessageContaining("record is of another log");
  }

  @Test
  void another_origin_than_the_one_asked_for_is_not_opened() {
    assertThatThrownBy(() -> FileAuditLog.open(journal.directory(), JournalOptions.builder().origin("log-2").build()))
        .isInstanceOf(AuditUnreadableException.class)
        .hasMessageContaining("is 'log-1' but 'log-2' was asked for");
  }

  @Test
  void verification_of_an_open_log_finds_a_flipped_bit_and_reading_refuses_that_record() throws IOException {
    try (FileAuditLog log = journal.openInSmallSegments()) {
      byte[] bytes = Files.readAllBytes(segments.get(1));
      bytes[40] ^= 1;
      Files.write(segments.get(1), bytes);

      assertThat(log.verify()).isInstanceOfSatisfying(Verification.Damaged.class,
          d -> assertThat(d.firstDamaged()).isGreaterThan(1));
      assertThatThrownBy(() -> records(log)).isInstanceOf(AuditUnreadableException.class).hasMessageContaining("zcrc");
    }
  }

  @Test
  void verification_of_an_open_log_notices_that_records_are_gone_from_its_end() throws IOException {
    try (FileAuditLog log = journal.openInSmallSegments()) {
      Files.write(segments.getLast(), new byte[0]);

      assertThat(log.verify()).isInstanceOfSatisfying(Verification.Damaged.class,
          d -> assertThat(d.what()).contains("8 were acknowledged"));
    }
  }

  @Test
  void a_reader_refuses_damage_too_and_verification_says_where() throws IOException {
    try (AuditTrail trail = FileAuditLog.read(journal.directory())) {
      byte[] bytes = Files.readAllBytes(segments.get(1));
      bytes[40] ^= 1;
      Files.write(segments.get(1), bytes);

      assertThat(trail.verify()).isInstanceOf(Verification.Damaged.class);
      assertThatThrownBy(() -> FileAuditLog.read(journal.directory())).isInstanceOf(AuditUnreadableException.class)
          .hasMessageContaining("is damaged");
    }
  }

  private void refuses(String reason) {
    Map<String, String> before = journal.content();
    assertThatThrownBy(journal::openInSmallSegments).isInstanceOf(AuditUnreadableException.class)
        .hasMessageContaining(reason);
    assertThat(journal.content()).isEqualTo(before);
  }
}
