package io.aerodb.testkit.audit;

import static io.aerodb.testkit.audit.LogDuty.ALL_OR_NOTHING;
import static io.aerodb.testkit.audit.LogDuty.INTERRUPT_KEPT;
import static io.aerodb.testkit.audit.LogDuty.LINES_VERBATIM;
import static io.aerodb.testkit.audit.LogDuty.NAME_KEPT;
import static io.aerodb.testkit.audit.LogDuty.NOTHING_PURGED;
import static io.aerodb.testkit.audit.LogDuty.RECEIPTS_MATCH;
import static io.aerodb.testkit.audit.LogDuty.TOTAL_ORDER;
import static io.aerodb.testkit.audit.LogTestContext.NONE;
import static io.aerodb.testkit.audit.LogTestContext.claim;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Receipt;
import io.aerodb.audit.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests of records: their order, their lines and their receipts. */
abstract class RecordTests extends LogGroup {
  private static final int CALLERS = 24;

  RecordTests(AuditLogKit kit) {
    super(kit);
  }

  @Test
  @VerifiesLog(LINES_VERBATIM)
  void a_line_is_what_the_event_encoded() {
    List<AuditEvent> events = EventDraft.upTo(Stage.EXECUTED, "r-1", true).stream().map(EventDraft::event).toList();
    LogTestContext.receipts(context().log().append(claim("r-1"), events));

    List<AuditRecord> found = context().all();

    LINES_VERBATIM.require(found.size() == events.size(), events.size() + " events became " + found);
    for (int i = 0; i < events.size(); i++) {
      byte[] line = events.get(i).line(context().log().origin(), i + 1L);
      LINES_VERBATIM.require(Arrays.equals(line, found.get(i).line()),
          "the event's line is " + new String(line, UTF_8) + " and the record's "
              + found.get(i));
    }
  }

  @Test
  @VerifiesLog(LINES_VERBATIM)
  void texts_in_any_script_are_kept_as_they_are() {
    AuditEvent event = EventDraft.read(Stage.REQUESTED, "r-1").operator("Zoë 李\u202e \u0001 \"\\/\uD83D\uDE00").event();
    LogTestContext.receipts(context().log().append(claim("r-1"), List.of(event)));

    AuditRecord found = context().record(1);

    LINES_VERBATIM.require(Arrays.equals(event.line(context().log().origin(), 1), found.line()),
        "the record is " + found + " and its event was " + event);
  }

  @Test
  @VerifiesLog(RECEIPTS_MATCH)
  void each_event_has_the_receipt_of_its_own_record() {
    context().requested("r-0");

    List<Receipt> receipts = context().durable(claim("r-1"), EventDraft.upTo(Stage.EXECUTED, "r-1", true));

    List<Receipt> expected = context().all().stream().skip(1).map(AuditRecord::receipt).toList();
    RECEIPTS_MATCH.require(receipts.equals(expected), "answered were " + receipts + " of the records " + expected);
    RECEIPTS_MATCH.require(receipts.stream().allMatch(r -> r.origin().equals(context().log().origin())),
        "receipts of " + context().log().origin() + " name " + receipts);
  }

  @Test
  @VerifiesLog(TOTAL_ORDER)
  void a_clock_that_steps_back_moves_no_record() {
    context().durable(claim("r-1"), EventDraft.read(Stage.REQUESTED, "r-1").time(EventDraft.TIME.plusSeconds(60)));
    context().requested("r-2");

    List<Optional<String>> order = context().all().stream().map(record -> record.event().requestId()).toList();

    TOTAL_ORDER.require(order.equals(List.of(Optional.of("r-1"), Optional.of("r-2"))),
        "r-1 was recorded before r-2, which has the earlier time, and the order is " + order);
  }

