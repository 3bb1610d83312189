package io.aerodb.audit.verify;

import static io.aerodb.audit.Events.CLUSTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.AuditTrail;
import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.Events;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.Stage;
import io.aerodb.audit.Verification;
import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.audit.journal.JournalOptions;
import io.aerodb.audit.merkle.TreeHead;
import io.aerodb.audit.store.MemoryAuditLog;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proves that a tree head kept elsewhere betrays a forger, even one who makes the log agree with itself again. */
class TamperingTest {
  private static final int REQUESTS = 12;
  private static final int COVERED = 20;
  private static final String ORIGIN = "aerodb/one";

  @TempDir
  Path directory;

  /** A way to forge the requests of a log that leaves it sound by its own rules. */
  enum Forgery {
    CHANGED {
      @Override
      void forge(List<List<AuditEvent>> requests, int at) {
        requests.set(at, requests.get(at).stream()
            .map(event -> Events.control(event.stage(), event.requestId().orElseThrow())).toList());
      }
    },
    REMOVED {
      @Override
      void forge(List<List<AuditEvent>> requests, int at) {
        requests.remove(at);
      }
    },
    INSERTED {
      @Override
      void forge(List<List<AuditEvent>> requests, int at) {
        requests.add(at, request("forged"));
      }
    },
    MOVED {
      @Override
      void forge(List<List<AuditEvent>> requests, int at) {
        requests.add(at + 1, requests.remove(at));
      }
    };

    abstract void forge(List<List<AuditEvent>> requests, int at);
  }

