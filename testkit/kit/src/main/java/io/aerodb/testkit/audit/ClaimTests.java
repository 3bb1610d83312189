package io.aerodb.testkit.audit;

import static io.aerodb.testkit.audit.LogDuty.CLAIMED_FOR_EVER;
import static io.aerodb.testkit.audit.LogDuty.CLAIMED_ONCE;
import static io.aerodb.testkit.audit.LogDuty.CLAIM_ATOMIC;
import static io.aerodb.testkit.audit.LogDuty.CLAIM_NEEDED;
import static io.aerodb.testkit.audit.LogDuty.CLAIM_SHARED;
import static io.aerodb.testkit.audit.LogTestContext.NONE;
import static io.aerodb.testkit.audit.LogTestContext.claim;
import static io.aerodb.testkit.audit.LogTestContext.fence;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Tests of request ids: each is claimed once, by one caller, for ever. */
abstract class ClaimTests extends LogGroup {
  private static final int CALLERS = 64;

  ClaimTests(AuditLogKit kit) {
    super(kit);
  }

  @Test
  @VerifiesLog(CLAIMED_ONCE)
  void who_claims_a_taken_id_is_told_the_record_that_took_it() {
    context().requested("r-1");
    context().durable(NONE, EventDraft.read(Stage.DISPATCHED, "r-1"));
    context().requested("r-2");

    claimed(CLAIMED_ONCE, context().append(claim("r-1"), EventDraft.read(Stage.REQUESTED, "r-1")), 1);
    CLAIMED_ONCE.require(context().all().size() == 3, "a refused claim left " + context().all());
    CLAIMED_ONCE.require(context().log().first("r-1").filter(context().record(1)::equals).isPresent(),
        "first(r-1) is " + context().log().first("r-1"));
  }

  @Test
  @VerifiesLog(CLAIMED_ONCE)
  void a_claim_stays_with_a_request_that_was_rejected() {
    context().upTo(Stage.REJECTED, "r-1", false);

    claimed(CLAIMED_ONCE, context().append(claim("r-1"), EventDraft.read(Stage.REQUESTED, "r-1")), 1);
  }

  @Test
  @VerifiesLog(CLAIMED_ONCE)
  void one_append_does_not_claim_an_id_twice() {
    context().refused(CLAIMED_ONCE, "two requests with one id in one append", claim("r-1"),
        EventDraft.read(Stage.REQUESTED, "r-1"), EventDraft.read(Stage.REQUESTED, "r-1"));
  }

  @Test
  @VerifiesLog(CLAIMED_FOR_EVER)
  void a_claim_survives_restarts() {
    context().requested("r-1");
    context().upTo(Stage.EXECUTED, "r-2", true);

    for (int i = 0; i < 2; i++) {
      context().arrange(LogScenario.RESTARTED);
      claimed(CLAIMED_FOR_EVER, context().append(claim("r-1"), EventDraft.read(Stage.REQUESTED, "r-1")), 1);
      claimed(CLAIMED_FOR_EVER, context().append(claim("r-2"), EventDraft.control(Stage.REQUESTED, "r-2")), 2);
    }
  }

  @Test
  @VerifiesLog(CLAIM_ATOMIC)
  void of_many_threads_that_claim_one_id_one_gets_it() throws Exception {
    AuditLog log = context().log();

    List<Appended> answers = LogTestContext.atOnce(IntStream.range(0, CALLERS).<Callable<Appended>>mapToObj(
        i -> () -> LogTestContext.append(log, claim("r-1"), List.of(EventDraft.read(Stage.REQUESTED, "r-1"))))
        .toList());

    long won = answers.stream().filter(Appended.Durable.class::isInstance).count();
    CLAIM_ATOMIC.require(won == 1, won + " of " + CALLERS + " threads got the same id");
    answers.stream().filter(answer -> !(answer instanceof Appended.Durable))
        .forEach(answer -> claimed(CLAIM_ATOMIC, answer, 1));
    CLAIM_ATOMIC.require(context().all().size() == 1, "one id was claimed by " + context().all());
  }

  @Test
  @VerifiesLog(CLAIM_ATOMIC)
  void of_threads_that_claim_many_ids_each_id_goes_to_one() throws Exception {
    AuditLog log = context().log();
    List<Callable<Appended>> calls = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      String id = "r-" + i % 8;
      calls.add(() -> LogTestContext.append(log, claim(id), EventDraft.upTo(Stage.PROPOSED, id, true)));
    }

