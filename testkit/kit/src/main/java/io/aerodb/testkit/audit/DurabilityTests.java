package io.aerodb.testkit.audit;

import static io.aerodb.testkit.audit.LogDuty.CONTROL_STATUS_SURVIVES;
import static io.aerodb.testkit.audit.LogDuty.DURABLE_FIRST;
import static io.aerodb.testkit.audit.LogDuty.LINES_VERBATIM;
import static io.aerodb.testkit.audit.LogDuty.NOTHING_MADE_UP;
import static io.aerodb.testkit.audit.LogDuty.NOTICES_STAY;
import static io.aerodb.testkit.audit.LogDuty.TAMPERING_SEEN;
import static io.aerodb.testkit.audit.LogTestContext.NONE;
import static io.aerodb.testkit.audit.LogTestContext.claim;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.RecoveryNotice;
import io.aerodb.audit.Stage;
import io.aerodb.audit.Verification;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Tests of what must outlive the process that wrote it. */
abstract class DurabilityTests extends LogGroup {
  DurabilityTests(AuditLogKit kit) {
    super(kit);
  }

  @Test
  @VerifiesLog(DURABLE_FIRST)
  void what_was_answered_as_durable_survives_a_loss_of_power() {
    context().requested("r-1");
    context().upTo(Stage.DISPATCHED, "r-2", true);
    survives(context().all());
  }

  @Test
  @VerifiesLog(DURABLE_FIRST)
  void the_first_record_of_a_log_survives_a_loss_of_power() {
    context().requested("r-1");
    survives(context().all());
  }

  @Test
  @VerifiesLog(DURABLE_FIRST)
  void what_was_answered_to_many_at_once_survives_a_loss_of_power() throws Exception {
    AuditLog log = context().log();
    LogTestContext.atOnce(IntStream.range(0, 16).<Callable<Appended>>mapToObj(
        i -> () -> LogTestContext.append(log, claim("r-" + i), EventDraft.upTo(Stage.PROPOSED, "r-" + i, true)))
        .toList());
    survives(context().all());
  }

  @Test
  @VerifiesLog(LINES_VERBATIM)
  void lines_are_the_same_after_a_restart() {
    context().upTo(Stage.EXECUTED, "r-1", true);
    List<String> before = LogTestContext.lines(context().all().stream());

    context().arrange(LogScenario.RESTARTED);

    List<String> after = LogTestContext.lines(context().all().stream());
    LINES_VERBATIM.require(after.equals(before), "the lines were " + before + " and are " + after);
  }

  @Test
  @VerifiesLog(NOTHING_MADE_UP)
  void a_restart_writes_nothing_and_a_missing_end_stays_missing() {
    context().upTo(Stage.DISPATCHED, "r-1", true);
    context().upTo(Stage.DISPATCHED, "r-2", false);
    context().requested("r-3");
    List<String> before = LogTestContext.lines(context().all().stream());

    context().arrange(LogScenario.RESTARTED);

    List<String> after = LogTestContext.lines(context().all().stream());
    NOTHING_MADE_UP.require(after.equals(before), "a restart made " + after + " of " + before);
  }

  @Test
  @VerifiesLog(NOTHING_MADE_UP)
  void of_a_batch_that_was_cut_off_nothing_is_made_up() {
    context().upTo(Stage.EXECUTED, "r-1", true);
    List<String> before = LogTestContext.lines(context().all().stream());

    context().arrange(LogScenario.CUT_OFF);

    List<String> after = LogTestContext.lines(context().all().stream());
    NOTHING_MADE_UP.require(after.equals(before), "half an append made " + after + " of " + before);
    NOTHING_MADE_UP.require(context().log().verify().equals(new Verification.Consistent(before.size())),
        "after half an append was left behind, the log says of itself " + context().log().verify());
    context().requested("r-2");
  }

  @Test
  @VerifiesLog(CONTROL_STATUS_SURVIVES)
  void what_is_unresolved_stays_so_over_a_restart() {
    context().upTo(Stage.DISPATCHED, "r-1", true);
    ControlStatus before = context().log().controlStatus();

    context().arrange(LogScenario.RESTARTED);

    sameStatus(before);
    context().durable(NONE, EventDraft.control(Stage.UNKNOWN, "r-1"));
    ControlStatus unknown = context().log().controlStatus();
    context().arrange(LogScenario.RESTARTED);
    sameStatus(unknown);
  }