  @ParameterizedTest
  @EnumSource(Forgery.class)
  @CoversViolation("AU-8")
  void what_is_forged_up_to_the_head_is_found_wherever_it_is(Forgery forgery) {
    TreeHead head = head(requests(), COVERED);

    for (int at = 0; at < COVERED / 2; at++) {
      List<List<AuditEvent>> forged = requests();
      forgery.forge(forged, at);
      try (AuditLog log = written(MemoryAuditLog.of(ORIGIN), forged)) {
        assertThat(log.verify()).as("it agrees with itself").isInstanceOf(Verification.Consistent.class);
        assertThat(TrailVerifier.verify(head, log)).as("%s at %s", forgery, at)
            .isInstanceOf(HeadVerification.Contradicted.class);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Forgery.class)
  @CoversViolation("AU-8")
  void what_is_forged_after_the_head_is_not_authenticated_and_never_more(Forgery forgery) {
    TreeHead head = head(requests(), COVERED);
    List<List<AuditEvent>> forged = requests();
    forgery.forge(forged, COVERED / 2);

    try (AuditLog log = written(MemoryAuditLog.of(ORIGIN), forged)) {
      long records = ((Verification.Consistent) log.verify()).records();

      HeadVerification check = TrailVerifier.verify(head, log);

      assertThat(check).isEqualTo(new HeadVerification.Authentic(COVERED, records - COVERED));
      assertThat(check.text()).isEqualTo(
          "20 records are authentic up to the trusted head; " + (records - COVERED)
              + " after it are not authenticated");
    }
  }

  @Test
  @CoversViolation("AU-8")
  void a_journal_that_was_written_anew_with_another_story_is_found() {
    TreeHead head;
    try (AuditLog log = written(journal("true"), requests())) {
      head = TrailVerifier.head(log);
      assertThat(TrailVerifier.verify(head, log)).isEqualTo(new HeadVerification.Authentic(2 * REQUESTS, 0));
    }
    List<List<AuditEvent>> forged = requests();
    Forgery.CHANGED.forge(forged, 3);

    try (AuditLog log = written(journal("forged"), forged)) {
      assertThat(log.verify()).isInstanceOf(Verification.Consistent.class);
      assertThat(TrailVerifier.verify(head, log).text())
          .isEqualTo("NOT AUTHENTIC: records 1 to 24 are not those that the head was taken of");
    }
  }

  @Test
  @CoversViolation("AU-8")
  void a_log_that_was_cut_off_is_found() {
    TreeHead head = head(requests(), COVERED);

    for (int kept = 0; kept < COVERED / 2; kept++) {
      try (AuditLog log = written(MemoryAuditLog.of(ORIGIN), requests().subList(0, kept))) {
        assertThat(TrailVerifier.verify(head, log))
            .isEqualTo(new HeadVerification.Contradicted("the head covers 20 records and the log holds " + 2 * kept));
      }
    }
  }

  @Test
  @CoversViolation("AU-8")
  void a_trail_that_answers_other_records_than_were_written_is_not_believed() {
    List<AuditRecord> sound = records(requests());
    TreeHead head = head(requests(), COVERED);
    var random = new SplittableRandom(8);

    for (int i = 0; i < 200; i++) {
      List<AuditRecord> answered = new ArrayList<>(sound);
      int at = random.nextInt(COVERED - 1);
      switch (i % 3) {
        case 0 -> answered.remove(at);
        case 1 -> answered.add(at, sound.get(at));
        default -> answered.add(at + 1, answered.remove(at));
      }

      assertThat(TrailVerifier.verify(head, trail(answered))).as("seed 8, round %s", i)
          .isInstanceOf(HeadVerification.Contradicted.class);
    }
    assertThatThrownBy(() -> TrailVerifier.head(trail(sound.subList(1, 4))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("in the place of record 1 stands record 2");
  }

  @Test
  void a_record_that_is_out_of_place_is_named() {
    List<AuditRecord> sound = records(requests());
    List<AuditRecord> moved = new ArrayList<>(sound);
    moved.add(5, moved.remove(4));

    assertThat(TrailVerifier.verify(head(requests(), COVERED), trail(moved))).isEqualTo(
        new HeadVerification.Contradicted("in the place of record 5 stands record 6 of log 'aerodb/one'"));

    List<AuditRecord> foreign = new ArrayList<>(sound);
    foreign.set(4, AuditRecord.of("aerodb/two", 5, sound.get(4).event()));
    assertThat(TrailVerifier.verify(head(requests(), COVERED), trail(foreign))).isEqualTo(
        new HeadVerification.Contradicted("in the place of record 5 stands record 5 of log 'aerodb/two'"));
  }

  @Test
  void a_trail_that_answers_in_short_pages_is_read_up_to_the_head_and_no_further() {
    assertThat(TrailVerifier.verify(head(requests(), COVERED), trail(records(requests()), 7)))
        .isEqualTo(new HeadVerification.Authentic(COVERED, 2 * REQUESTS - COVERED));
  }

  @Test
  void a_trail_that_repeats_itself_after_the_head_is_counted_and_comes_to_an_end() {
    List<AuditRecord> repeating = new ArrayList<>(records(requests()).subList(0, COVERED));
    repeating.addAll(List.of(repeating.getFirst(), repeating.getLast(), repeating.getFirst()));

    assertThat(TrailVerifier.verify(head(requests(), COVERED), trail(repeating)))
        .isEqualTo(new HeadVerification.Authentic(COVERED, 3));
  }

  @Test
  @CoversViolation("AU-8")
  void a_head_of_another_log_vouches_for_nothing() {
    TreeHead head = head(requests(), COVERED);

    try (AuditLog log = written(MemoryAuditLog.of("aerodb/two"), requests())) {
      assertThat(TrailVerifier.verify(head, log).text())
          .isEqualTo("NOT AUTHENTIC: the head is of log 'aerodb/one' and this is log 'aerodb/two'");
    }
  }

  @Test
  @Covers("AU-8")
  void the_same_records_have_the_same_head_in_every_log() {
    try (AuditLog memory = written(MemoryAuditLog.of(ORIGIN), requests());
        AuditLog journal = written(journal("log"), requests())) {
      TreeHead head = TrailVerifier.head(memory);

      assertThat(TrailVerifier.head(journal)).isEqualTo(head);
      assertThat(TrailVerifier.verify(TreeHead.parse(head.text()), journal))
          .isEqualTo(new HeadVerification.Authentic(2 * REQUESTS, 0));
    }
  }

  private static List<AuditEvent> request(String id) {
    return List.of(Events.read(Stage.REQUESTED, id), Events.read(Stage.REJECTED, id));
  }

  private static List<List<AuditEvent>> requests() {
    return new ArrayList<>(IntStream.range(0, REQUESTS).mapToObj(i -> request("r-" + i)).toList());
  }

  /** The head as it was when the log was only so long. */
  private static TreeHead head(List<List<AuditEvent>> requests, int records) {
    try (AuditLog log = written(MemoryAuditLog.of(ORIGIN), requests.subList(0, records / 2))) {
      return TrailVerifier.head(log);
    }
  }

  private FileAuditLog journal(String name) {
    return FileAuditLog.open(directory.resolve(name), JournalOptions.builder().origin(ORIGIN).build());
  }

  private static AuditLog written(AuditLog log, List<List<AuditEvent>> requests) {
    for (List<AuditEvent> events : requests) {
      var claim = new Precondition.Unclaimed(events.getFirst().requestId().orElseThrow());
      assertThat(log.append(claim, events)).isInstanceOf(Appended.Durable.class);
    }
    return log;
  }

  private static List<AuditRecord> records(List<List<AuditEvent>> requests) {
    try (AuditLog log = written(MemoryAuditLog.of(ORIGIN), requests)) {
      return log.read(AuditQuery.builder().build());
    }
  }

  private static AuditTrail trail(List<AuditRecord> answered) {
    return trail(answered, AuditQuery.MAX_LIMIT);
  }

  /** A trail that answers whatever it likes, at most so many at once. */
  private static AuditTrail trail(List<AuditRecord> answered, int most) {
    return new AuditTrail() {
      @Override
      public String origin() {
        return ORIGIN;
      }

      @Override
      public Optional<String> cluster() {
        return Optional.of(CLUSTER);
      }

      @Override
      public List<AuditRecord> read(AuditQuery query) {
        return answered.stream().skip(query.after()).limit(Math.min(most, query.limit())).toList();
      }

      @Override
      public Optional<AuditRecord> first(String requestId) {
        return Optional.empty();
      }

      @Override
      public ControlStatus controlStatus() {
        return new ControlStatus(0, List.of(), List.of());
      }

      @Override
      public Verification verify() {
        return new Verification.Consistent(answered.size());
      }

      @Override
      public void close() {}
    };
  }
}