    long won = LogTestContext.atOnce(calls).stream().filter(Appended.Durable.class::isInstance).count();

    CLAIM_ATOMIC.require(won == 8 && context().all().size() == 16,
        "8 ids went to " + won + " threads, and the log holds " + context().all().size() + " records of 2 each");
  }

  @Test
  @VerifiesLog(CLAIM_NEEDED)
  void a_request_without_its_claim_is_refused() {
    context().refused(CLAIM_NEEDED, "a request without precondition", NONE, EventDraft.read(Stage.REQUESTED, "r-1"));
    context().refused(CLAIM_NEEDED, "a request under a fence", fence(0), EventDraft.read(Stage.REQUESTED, "r-1"));
    context().refused(CLAIM_NEEDED, "a request under the claim of another", claim("r-2"),
        EventDraft.read(Stage.REQUESTED, "r-1"));
    context().refused(CLAIM_NEEDED, "a second request in one append", claim("r-1"),
        EventDraft.read(Stage.REQUESTED, "r-1"), EventDraft.read(Stage.REQUESTED, "r-2"));
  }

  @Test
  @VerifiesLog(CLAIM_NEEDED)
  void a_claim_without_its_request_is_refused() {
    context().requested("r-1");

    context().refused(CLAIM_NEEDED, "a claim whose first event is of another request", claim("r-2"),
        EventDraft.read(Stage.DISPATCHED, "r-1"));
  }

  @Test
  @VerifiesLog(CLAIM_SHARED)
  void a_second_instance_sees_every_claim_or_is_kept_out() {
    context().requested("r-1");

    Optional<AuditLog> other = context().second();

    if (other.isPresent()) {
      shared(context().log(), other.get());
    } else {
      context().requested("r-2");
    }
  }

  @Test
  @VerifiesLog(CLAIM_SHARED)
  void of_instances_that_claim_one_id_at_once_one_gets_it() throws Exception {
    Optional<AuditLog> other = context().second();
    Assumptions.assumeTrue(other.isPresent(), "this log keeps a second instance out, which is tested");
    List<AuditLog> logs = List.of(context().log(), other.orElseThrow());

    List<Appended> answers = LogTestContext.atOnce(IntStream.range(0, CALLERS).<Callable<Appended>>mapToObj(
        i -> () -> LogTestContext.append(logs.get(i % 2), claim("r-1"),
            List.of(EventDraft.read(Stage.REQUESTED, "r-1"))))
        .toList());

    long won = answers.stream().filter(Appended.Durable.class::isInstance).count();
    CLAIM_SHARED.require(won == 1, won + " callers of two instances got the same id");
  }

  private static void shared(AuditLog one, AuditLog other) {
    claimed(CLAIM_SHARED,
        LogTestContext.append(other, claim("r-1"), List.of(EventDraft.read(Stage.REQUESTED, "r-1"))), 1);
    LogTestContext.receipts(LogTestContext.append(other, claim("r-2"), EventDraft.upTo(Stage.DISPATCHED, "r-2", true)));
    LogTestContext.receipts(LogTestContext.append(one, claim("r-3"), EventDraft.upTo(Stage.PROPOSED, "r-3", true)));
    Appended stale = LogTestContext.append(one, fence(0), List.of(EventDraft.confirmed("r-3", List.of("r-2"), Map.of(),
        List.of()), EventDraft.control(Stage.DISPATCHED, "r-3")));
    CLAIM_SHARED.require(stale instanceof Appended.ControlMoved(AuditRecord newest) && newest.sequence() == 5,
        "a dispatch by the other instance at sequence 5 was answered with " + stale);
    CLAIM_SHARED.require(LogTestContext.all(one).equals(LogTestContext.all(other)),
        "one instance holds " + LogTestContext.all(one) + " and the other " + LogTestContext.all(other));
  }

  private static void claimed(LogDuty duty, Appended answer, long first) {
    duty.require(answer instanceof Appended.AlreadyClaimed(AuditRecord record) && record.sequence() == first,
        "the id was claimed by sequence " + first + ", and a second claim was answered with " + answer);
  }
}