  @Test
  @VerifiesLog(CONTROL_STATUS_SURVIVES)
  void what_was_acknowledged_stays_so_over_a_restart() {
    context().upTo(Stage.UNKNOWN, "r-1", true);
    context().upTo(Stage.PROPOSED, "r-2", true);
    context().durable(NONE, EventDraft.confirmed("r-2", List.of("r-1"), Map.of(), List.of()),
        EventDraft.control(Stage.DISPATCHED, "r-2"));
    context().durable(NONE, EventDraft.control(Stage.EXECUTED, "r-2"));
    ControlStatus before = context().log().controlStatus();

    context().arrange(LogScenario.RESTARTED);

    sameStatus(before);
  }

  @Test
  @VerifiesLog(NOTICES_STAY)
  void what_recovery_found_is_told_until_it_is_acknowledged_by_id() {
    context().requested("r-1");
    context().arrange(LogScenario.CUT_OFF);
    List<RecoveryNotice> found = context().log().controlStatus().recovery();
    Assumptions.assumeFalse(found.isEmpty(), "recovery of this log leaves nothing to be told");

    context().arrange(LogScenario.RESTARTED);
    notices(found);
    context().upTo(Stage.PROPOSED, "r-2", true);
    context().durable(NONE, EventDraft.confirmed("r-2", List.of(), Map.of(), List.of("another-notice")));
    notices(found);
    context().upTo(Stage.PROPOSED, "r-3", true);
    context().durable(NONE,
        EventDraft.confirmed("r-3", List.of(), Map.of(), found.stream().map(RecoveryNotice::id).toList()));
    notices(List.of());
    context().arrange(LogScenario.RESTARTED);
    notices(List.of());
  }

  @Test
  @VerifiesLog(TAMPERING_SEEN)
  void a_record_that_was_changed_is_found() {
    context().upTo(Stage.EXECUTED, "r-1", true);

    context().arrange(LogScenario.TAMPERED);

    Verification verdict = context().log().verify();
    TAMPERING_SEEN.require(verdict instanceof Verification.Damaged(long first, String what) && first <= 2,
        "sequence 2 was changed, and the log says of itself " + verdict);
  }

  @Test
  @VerifiesLog(TAMPERING_SEEN)
  void a_record_that_was_changed_is_not_read_as_if_it_were_whole() {
    context().upTo(Stage.EXECUTED, "r-1", true);
    List<AuditRecord> before = context().all();

    context().arrange(LogScenario.TAMPERED);

    try {
      List<AuditRecord> after = context().all();
      TAMPERING_SEEN.require(after.equals(before), "sequence 2 was changed, and read was " + after.get(1));
    } catch (AuditUnreadableException seen) {
      TAMPERING_SEEN.require(!String.valueOf(seen.getMessage()).isBlank(),
          "a changed record was not read without a word");
    }
  }

  private void survives(List<AuditRecord> acknowledged) {
    List<String> before = LogTestContext.lines(acknowledged.stream());

    try {
      context().arrange(LogScenario.POWER_LOST);
    } catch (AuditUnreadableException e) {
      throw DURABLE_FIRST.broken(before.size() + " records were acknowledged, and after a loss of power: " + e);
    }

    List<String> after = LogTestContext.lines(context().all().stream());
    long kept = before.stream().filter(after::contains).count();
    DURABLE_FIRST.require(after.equals(before), before.size() + " records were acknowledged, after a loss of power "
        + kept + " of them are there unchanged, in a log of " + after.size());
    DURABLE_FIRST.require(context().log().verify().equals(new Verification.Consistent(before.size())),
        "after a loss of power the log says of itself " + context().log().verify());
    context().requested("r-afterwards");
  }

  private void sameStatus(ControlStatus before) {
    ControlStatus after = context().log().controlStatus();
    CONTROL_STATUS_SURVIVES.require(after.equals(before), "the control status was " + before + " and is " + after);
  }

  private void notices(List<RecoveryNotice> expected) {
    List<RecoveryNotice> told = context().log().controlStatus().recovery();
    NOTICES_STAY.require(told.equals(expected), "told is " + told + " instead of " + expected);
  }
}
