package io.aerodb.testkit.audit;

import static io.aerodb.testkit.audit.LogDuty.CLAIMED_FOR_EVER;
import static io.aerodb.testkit.audit.LogDuty.CLAIMED_ONCE;
import static io.aerodb.testkit.audit.LogDuty.CLAIM_ATOMIC;
import static io.aerodb.testkit.audit.LogDuty.CLAIM_NEEDED;
import static io.aerodb.testkit.audit.LogDuty.CLAIM_SHARED;
import static io.aerodb.testkit.audit.LogStand.NONE;
import static io.aerodb.testkit.audit.LogStand.claim;
import static io.aerodb.testkit.audit.LogStand.fence;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Request ids: claimed once, by one, for ever. */
abstract class ClaimTests extends LogGroup {
  private static final int CALLERS = 24;

  ClaimTests(AuditLogKit kit) {
    super(kit);
  }

  @Test
  @Keeps(CLAIMED_ONCE)
  void who_claims_a_taken_id_is_told_the_record_that_took_it() {
    stand().requested("r-1");
    stand().durable(NONE, Entry.read(Stage.DISPATCHED, "r-1"));
    stand().requested("r-2");

    claimed(CLAIMED_ONCE, stand().append(claim("r-1"), Entry.read(Stage.REQUESTED, "r-1")), 1);
    CLAIMED_ONCE.require(stand().all().size() == 3, "a refused claim left " + stand().all());
    CLAIMED_ONCE.require(stand().log().first("r-1").filter(stand().record(1)::equals).isPresent(),
        "first(r-1) is " + stand().log().first("r-1"));
  }

  @Test
  @Keeps(CLAIMED_ONCE)
  void a_claim_stays_with_a_request_that_was_rejected() {
    stand().upTo(Stage.REJECTED, "r-1", false);

    claimed(CLAIMED_ONCE, stand().append(claim("r-1"), Entry.read(Stage.REQUESTED, "r-1")), 1);
  }

  @Test
  @Keeps(CLAIMED_ONCE)
  void one_append_does_not_claim_an_id_twice() {
    stand().refused(CLAIMED_ONCE, "two requests with one id in one append", claim("r-1"),
        Entry.read(Stage.REQUESTED, "r-1"), Entry.read(Stage.REQUESTED, "r-1"));
  }

  @Test
  @Keeps(CLAIMED_FOR_EVER)
  void a_claim_survives_restarts() {
    stand().requested("r-1");
    stand().upTo(Stage.EXECUTED, "r-2", true);

    for (int i = 0; i < 2; i++) {
      stand().after(LogCondition.RESTARTED);
      claimed(CLAIMED_FOR_EVER, stand().append(claim("r-1"), Entry.read(Stage.REQUESTED, "r-1")), 1);
      claimed(CLAIMED_FOR_EVER, stand().append(claim("r-2"), Entry.control(Stage.REQUESTED, "r-2")), 2);
    }
  }

  @Test
  @Keeps(CLAIM_ATOMIC)
  void of_many_threads_that_claim_one_id_one_gets_it() throws Exception {
    AuditLog log = stand().log();

    List<Appended> answers = LogStand.atOnce(IntStream.range(0, CALLERS).<Callable<Appended>>mapToObj(
        i -> () -> LogStand.append(log, claim("r-1"), List.of(Entry.read(Stage.REQUESTED, "r-1")))).toList());

    long won = answers.stream().filter(Appended.Durable.class::isInstance).count();
    CLAIM_ATOMIC.require(won == 1, won + " of " + CALLERS + " threads got the same id");
    answers.stream().filter(answer -> !(answer instanceof Appended.Durable))
        .forEach(answer -> claimed(CLAIM_ATOMIC, answer, 1));
    CLAIM_ATOMIC.require(stand().all().size() == 1, "one id was claimed by " + stand().all());
  }

  @Test
  @Keeps(CLAIM_ATOMIC)
  void of_threads_that_claim_many_ids_each_id_goes_to_one() throws Exception {
    AuditLog log = stand().log();
    List<Callable<Appended>> calls = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      String id = "r-" + i % 8;
      calls.add(() -> LogStand.append(log, claim(id), Entry.upTo(Stage.PROPOSED, id, true)));
    }

