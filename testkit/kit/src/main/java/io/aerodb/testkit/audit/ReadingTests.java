package io.aerodb.testkit.audit;

import static io.aerodb.testkit.audit.LogDuty.NOTHING_PURGED;
import static io.aerodb.testkit.audit.LogDuty.QUERIES_ANSWER;
import static io.aerodb.testkit.audit.LogDuty.QUERIES_CHANGE_NOTHING;
import static io.aerodb.testkit.audit.LogTestContext.NONE;
import static io.aerodb.testkit.audit.LogTestContext.claim;

import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.Stage;
import io.aerodb.audit.Verification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of queries: they find exactly what they ask for, and change nothing. */
abstract class ReadingTests extends LogGroup {
  private static final Instant LATER = EventDraft.TIME.plusSeconds(1);

  ReadingTests(AuditLogKit kit) {
    super(kit);
  }

  @Test
  @VerifiesLog(QUERIES_ANSWER)
  void an_empty_log_has_nothing_and_says_so() {
    AuditLog log = context().log();

    QUERIES_ANSWER.require(log.cluster().isEmpty() && context().all().isEmpty() && log.first("r-1").isEmpty(),
        "an empty log answers " + context().all() + " of cluster " + log.cluster());
    QUERIES_ANSWER.require(log.controlStatus().equals(new ControlStatus(0, List.of(), List.of())),
        "the control status of an empty log is " + log.controlStatus());
    QUERIES_ANSWER.require(log.verify().equals(new Verification.Consistent(0)),
        "an empty log says of itself " + log.verify());
  }

  @Test
  @VerifiesLog(QUERIES_ANSWER)
  void a_query_by_request_finds_its_duplicates_too() {
    five();

    found(AuditQuery.builder().requestId("r-1"), 1, 2, 4);
    found(AuditQuery.builder().requestId("r-9"));
  }

  @Test
  @VerifiesLog(QUERIES_ANSWER)
  void a_query_by_operator_finds_that_operator() {
    five();

    found(AuditQuery.builder().operator("bob"), 3);
    found(AuditQuery.builder().operator("nobody"));
  }

  @Test
  @VerifiesLog(QUERIES_ANSWER)
  void a_query_by_stage_finds_each_of_them() {
    five();

    found(AuditQuery.builder().addStages(Stage.PROPOSED, Stage.DUPLICATE), 2, 4);
  }

  @Test
  @VerifiesLog(QUERIES_ANSWER)
  void a_query_by_time_begins_with_its_start_and_ends_before_its_end() {
    five();

    found(AuditQuery.builder().from(LATER), 3, 5);
    found(AuditQuery.builder().until(LATER), 1, 2, 4);
  }

  @Test
  @VerifiesLog(QUERIES_ANSWER)
  void a_page_follows_the_page_before_it() {
    five();

    found(AuditQuery.builder().limit(2), 1, 2);
    found(AuditQuery.builder().after(2).limit(2), 3, 4);
    found(AuditQuery.builder().after(4).limit(2), 5);
    found(AuditQuery.builder().after(5));
    found(AuditQuery.builder().after(Long.MAX_VALUE));
  }

  @Test
  @VerifiesLog(QUERIES_CHANGE_NOTHING)
  void no_query_changes_anything() {
    five();
    AuditLog log = context().log();
    List<AuditRecord> before = context().all();
    ControlStatus controlStatus = log.controlStatus();

    log.first("r-1");
    log.first("r-9");
    log.read(AuditQuery.builder().requestId("r-1").build());
    log.controlStatus();
    log.cluster();
    log.verify();

    QUERIES_CHANGE_NOTHING.require(context().all().equals(before),
        "the records were " + before + " and are " + context().all());
    QUERIES_CHANGE_NOTHING.require(log.controlStatus().equals(controlStatus),
        "the control status was " + controlStatus + " and is " + log.controlStatus());
  }

  @Test
  @VerifiesLog(QUERIES_CHANGE_NOTHING)
  void what_was_read_cannot_be_changed_through_the_answer() {
    context().requested("r-1");

    byte[] line = context().record(1).line();
    line[0] = 'x';
    List<AuditRecord> answer = context().all();
    try {
      answer.clear();
    } catch (UnsupportedOperationException refused) {
      QUERIES_CHANGE_NOTHING.require(answer.size() == 1, "an answer was cleared in part");
    }

    QUERIES_CHANGE_NOTHING.require(context().all().size() == 1 && context().record(1).line()[0] == '{',
        "an answer was changed, and the log with it: " + context().all());
  }

  @Test
  @VerifiesLog(NOTHING_PURGED)
  void the_oldest_record_stays_readable() {
    for (int i = 1; i <= 60; i++) {
      context().requested("r-" + i);
    }

    NOTHING_PURGED.require(context().all().size() == 60 && context().log().first("r-1").isPresent(),
        "of 60 records " + context().all().size() + " can be read");
    NOTHING_PURGED.require(context().log().verify().equals(new Verification.Consistent(60)),
        "a log of 60 records says of itself " + context().log().verify());
  }

  /** Five records: a request and its proposal, another operator's later request, a duplicate, and a later end. */
  private void five() {
    context().upTo(Stage.PROPOSED, "r-1", true);
    context().durable(claim("r-2"), EventDraft.read(Stage.REQUESTED, "r-2").operator("bob").time(LATER));
    context().durable(NONE, EventDraft.duplicate("r-1", 1));
    context().durable(claim("r-3"), EventDraft.read(Stage.REQUESTED, "r-3").time(LATER));
  }

  private void found(AuditQuery.Builder query, long... sequences) {
    AuditQuery wanted = query.build();
    List<Long> answered = context().log().read(wanted).stream().map(AuditRecord::sequence).toList();
    List<Long> expected = new ArrayList<>();
    for (long sequence : sequences) {
      expected.add(sequence);
    }
    QUERIES_ANSWER.require(answered.equals(expected), wanted + " found " + answered + " instead of " + expected);
  }
}
