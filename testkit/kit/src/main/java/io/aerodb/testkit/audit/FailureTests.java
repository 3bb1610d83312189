package io.aerodb.testkit.audit;

import static io.aerodb.testkit.audit.LogDuty.CLOSED_IS_CLOSED;
import static io.aerodb.testkit.audit.LogDuty.FACT_OR_THROW;
import static io.aerodb.testkit.audit.LogDuty.FAILURE_CLOSES;
import static io.aerodb.testkit.audit.LogTestContext.claim;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.AuditUncertainException;
import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.audit.Stage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of what a log answers when it can't write. */
abstract class FailureTests extends LogGroup {
  FailureTests(AuditLogKit kit) {
    super(kit);
  }

  @Test
  @VerifiesLog(FACT_OR_THROW)
  void a_write_that_fails_half_way_is_no_success() {
    context().requested("r-1");
    context().arrange(LogScenario.WRITE_FAILS);

    Optional<Appended> answer = attempt("r-2");

    noFalseFact(answer);
  }

  @Test
  @VerifiesLog(FACT_OR_THROW)
  void a_force_that_fails_is_no_success() {
    context().requested("r-1");
    context().arrange(LogScenario.FORCE_FAILS);

    Optional<Appended> answer = attempt("r-2");

    noFalseFact(answer);
  }

  @Test
  @VerifiesLog(FACT_OR_THROW)
  void what_nobody_knows_is_not_read_as_if_it_were_durable() {
    context().requested("r-1");
    context().arrange(LogScenario.FORCE_FAILS);
    attempt("r-2");

    List<AuditRecord> read = context().all();

    FACT_OR_THROW.require(read.size() == 1, "the force of the second record failed, and read are " + read);
    FACT_OR_THROW.require(context().log().first("r-2").isEmpty(), "an uncertain claim is read as a fact");
  }

  @Test
  @VerifiesLog(FAILURE_CLOSES)
  void after_a_write_that_failed_nothing_more_is_written() {
    context().requested("r-1");
    context().arrange(LogScenario.WRITE_FAILS);
    attempt("r-2");

    takesNothingMore();
  }

  @Test
  @VerifiesLog(FAILURE_CLOSES)
  void after_a_force_that_failed_nothing_more_is_written() {
    context().requested("r-1");
    context().arrange(LogScenario.FORCE_FAILS);
    attempt("r-2");

    takesNothingMore();
  }

  @Test
  @VerifiesLog(FAILURE_CLOSES)
  void opened_again_after_a_failure_the_log_has_what_it_acknowledged_and_goes_on() {
    context().requested("r-1");
    context().arrange(LogScenario.FORCE_FAILS);
    attempt("r-2");

    context().arrange(LogScenario.RESTARTED);

    FAILURE_CLOSES.require(context().log().first("r-1").isPresent(), "an acknowledged record is gone after a failure");
    context().requested("r-3");
  }

  @Test
  @VerifiesLog(CLOSED_IS_CLOSED)
  void a_closed_log_writes_nothing_and_says_so() {
    AuditLog log = context().log();
    context().requested("r-1");

    log.close();
    log.close();

    Appended answer = context().append(claim("r-2"), EventDraft.read(Stage.REQUESTED, "r-2"));
    CLOSED_IS_CLOSED.require(answer instanceof Appended.NotWritten, "a closed log answered " + answer);
  }

  @Test
  @VerifiesLog(CLOSED_IS_CLOSED)
  void a_closed_log_does_not_answer_as_if_it_were_empty() {
    AuditLog log = context().log();
    context().requested("r-1");

    log.close();

    unreadable("read", () -> log.read(AuditQuery.builder().build()));
    unreadable("first", () -> log.first("r-1"));
    unreadable("controlStatus", log::controlStatus);
    unreadable("verify", log::verify);
  }

  /** The answer; empty when the uncertainty was thrown. */
  private Optional<Appended> attempt(String request) {
    try {
      return Optional.of(context().append(claim(request), EventDraft.read(Stage.REQUESTED, request)));
    } catch (AuditUncertainException nobodyKnows) {
      return Optional.empty();
    } catch (RuntimeException e) {
      throw FACT_OR_THROW.broken("an append that failed threw " + e + " instead of AuditUncertainException");
    }
  }

  private void noFalseFact(Optional<Appended> answer) {
    if (answer.isPresent()) {
      FACT_OR_THROW.require(answer.get() instanceof Appended.NotWritten,
          "an append that failed was answered with " + answer.get());
      context().arrange(LogScenario.RESTARTED);
      FACT_OR_THROW.require(context().log().first("r-2").isEmpty(),
          "an append that failed was answered with " + answer.get() + ", and after a restart it is in the log");
    }
  }

  private void takesNothingMore() {
    Optional<Appended> next = attempt("r-3");

    FAILURE_CLOSES.require(next.filter(answer -> !(answer instanceof Appended.NotWritten)).isEmpty(),
        "after a failure the next append was answered with " + next);
    context().arrange(LogScenario.RESTARTED);
    FAILURE_CLOSES.require(context().log().first("r-3").isEmpty(),
        "after a failure the next append was answered with " + next + ", and is in the log");
  }

  private static void unreadable(String read, Runnable call) {
    try {
      call.run();
    } catch (AuditUnreadableException said) {
      return;
    } catch (RuntimeException e) {
      throw CLOSED_IS_CLOSED.broken(read + " of a closed log threw " + e);
    }
    throw CLOSED_IS_CLOSED.broken(read + " of a closed log was answered");
  }
}
