package io.aerodb.testkit.audit;

import static io.aerodb.audit.BodyMembers.CONFIRMATION;
import static io.aerodb.testkit.audit.LogDuty.ALL_OR_NOTHING;
import static io.aerodb.testkit.audit.LogDuty.DUPLICATE_BESIDE;
import static io.aerodb.testkit.audit.LogDuty.GRAMMAR_KEPT;
import static io.aerodb.testkit.audit.LogDuty.MISUSE_ANSWERED;
import static io.aerodb.testkit.audit.LogDuty.ONE_CLUSTER;
import static io.aerodb.testkit.audit.LogDuty.ONE_TIME;
import static io.aerodb.testkit.audit.LogDuty.SAME_REQUEST;
import static io.aerodb.testkit.audit.LogTestContext.NONE;
import static io.aerodb.testkit.audit.LogTestContext.claim;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.Stage;
import io.aerodb.audit.json.Json;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests of which events a log takes, and which it refuses. */
abstract class GrammarTests extends LogGroup {
  GrammarTests(AuditLogKit kit) {
    super(kit);
  }

  @Test
  @VerifiesLog(GRAMMAR_KEPT)
  void a_stage_of_a_control_command_follows_what_the_grammar_names() {
    everyPair(true, Stage.NOT_ANSWERED);
  }

  @Test
  @VerifiesLog(GRAMMAR_KEPT)
  void a_stage_of_a_read_only_command_follows_what_the_grammar_names() {
    everyPair(false, Stage.UNKNOWN);
  }

  @Test
  @VerifiesLog(GRAMMAR_KEPT)
  void no_stage_but_the_first_begins_a_request() {
    for (Stage stage : Stage.values()) {
      if (stage != Stage.REQUESTED && stage != Stage.DUPLICATE) {
        context().refused(GRAMMAR_KEPT, stage + " of a request that nobody made", NONE,
            EventDraft.of(stage, "r-1", stage == Stage.UNKNOWN));
      }
    }
  }

  @Test
  @VerifiesLog(GRAMMAR_KEPT)
  void a_refusal_without_a_request_id_stands_alone() {
    context().durableEvents(EventDraft.nameless(), EventDraft.nameless());

    GRAMMAR_KEPT.require(context().all().stream().allMatch(record -> record.event().requestId().isEmpty()),
        "refusals without request ids became " + context().all());
  }

  @Test
  @VerifiesLog(ALL_OR_NOTHING)
  void an_append_that_is_refused_leaves_nothing_behind() {
    context().requested("r-0");

    context().refused(ALL_OR_NOTHING, "an append whose last event is illegal", claim("r-1"),
        EventDraft.read(Stage.REQUESTED, "r-1"), EventDraft.read(Stage.PROPOSED, "r-1"),
        EventDraft.read(Stage.EXECUTED, "r-1"));

    ALL_OR_NOTHING.require(context().log().first("r-1").isEmpty(), "a refused append claimed its id");
    context().requested("r-1");
  }

  @Test
  @VerifiesLog(SAME_REQUEST)
  void every_stage_has_the_operator_the_command_and_the_control_flag_of_its_request() {
    context().durable(claim("r-1"), EventDraft.control(Stage.REQUESTED, "r-1"));
    EventDraft proposed = EventDraft.control(Stage.PROPOSED, "r-1");

    context().refused(SAME_REQUEST, "a stage of another operator", NONE, proposed.operator("bob"));
    context().refused(SAME_REQUEST, "a stage of another command", NONE, proposed.command("request_demotion"));
    context().refused(SAME_REQUEST, "a stage with another control flag", NONE,
        EventDraft.read(Stage.PROPOSED, "r-1").command("request_promotion"));
    context().durable(NONE, proposed);
  }

  @Test
  @VerifiesLog(DUPLICATE_BESIDE)
  void a_duplicate_names_the_record_that_claimed_the_id() {
    context().requested("r-0");
    context().requested("r-1");

    context().refused(DUPLICATE_BESIDE, "a duplicate that names another record", NONE, EventDraft.duplicate("r-1", 1));
    context().refused(DUPLICATE_BESIDE, "a duplicate of an id that nobody claimed", NONE,
        EventDraft.duplicate("r-9", 1));
    context().durable(NONE, EventDraft.duplicate("r-1", 2));
  }

  @Test
  @VerifiesLog(DUPLICATE_BESIDE)
  void a_duplicate_never_moves_the_request() {
    context().requested("r-1");

    context().durable(NONE, EventDraft.duplicate("r-1", 1));
    context().durable(NONE, EventDraft.read(Stage.DISPATCHED, "r-1"));
    context().durable(NONE, EventDraft.duplicate("r-1", 1).operator("mallory"));
    Appended end = context().append(NONE, EventDraft.read(Stage.EXECUTED, "r-1"));

    DUPLICATE_BESIDE.require(end instanceof Appended.Durable, "after duplicates the end was answered with " + end);
    DUPLICATE_BESIDE.require(context().log().first("r-1").filter(context().record(1)::equals).isPresent(),
        "after duplicates the first record is " + context().log().first("r-1"));
  }

