package io.aerodb.testkit.journal;

import static io.aerodb.testkit.journal.JournalOnDisk.records;
import static io.aerodb.testkit.journal.JournalOnDisk.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.RecoveryNotice;
import io.aerodb.audit.Stage;
import io.aerodb.audit.Verification;
import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.testkit.audit.KitEvents;
import io.aerodb.testkit.plane.TmpfsDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cuts and flips the bytes of a journal as a crash or a bad disk does, and tests what recovery keeps (AU-5, AU-7,
 * AU-8).
 */
class JournalRecoveryTest {
  @TempDir(factory = TmpfsDirectory.class)
  Path temporary;

  private JournalOnDisk original;
  private JournalOnDisk damaged;
  private List<Long> ends;
  private byte[] bytes;
  private List<AuditRecord> written;

  @BeforeEach
  void write() throws IOException {
    original = new JournalOnDisk(temporary.resolve("original"));
    damaged = new JournalOnDisk(temporary.resolve("damaged"));
    ends = original.writeFive();
    bytes = Files.readAllBytes(original.segment());
    try (FileAuditLog log = original.open()) {
      written = records(log);
    }
  }

  @Test
  @Covers("AU-5")
  void a_journal_that_was_cut_off_keeps_every_whole_line_before_it() throws IOException {
    for (int cut = 0; cut <= bytes.length; cut += cut < ends.get(3) ? 37 : 5) {
      damaged.become(Arrays.copyOf(bytes, cut));
      long whole = wholeRecords(cut);

      try (FileAuditLog log = damaged.open()) {
        assertThat(records(log)).as("cut at %d", cut).isEqualTo(written.subList(0, (int) whole));
        boolean clean = cut == 0 || ends.contains((long) cut);
        assertThat(log.controlStatus().recovery()).as("cut at %d", cut).hasSize(clean ? 0 : 1);
        requested(log, "r-9");
        assertThat(log.verify()).isEqualTo(new Verification.Consistent(whole + 1));
      }
    }
  }

  @Test
  void a_flipped_bit_before_a_later_commit_refuses_to_open_and_touches_nothing() throws IOException {
    for (int at = 0; at < ends.get(3); at += 11) {
      byte[] flipped = bytes.clone();
      flipped[at] ^= (byte) (1 << (at % 8));
      damaged.become(flipped);
      Map<String, String> before = damaged.content();

      assertThatThrownBy(damaged::open)
          .as("flipped at %d", at)
          .isInstanceOf(AuditUnreadableException.class)
          .hasMessageContaining("segments/00000000000000000001.jsonl, bytes ")
          .hasMessageContaining("a later batch was committed at byte ");
      assertThat(damaged.content()).as("flipped at %d", at).isEqualTo(before);
    }
  }

  @Test
  void every_byte_around_the_end_of_the_last_batch_but_one_decides_the_same_way() throws IOException {
    for (int cut = (int) (ends.get(3) - 60); cut < ends.get(3) + 20; cut++) {
      damaged.become(Arrays.copyOf(bytes, cut));

      try (FileAuditLog log = damaged.open()) {
        assertThat(records(log)).as("cut at %d", cut).isEqualTo(written.subList(0, 7));
        assertThat(log.controlStatus().recovery()).as("cut at %d", cut).hasSize(cut == ends.get(3) ? 0 : 1);
      }
    }
  }

  @Test
  void the_refusal_names_file_bytes_and_sequences() throws IOException {
    byte[] flipped = bytes.clone();
    flipped[ends.get(0).intValue() + 30] ^= 1;
    damaged.become(flipped);

    long later =
        new String(bytes, StandardCharsets.UTF_8).indexOf("{\"commit\"", ends.get(1).intValue());
    assertThatThrownBy(damaged::open)
        .hasMessageContaining(
            "can't be opened: segments/00000000000000000001.jsonl, bytes " + ends.get(0) + " to " + bytes.length)
        .hasMessageContaining("zcrc is missing or does not fit")
        .hasMessageEndingWith(
            "a later batch was committed at byte " + later
                + ", so that sequences 2 to 6 are damaged records that were acknowledged");
  }

  @Test
  void a_flipped_bit_in_the_last_batch_never_harms_the_batches_before_it() throws IOException {
    for (int at = ends.get(3).intValue(); at < bytes.length; at += 9) {
      byte[] flipped = bytes.clone();
      flipped[at] ^= (byte) (1 << (at % 8));
      damaged.become(flipped);

      try (FileAuditLog log = damaged.open()) {
        List<AuditRecord> found = records(log);
        assertThat(found).as("flipped at %d", at).hasSizeGreaterThanOrEqualTo(7)
            .isEqualTo(written.subList(0, found.size()));
        assertThat(log.controlStatus().recovery()).as("flipped at %d", at).hasSize(1);
      }
    }
  }