  @Test
  @VerifiesLog(TOTAL_ORDER)
  void what_was_refused_leaves_no_gap() {
    context().requested("r-1");
    context().append(claim("r-1"), EventDraft.read(Stage.REQUESTED, "r-1"));
    context().append(NONE, EventDraft.read(Stage.EXECUTED, "r-1"));
    context().requested("r-2");

    numberedFromOne();
  }

  @Test
  @VerifiesLog({TOTAL_ORDER, NOTHING_PURGED})
  void appends_of_many_threads_stand_in_one_order_without_gaps() throws Exception {
    AuditLog log = context().log();
    List<Callable<Appended>> calls = IntStream.range(0, 3 * CALLERS).<Callable<Appended>>mapToObj(
        i -> () -> LogTestContext.append(log, claim("r-" + i), EventDraft.upTo(Stage.PROPOSED, "r-" + i, true)))
        .toList();

    List<Long> sequences = LogTestContext.atOnce(calls).stream().map(LogTestContext::receipts).flatMap(List::stream)
        .map(Receipt::sequence).sorted().toList();

    TOTAL_ORDER.require(sequences.equals(Stream.iterate(1L, n -> n + 1).limit(6L * CALLERS).toList()),
        "receipts of " + 6 * CALLERS + " records have the sequences " + sequences);
    NOTHING_PURGED.require(context().all().size() == 6 * CALLERS,
        "of " + 6 * CALLERS + " records " + context().all().size() + " can be read");
    numberedFromOne();
  }

  @Test
  @VerifiesLog(ALL_OR_NOTHING)
  void events_of_one_append_stand_next_to_each_other_whatever_others_append() throws Exception {
    AuditLog log = context().log();
    List<Callable<Appended>> calls = IntStream.range(0, CALLERS).<Callable<Appended>>mapToObj(
        i -> () -> LogTestContext.append(log, claim("r-" + i), EventDraft.upTo(Stage.PROPOSED, "r-" + i, true)))
        .toList();

    LogTestContext.atOnce(calls);

    List<AuditRecord> all = context().all();
    for (int i = 0; i + 1 < all.size(); i += 2) {
      ALL_OR_NOTHING.require(all.get(i).event().requestId().equals(all.get(i + 1).event().requestId()),
          "between two events of one append stands " + all.get(i + 1));
    }
  }

  @Test
  @VerifiesLog(INTERRUPT_KEPT)
  void an_interrupted_caller_gets_the_answer_and_keeps_the_interrupt() {
    Appended answer;
    boolean interrupted;
    Thread.currentThread().interrupt();
    try {
      answer = context().append(claim("r-1"), EventDraft.read(Stage.REQUESTED, "r-1"));
    } finally {
      interrupted = Thread.interrupted();
    }

    INTERRUPT_KEPT.require(answer instanceof Appended.Durable, "an interrupted caller was answered with " + answer);
    INTERRUPT_KEPT.require(interrupted, "the interrupt is gone");
    context().requested("r-2");
  }

  @Test
  @VerifiesLog(NAME_KEPT)
  void a_log_keeps_its_name_and_its_place_over_a_restart() {
    String origin = context().log().origin();
    Optional<String> place = context().log().residesIn();
    context().requested("r-1");
    NAME_KEPT.require(!origin.isEmpty() && origin.length() <= AuditEvent.MAX_TEXT,
        "the log's name is '" + origin + "'");

    context().arrange(LogScenario.RESTARTED);

    NAME_KEPT.require(context().log().origin().equals(origin),
        "the log was " + origin + " and is " + context().log().origin());
    NAME_KEPT.require(context().log().residesIn().equals(place),
        "the log lived in " + place + " and lives in " + context().log().residesIn());
  }

  private void numberedFromOne() {
    List<Long> sequences = context().all().stream().map(AuditRecord::sequence).toList();
    TOTAL_ORDER.require(sequences.equals(Stream.iterate(1L, n -> n + 1).limit(sequences.size()).toList()),
        "the records are numbered " + sequences);
  }
}