  @Test
  @VerifiesLog(ONE_CLUSTER)
  void a_log_of_one_cluster_takes_no_record_of_another() {
    context().requested("r-1");

    context().refused(ONE_CLUSTER, "a record of another cluster", claim("r-2"),
        EventDraft.read(Stage.REQUESTED, "r-2").cluster("kit-other"));
    ONE_CLUSTER.require(context().log().cluster().equals(Optional.of(EventDraft.CLUSTER)),
        "the log is bound to " + context().log().cluster());
  }

  @Test
  @VerifiesLog(ONE_CLUSTER)
  void an_append_of_two_clusters_is_refused_and_binds_nothing() {
    context().refused(ONE_CLUSTER, "an append of two clusters", claim("r-1"), EventDraft.read(Stage.REQUESTED, "r-1"),
        EventDraft.read(Stage.DISPATCHED, "r-1").cluster("kit-other"));

    ONE_CLUSTER.require(context().log().cluster().isEmpty(), "an empty log is bound to " + context().log().cluster());
    context().durable(claim("r-1"), EventDraft.read(Stage.REQUESTED, "r-1").cluster("kit-other"));
  }

  @Test
  @VerifiesLog(ONE_TIME)
  void an_append_of_two_times_is_refused() {
    context().refused(ONE_TIME, "an append of two times", claim("r-1"), EventDraft.read(Stage.REQUESTED, "r-1"),
        EventDraft.read(Stage.DISPATCHED, "r-1").time(EventDraft.TIME.plusNanos(1)));
  }

  @Test
  @VerifiesLog(MISUSE_ANSWERED)
  void an_append_without_events_is_not_written() {
    notWritten(List.of());
  }

  @Test
  @VerifiesLog(MISUSE_ANSWERED)
  void an_append_of_a_thousand_events_is_written_and_one_of_more_is_not() {
    notWritten(Collections.nCopies(1001, EventDraft.nameless()));

    context().durableEvents(Collections.nCopies(1000, EventDraft.nameless()).toArray(AuditEvent[]::new));
  }

  @Test
  @VerifiesLog(MISUSE_ANSWERED)
  void an_event_that_fits_into_no_line_is_not_written() {
    Json.Obj huge = Json.object().put(CONFIRMATION, "x".repeat(AuditEvent.MAX_LINE_BYTES)).build();

    context().refused(MISUSE_ANSWERED, "a line that is too long", claim("r-1"),
        EventDraft.read(Stage.REQUESTED, "r-1").body(huge));
    context().requested("r-1");
  }

  private void notWritten(List<AuditEvent> events) {
    Appended answer;
    try {
      answer = context().log().append(NONE, events);
    } catch (RuntimeException e) {
      throw MISUSE_ANSWERED.broken("an append of " + events.size() + " events threw " + e);
    }
    MISUSE_ANSWERED.require(answer instanceof Appended.NotWritten,
        "an append of " + events.size() + " events was answered with " + answer);
  }

  private void everyPair(boolean control, Stage impossible) {
    int n = 0;
    for (Stage before : Stage.values()) {
      for (Stage next : Stage.values()) {
        if (before != Stage.DUPLICATE && next != Stage.DUPLICATE && before != impossible && next != impossible) {
          n++;
          pair(before, next, control, "r-" + n);
        }
      }
    }
  }

  private void pair(Stage before, Stage next, boolean control, String id) {
    LogTestContext.receipts(LogTestContext.append(context().log(), claim(id),
        EventDraft.upTo(before, id, control).stream().map(GrammarTests::settling).toList()));

    Appended answer = LogTestContext.append(context().log(), NONE, List.of(settling(EventDraft.of(next, id, control))));

    boolean direct = control && before == Stage.REQUESTED && next == Stage.DISPATCHED;
    boolean legal = before.successors().contains(next) && !direct;
    GRAMMAR_KEPT.require(legal ? answer instanceof Appended.Durable : answer instanceof Appended.NotWritten,
        next + " after " + before + " of a " + (control ? "control" : "read-only") + " command is "
            + (legal ? "legal" : "illegal") + ", and was answered with " + answer);
  }

  /** Every confirmation acknowledges whatever the test has left unresolved, so that only the grammar can refuse. */
  private static EventDraft settling(EventDraft draft) {
    List<String> all = IntStream.range(0, 200).mapToObj(i -> "r-" + i).toList();
    return draft.stage() == Stage.CONFIRMED && draft.control()
        ? EventDraft.confirmed(draft.request(), all, Map.of(), List.of()) : draft;
  }
}