  @Test
  void a_torn_batch_with_a_hole_is_set_aside_from_the_hole_on() throws IOException {
    for (int hole = ends.get(3).intValue(); hole < bytes.length; hole += 64) {
      byte[] torn = bytes.clone();
      Arrays.fill(torn, hole, Math.min(bytes.length, hole + 128), (byte) 0);
      damaged.become(torn);

      try (FileAuditLog log = damaged.open()) {
        long whole = wholeRecords(hole);
        assertThat(records(log)).as("hole at %d", hole).isEqualTo(written.subList(0, (int) whole));
        RecoveryNotice notice = log.controlStatus().recovery().getFirst();
        byte[] aside = Files.readAllBytes(damaged.directory().resolve("quarantine/" + notice.id() + ".bytes"));
        assertThat(aside).isEqualTo(Arrays.copyOfRange(torn, torn.length - aside.length, torn.length));
      }
    }
  }

  @Test
  @Covers("AU-7")
  void what_was_kept_claims_its_ids_and_a_dispatch_among_it_is_unresolved() throws IOException {
    damaged.become(Arrays.copyOf(bytes, ends.get(1).intValue() - 10));

    try (FileAuditLog log = damaged.open()) {
      assertThat(log.first("r-2")).contains(written.get(1));
      assertThat(log.controlStatus().unresolved()).singleElement()
          .satisfies(u -> assertThat(u.requestId()).isEqualTo("r-2"));
    }
  }

  @Test
  void a_notice_says_what_was_kept_and_set_aside_and_stays_until_it_is_acknowledged() throws IOException {
    damaged.become(Arrays.copyOf(bytes, (int) (ends.get(3) + 1000)));
    String id;
    try (FileAuditLog log = damaged.open()) {
      RecoveryNotice notice = log.controlStatus().recovery().getFirst();
      id = notice.id();
      assertThat(id).matches("recovery-8-[0-9a-f]{8}");
      assertThat(notice.text()).contains("Records 8 to 9 were whole and are kept.")
          .contains("set aside in quarantine/" + id + ".bytes.");
    }

    try (FileAuditLog log = damaged.open()) {
      assertThat(log.controlStatus().recovery()).extracting(RecoveryNotice::id).containsExactly(id);
      assertThat(log.append(JournalOnDisk.claim("r-7"), KitEvents.upTo(Stage.PROPOSED, "r-7", true))).isNotNull();
      JournalOnDisk.durable(log, JournalOnDisk.NONE, KitEvents.confirmed("r-7", List.of(), Map.of(), List.of(id)));
      assertThat(log.controlStatus().recovery()).isEmpty();
    }

    try (FileAuditLog log = damaged.open()) {
      assertThat(log.controlStatus()).isEqualTo(new ControlStatus(5, List.of(), List.of()));
    }
  }

  @Test
  @CoversViolation("AU-7")
  void recovery_that_is_stopped_at_any_step_is_finished_by_the_next_opening() throws IOException {
    byte[] torn = Arrays.copyOf(bytes, (int) (ends.get(3) + 1000));
    Map<String, String> expected = recoveredWith(torn, new DiskScript());
    for (int step = 1;; step++) {
      damaged.become(torn);
      var disk = new DiskScript().failingAt(step);
      boolean finished = opens(disk);

      assertThat(opens(new DiskScript())).isTrue();
      Map<String, String> content = damaged.content();
      content.keySet().removeIf(name -> name.endsWith(".new"));
      assertThat(content.get("segments/00000000000000000001.jsonl")).as("stopped at %s", disk.steps())
          .isEqualTo(expected.get("segments/00000000000000000001.jsonl"));
      assertThat(content).as("stopped at %s", disk.steps()).containsAllEntriesOf(expected);
      if (finished) {
        break;
      }
    }
  }

  private boolean opens(DiskScript disk) {
    try (FileAuditLog log = damaged.open(disk)) {
      return log.origin().equals("log-1");
    } catch (AuditUnreadableException e) {
      assertThat(e.getCause()).hasMessageContaining("injected");
      return false;
    }
  }

  private Map<String, String> recoveredWith(byte[] torn, DiskScript disk) throws IOException {
    damaged.become(torn);
    damaged.open(disk).close();
    return damaged.content();
  }

  // A record is whole when its line feed is there.
  private long wholeRecords(int length) {
    String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    return text.lines().filter(line -> !line.startsWith("{\"commit\"")).count()
        - (text.isEmpty() || text.endsWith("\n") || text.substring(text.lastIndexOf('\n') + 1).startsWith("{\"commit\"")
            ? 0 : 1);
  }
}
