package io.aerodb.audit.store;

import static io.aerodb.audit.Events.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.AuditUncertainException;
import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.audit.Events;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.Stage;
import io.aerodb.audit.Verification;
import io.aerodb.freeze.claims.Covers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Tests a log on a record store: what it refuses to open, and what a failing store comes to. */
class StoredAuditLogTest {
  private final Kept kept = new Kept();

  private AuditLog open() {
    return StoredAuditLog.open("log-1", kept);
  }

  @Test
  @Covers("AU-7")
  void what_is_kept_is_there_when_the_log_is_opened_again() {
    AuditLog log = open();
    requested(log, "r-1");
    log.close();

    AuditLog again = open();

    assertThat(again.first("r-1")).contains(kept.records.getFirst());
    assertThat(requested(again, "r-1")).isEqualTo(new Appended.AlreadyClaimed(kept.records.getFirst()));
    assertThat(again.verify()).isEqualTo(new Verification.Consistent(1));
  }

  @Test
  void a_record_that_does_not_follow_keeps_the_log_closed_and_the_store_is_let_go() {
    kept.records.add(AuditRecord.of("log-1", 2, read(Stage.REQUESTED, "r-1")));
    assertRefused("log 'log-1' is damaged: sequence 1: log 'log-1': instead of sequence 1 stands sequence 2 of log"
        + " 'log-1'");

    kept.records.set(0, AuditRecord.of("log-2", 1, read(Stage.REQUESTED, "r-1")));
    assertRefused("log 'log-1' is damaged: sequence 1: log 'log-1': instead of sequence 1 stands sequence 1 of log"
        + " 'log-2'");

    kept.records.set(0, AuditRecord.of("log-1", 1, read(Stage.DISPATCHED, "r-1")));
    assertRefused("log 'log-1' is damaged: sequence 1: stage of request 'r-1' is dispatched but nothing has claimed"
        + " that id");

    assertThat(kept.closings).isEqualTo(3);
  }

  @Test
  void verification_judges_every_record_again_and_names_the_first_that_is_wrong() {
    AuditLog log = open();
    log.append(new Precondition.Unclaimed("r-1"), List.of(read(Stage.REQUESTED, "r-1"), read(Stage.DISPATCHED, "r-1")));
    assertThat(log.verify()).isEqualTo(new Verification.Consistent(2));

    kept.records.set(1, AuditRecord.of("log-1", 2, read(Stage.EXECUTED, "r-1")));

    assertThat(log.verify()).isEqualTo(
        new Verification.Damaged(2, "stage of request 'r-1' is executed but can't follow requested"));
  }

  @Test
  void a_store_that_can_not_be_read_keeps_the_log_from_being_opened() {
    kept.failing = new IOException("disk /dev/sda1");

    assertRefused("log 'log-1' can't be read: IOException");
  }

  @Test
  @Covers("AU-6")
  void a_store_that_fails_leaves_it_uncertain_and_is_given_nothing_more() {
    for (Exception failure : List.of(new IOException("full"), new IllegalStateException("full"))) {
      AuditLog log = open();
      kept.failing = failure;
      assertThatThrownBy(() -> requested(log, "r-1")).isInstanceOf(AuditUncertainException.class)
          .hasMessage("log 'log-1' failed while it wrote; the records may be in it");

      kept.failing = null;
      assertThat(requested(log, "r-2"))
          .isEqualTo(new Appended.NotWritten("log failed before, and writes nothing more"));
      assertThat(kept.records).isEmpty();
      assertThat(log.first("r-1")).isEmpty();
    }
  }

  @Test
  void a_record_that_can_not_be_read_is_said_to_be_unreadable() {
    AuditLog log = open();
    requested(log, "r-1");
    kept.failing = new IOException("gone");

    assertThatThrownBy(() -> log.first("r-1")).isInstanceOf(AuditUnreadableException.class)
        .hasMessage("log 'log-1': sequence 1 can't be read: IOException");
    assertThat(log.verify())
        .isEqualTo(new Verification.Damaged(1, "log 'log-1': sequence 1 can't be read: IOException"));
    assertThat(requested(log, "r-1")).isEqualTo(
        new Appended.NotWritten("sequence 1 stands against it, and that record can't be read back"));
  }

  @Test
  void an_interrupt_of_the_caller_never_reaches_the_store() {
    AuditLog log = open();

    Thread.currentThread().interrupt();
    Appended answer = requested(log, "r-1");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(answer).isInstanceOf(Appended.Durable.class);
    assertThat(kept.interrupted).containsExactly(false);
  }

  @Test
  void a_fence_whose_record_can_not_be_read_back_is_answered_as_not_written() {
    AuditLog log = open();
    assertThat(log.append(new Precondition.Unclaimed("r-1"), Events.upTo(Stage.EXECUTED, "r-1", true)))
        .isInstanceOf(Appended.Durable.class);
    kept.failing = new IOException("gone");

    Appended moved =
        log.append(new Precondition.LastControlDispatch(0), List.of(Events.control(Stage.REQUESTED, "r-2")));

    assertThat(moved).isEqualTo(
        new Appended.NotWritten("sequence 4 stands against it, and that record can't be read back"));
  }

  @Test
  void closing_closes_the_store_once_whatever_it_says_and_ends_the_thread() throws InterruptedException {
    AuditLog log = open();
    kept.failing = new IllegalStateException("still in use");

    log.close();
    log.close();

    assertThat(kept.closings).isEqualTo(1);
    kept.closedOn.join(10_000);
    assertThat(kept.closedOn.isAlive()).isFalse();
    assertThat(requested(log, "r-1")).isEqualTo(new Appended.NotWritten("log is closed"));
  }

  @Test
  void it_lives_where_its_store_lives() {
    assertThat(open().residesIn()).contains("cluster-9");
  }

  private void assertRefused(String message) {
    assertThatThrownBy(this::open).isInstanceOf(AuditUnreadableException.class).hasMessage(message);
  }

  private static Appended requested(AuditLog log, String request) {
    return log.append(new Precondition.Unclaimed(request), List.of(read(Stage.REQUESTED, request)));
  }

  /** A record store in memory that can be made to fail. */
  private static final class Kept implements RecordStore {
    private final List<AuditRecord> records = new CopyOnWriteArrayList<>();
    private final List<Boolean> interrupted = new ArrayList<>();
    private volatile Exception failing;
    private int closings;
    private volatile Thread closedOn;

    @Override
    public long count() throws IOException {
      fail();
      return records.size();
    }

    @Override
    public AuditRecord record(long sequence) throws IOException {
      fail();
      return records.get((int) sequence - 1);
    }

    @Override
    public void add(List<AuditRecord> added) throws IOException {
      interrupted.add(Thread.currentThread().isInterrupted());
      fail();
      records.addAll(added);
    }

    @Override
    public Optional<String> residesIn() {
      return Optional.of("cluster-9");
    }

    @Override
    public void close() throws IOException {
      closings++;
      closedOn = Thread.currentThread();
      fail();
    }

    private void fail() throws IOException {
      if (failing instanceof IOException checked) {
        throw checked;
      }
      if (failing instanceof RuntimeException unchecked) {
        throw unchecked;
      }
    }
  }
}