    long won = LogStand.atOnce(calls).stream().filter(Appended.Durable.class::isInstance).count();

    CLAIM_ATOMIC.require(won == 8 && stand().all().size() == 16,
        "8 ids went to " + won + " threads, and the log holds " + stand().all().size() + " records of 2 each");
  }

  @Test
  @Keeps(CLAIM_NEEDED)
  void a_request_without_its_claim_is_refused() {
    stand().refused(CLAIM_NEEDED, "a request without precondition", NONE, Entry.read(Stage.REQUESTED, "r-1"));
    stand().refused(CLAIM_NEEDED, "a request under a fence", fence(0), Entry.read(Stage.REQUESTED, "r-1"));
    stand().refused(CLAIM_NEEDED, "a request under the claim of another", claim("r-2"),
        Entry.read(Stage.REQUESTED, "r-1"));
    stand().refused(CLAIM_NEEDED, "a second request in one append", claim("r-1"), Entry.read(Stage.REQUESTED, "r-1"),
        Entry.read(Stage.REQUESTED, "r-2"));
  }

  @Test
  @Keeps(CLAIM_NEEDED)
  void a_claim_without_its_request_is_refused() {
    stand().requested("r-1");

    stand().refused(CLAIM_NEEDED, "a claim whose first event is of another request", claim("r-2"),
        Entry.read(Stage.DISPATCHED, "r-1"));
  }

  @Test
  @Keeps(CLAIM_SHARED)
  void a_second_instance_sees_every_claim_or_is_kept_out() {
    stand().requested("r-1");

    switch (stand().second()) {
      case Prepared.Refused(String message) -> {
        CLAIM_SHARED.require(!message.isBlank(), "a second instance was kept out without a word");
        stand().requested("r-2");
      }
      case Prepared.Ready(AuditLog other) -> shared(stand().log(), other);
      case Prepared.Unavailable none -> throw new IllegalStateException(none.reason());
    }
  }

  @Test
  @Keeps(CLAIM_SHARED)
  void of_instances_that_claim_one_id_at_once_one_gets_it() throws Exception {
    if (stand().second() instanceof Prepared.Ready(AuditLog other)) {
      List<AuditLog> logs = List.of(stand().log(), other);

      List<Appended> answers = LogStand.atOnce(IntStream.range(0, CALLERS).<Callable<Appended>>mapToObj(
          i -> () -> LogStand.append(logs.get(i % 2), claim("r-1"), List.of(Entry.read(Stage.REQUESTED, "r-1"))))
          .toList());

      long won = answers.stream().filter(Appended.Durable.class::isInstance).count();
      CLAIM_SHARED.require(won == 1, won + " callers of two instances got the same id");
    } else {
      Assumptions.abort("this log keeps a second instance out, which is tested");
    }
  }

  private static void shared(AuditLog one, AuditLog other) {
    claimed(CLAIM_SHARED, LogStand.append(other, claim("r-1"), List.of(Entry.read(Stage.REQUESTED, "r-1"))), 1);
    LogStand.receipts(LogStand.append(other, claim("r-2"), Entry.upTo(Stage.DISPATCHED, "r-2", true)));
    LogStand.receipts(LogStand.append(one, claim("r-3"), Entry.upTo(Stage.PROPOSED, "r-3", true)));
    Appended stale = LogStand.append(one, fence(0), List.of(Entry.confirmed("r-3", List.of("r-2"), Map.of(),
        List.of()), Entry.control(Stage.DISPATCHED, "r-3")));
    CLAIM_SHARED.require(stale instanceof Appended.ControlMoved(AuditRecord newest) && newest.sequence() == 5,
        "a dispatch by the other instance at sequence 5 was answered with " + stale);
    CLAIM_SHARED.require(LogStand.all(one).equals(LogStand.all(other)),
        "one instance holds " + LogStand.all(one) + " and the other " + LogStand.all(other));
  }

  private static void claimed(LogDuty duty, Appended answer, long first) {
    duty.require(answer instanceof Appended.AlreadyClaimed(AuditRecord record) && record.sequence() == first,
        "the id was claimed by sequence " + first + ", and a second claim was answered with " + answer);
  }
}
