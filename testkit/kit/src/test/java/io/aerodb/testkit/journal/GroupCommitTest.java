package io.aerodb.testkit.journal;

import static io.aerodb.testkit.journal.JournalOnDisk.claim;
import static io.aerodb.testkit.journal.JournalOnDisk.records;
import static io.aerodb.testkit.journal.JournalOnDisk.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditUncertainException;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.Stage;
import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.testkit.audit.KitEvents;
import io.aerodb.testkit.fault.FaultyDisk.DiskStep;
import io.aerodb.testkit.plane.TmpfsDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests appends that wait at the same time and share a batch. The first force is held until all of them wait, so that
 * what follows is one batch.
 */
class GroupCommitTest {
  @TempDir(factory = TmpfsDirectory.class)
  Path temporary;

  private final DiskScript disk = new DiskScript();
  private final CountDownLatch forcing = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);
  private final List<Thread> callers = new ArrayList<>();
  private FileAuditLog log;

  @BeforeEach
  void open() {
    log = new JournalOnDisk(temporary.resolve("log")).open(disk);
  }

  @AfterEach
  void close() {
    go.countDown();
    log.close();
  }

  @Test
  void appends_that_wait_together_share_one_force() throws Exception {
    CompletableFuture<Appended> first = held("r-0");
    var answers = new ArrayList<CompletableFuture<Appended>>();
    for (int i = 1; i <= 20; i++) {
      answers.add(waiting(claim("r-" + i), KitEvents.read(Stage.REQUESTED, "r-" + i)));
    }
    long before = disk.count(DiskStep.FORCE);

    go.countDown();

    assertThat(first.get()).isInstanceOf(Appended.Durable.class);
    for (CompletableFuture<Appended> answer : answers) {
      assertThat(answer.get()).isInstanceOf(Appended.Durable.class);
    }
    assertThat(disk.count(DiskStep.FORCE) - before).isEqualTo(2);
  }

  @Test
  @CoversViolation("AU-5")
  void nobody_is_told_durable_and_nobody_reads_a_record_before_the_force() throws Exception {
    CompletableFuture<Appended> first = held("r-0");

    assertThat(first).isNotDone();
    assertThat(records(log)).isEmpty();
    assertThat(log.first("r-0")).isEmpty();
    go.countDown();
    assertThat(first.get()).isInstanceOf(Appended.Durable.class);
    assertThat(records(log)).hasSize(1);
  }

  @Test
  @CoversViolation({"CM-9.1", "CM-9.2"})
  void a_precondition_is_judged_against_what_stands_before_it_in_the_batch() throws Exception {
    held("r-0");
    var winner = waiting(claim("r-1"), KitEvents.read(Stage.REQUESTED, "r-1"));
    var loser = waiting(claim("r-1"), KitEvents.read(Stage.REQUESTED, "r-1"));
    var control = waiting(claim("r-2"), KitEvents.upTo(Stage.DISPATCHED, "r-2", true).toArray(AuditEvent[]::new));
    var fenced = waiting(new Precondition.LastControlDispatch(0), KitEvents.unreadable());

    go.countDown();

    assertThat(winner.get()).isInstanceOf(Appended.Durable.class);
    assertThat(loser.get()).isEqualTo(new Appended.AlreadyClaimed(log.first("r-1").orElseThrow()));
    assertThat(control.get()).isInstanceOf(Appended.Durable.class);
    assertThat(fenced.get()).isEqualTo(new Appended.ControlMoved(records(log).get(5)));
  }

  @Test
  void when_the_write_fails_the_accepted_are_uncertain_and_the_refused_were_not_written() throws Exception {
    held("r-0");
    var accepted = waiting(claim("r-1"), KitEvents.read(Stage.REQUESTED, "r-1"));
    var claimedInBatch = waiting(claim("r-1"), KitEvents.read(Stage.REQUESTED, "r-1"));
    var refused = waiting(claim("r-2"), KitEvents.unreadable());
    disk.failWhen(DiskStep.WRITE);

    go.countDown();

    assertThat(accepted).failsWithin(Duration.ofSeconds(20)).withThrowableThat()
        .withCauseInstanceOf(AuditUncertainException.class);
    assertThat(claimedInBatch.get()).isInstanceOf(Appended.NotWritten.class);
    assertThat(refused.get()).isInstanceOf(Appended.NotWritten.class);
  }

  @Test
  void closing_answers_everything_that_waits() throws Exception {
    held("r-0");
    var waiting = waiting(claim("r-1"), KitEvents.read(Stage.REQUESTED, "r-1"));
    var closing = CompletableFuture.runAsync(() -> log.close());

    go.countDown();

    closing.get();
    assertThat(waiting.get()).isInstanceOf(Appended.Durable.class);
    assertThat(log.append(claim("r-2"), List.of(KitEvents.read(Stage.REQUESTED, "r-2"))))
        .isEqualTo(new Appended.NotWritten("log is closed"));
  }

  @Test
  void a_caller_interrupted_while_it_waits_gets_the_answer_and_keeps_the_interrupt() throws Exception {
    var interrupted = new AtomicBoolean();
    var answer = new CompletableFuture<Appended>();
    disk.beforeForce(this::hold);
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  Appended got = log.append(claim("r-1"), List.of(KitEvents.read(Stage.REQUESTED, "r-1")));
                  interrupted.set(Thread.currentThread().isInterrupted());
                  answer.complete(got);
                });
    forcing.await();

    caller.interrupt();
    go.countDown();

    assertThat(answer.get()).isInstanceOf(Appended.Durable.class);
    assertThat(interrupted).isTrue();
    requested(log, "r-2");
  }

  /** Begins an append and returns while its force is held. */
  private CompletableFuture<Appended> held(String id) throws InterruptedException {
    disk.beforeForce(this::hold);
    CompletableFuture<Appended> answer = start(claim(id), KitEvents.read(Stage.REQUESTED, id));
    forcing.await();
    return answer;
  }

  /** Begins an append and returns when it waits in the queue. */
  private CompletableFuture<Appended> waiting(Precondition precondition, AuditEvent... events) {
    CompletableFuture<Appended> answer = start(precondition, events);
    Thread caller = callers.getLast();
    while (caller.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return answer;
  }

  private CompletableFuture<Appended> start(Precondition precondition, AuditEvent... events) {
    var answer = new CompletableFuture<Appended>();
    callers.add(
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    answer.complete(log.append(precondition, List.of(events)));
                  } catch (RuntimeException e) {
                    answer.completeExceptionally(e);
                  }
                }));
    return answer;
  }

  private void hold() {
    forcing.countDown();
    try {
      go.await();
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }
}
