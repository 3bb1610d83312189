package io.aerodb.audit.judge;

import static io.aerodb.audit.Events.confirmed;
import static io.aerodb.audit.Events.control;
import static io.aerodb.audit.Events.read;
import static io.aerodb.audit.Events.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Events;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.Stage;
import io.aerodb.audit.json.Json;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests how an append is judged, and the words of a refusal; that a log keeps to it is proved by its kit. */
class BatchDraftTest {
  private static final Precondition NONE = new Precondition.None();

  private final BatchDraft draft = new LogState(List.of()).draft();

  @Test
  @Covers("AU-12")
  void a_record_is_its_event_byte_for_byte() {
    List<AuditEvent> events = upTo(Stage.PROPOSED, "r-1", true);

    List<AuditRecord> records = taken(claim("r-1"), events);

    assertThat(records).extracting(AuditRecord::event).isEqualTo(events);
    assertThat(records).extracting(AuditRecord::line).containsExactly(events.get(0).line("log-1", 1),
        events.get(1).line("log-1", 2));
  }

  @Test
  @CoversViolation("CM-9.1")
  void an_id_is_claimed_once_and_the_claiming_record_is_named() {
    taken(NONE, List.of(Events.unreadable()));
    taken(claim("r-1"), List.of(read(Stage.REQUESTED, "r-1"), read(Stage.REJECTED, "r-1")));

    assertThat(draft.judge("log-1", claim("r-1"), List.of(read(Stage.REQUESTED, "r-1"))))
        .isEqualTo(new AppendDecision.Claimed(2));
  }

  @Test
  @CoversViolation({"CF-9", "AU-2"})
  void a_read_only_command_needs_no_confirmation_and_a_control_command_does() {
    taken(claim("r-1"), List.of(read(Stage.REQUESTED, "r-1"), read(Stage.DISPATCHED, "r-1")));

    assertThat(refusal(claim("r-2"), control(Stage.REQUESTED, "r-2"), control(Stage.DISPATCHED, "r-2")))
        .isEqualTo("stage of request 'r-2' is dispatched but a control command can only follow confirmed");
  }

  @Test
  @CoversViolation("AU-2")
  void a_request_begins_with_the_claim_of_its_own_id_and_goes_on_as_the_grammar_says() {
    AuditEvent requested = read(Stage.REQUESTED, "r-1");

    assertThat(refusal(NONE, requested)).contains("does not claim that id");
    assertThat(refusal(claim("r-2"), requested)).contains("first event is not the requested stage");
    assertThat(refusal(claim("r-1"), Events.unreadable())).contains("first event is not the requested stage");
    assertThat(refusal(claim("r-1"), requested, read(Stage.REQUESTED, "r-2"))).contains("does not claim that id");
    assertThat(refusal(claim("r-1"), requested, read(Stage.CONFIRMED, "r-1"))).contains("can't follow requested");
    assertThat(refusal(NONE, read(Stage.DISPATCHED, "r-1"))).contains("nothing has claimed that id");
  }

  @Test
  @Covers("FM-6")
  void a_duplicate_names_the_record_that_claimed_the_id_and_never_moves_the_request() {
    taken(claim("r-1"), List.of(read(Stage.REQUESTED, "r-1")));

    assertThat(refusal(NONE, Events.duplicate("r-9", 1))).contains("nothing has claimed that id");
    assertThat(refusal(NONE, Events.duplicate("r-1", 2))).contains("its first is not 1");
    taken(NONE, List.of(Events.duplicate("r-1", 1)));
    taken(NONE, List.of(read(Stage.DISPATCHED, "r-1"), Events.duplicate("r-1", 1), read(Stage.EXECUTED, "r-1")));
  }

  @Test
  void later_stages_repeat_control_flag_operator_and_command() {
    taken(claim("r-1"), List.of(control(Stage.REQUESTED, "r-1")));
    AuditEvent proposed = control(Stage.PROPOSED, "r-1");

    assertThat(refusal(NONE, read(Stage.PROPOSED, "r-1"))).contains("is not that of sequence 1");
    assertThat(refusal(NONE, Events.ofOperator("bob", proposed))).contains("is not that of sequence 1");
    assertThat(refusal(NONE, Events.ofCommand("request_demotion", proposed))).contains("is not that of sequence 1");
  }

  @Test
  @CoversViolation("AU-13")
  void a_log_of_one_cluster_takes_no_record_of_another() {
    AuditEvent requested = Events.ofCluster("cluster-2", read(Stage.REQUESTED, "r-1"));

    assertThat(refusal(claim("r-1"), requested, read(Stage.DISPATCHED, "r-1")))
        .isEqualTo("cluster is 'cluster-1' but the log is bound to 'cluster-2'");
    taken(NONE, List.of(Events.unreadable()));
    assertThat(refusal(claim("r-1"), requested))
        .isEqualTo("cluster is 'cluster-2' but the log is bound to 'cluster-1'");
  }

  @Test
  @Covers("AU-4")
  void a_clock_that_steps_back_changes_nothing() {
    AuditEvent later = Events.later(read(Stage.REQUESTED, "r-1"));

    assertThat(taken(claim("r-1"), List.of(later)).getFirst().sequence()).isEqualTo(1);
    assertThat(taken(claim("r-2"), List.of(read(Stage.REQUESTED, "r-2"))).getFirst().sequence()).isEqualTo(2);
  }

  @Test
  void an_append_has_one_time() {
    assertThat(refusal(claim("r-1"), read(Stage.REQUESTED, "r-1"), Events.later(read(Stage.DISPATCHED, "r-1"))))
        .contains("must have one");
  }

  @Test
  void an_append_has_one_to_a_thousand_events_and_its_last_receipt_is_that_of_the_last() {
    assertThat(refusal(NONE)).isEqualTo("append has 0 events but must have 1 to 1000");
    assertThat(refusal(NONE, Collections.nCopies(1001, Events.unreadable()).toArray(AuditEvent[]::new)))
        .isEqualTo("append has 1001 events but must have 1 to 1000");

    List<AuditRecord> records = taken(NONE, Collections.nCopies(1000, Events.unreadable()));

    var durable = new Appended.Durable(records.stream().map(AuditRecord::receipt).toList());
    assertThat(durable.last().sequence()).isEqualTo(1000);
  }

  @Test
  void a_line_that_is_too_long_is_refused() {
    AuditEvent huge = Events.plain(Stage.REQUESTED, false).requestId("r-1")
        .body(Json.object().put("confirmation", "x".repeat(66_000)).build()).build();

    assertThat(refusal(claim("r-1"), huge)).contains("must be at most 65535");
  }

  @Test
  @CoversViolation("CM-9.2")
  void an_unresolved_request_blocks_every_control_dispatch_until_it_is_acknowledged() {
    taken(claim("r-1"), upTo(Stage.UNKNOWN, "r-1", true));
    taken(claim("r-2"), upTo(Stage.PROPOSED, "r-2", true));
    AuditEvent dispatched = control(Stage.DISPATCHED, "r-2");

    assertThat(refusal(NONE, control(Stage.CONFIRMED, "r-2"), dispatched))
        .isEqualTo("stage of request 'r-2' is dispatched but request 'r-1' is unresolved and was not acknowledged");
    taken(new Precondition.LastControlDispatch(4),
        List.of(confirmed("r-2", List.of("r-1"), Map.of(), List.of()), dispatched));
  }

  @Test
  @CoversViolation("CM-9.2")
  void a_dispatch_that_nobody_has_seen_is_refused_by_the_fence_and_named() {
    assertThat(refusal(new Precondition.LastControlDispatch(7), Events.unreadable()))
        .contains("none was ever recorded");
    taken(claim("r-1"), upTo(Stage.EXECUTED, "r-1", true));
    taken(claim("r-2"), upTo(Stage.PROPOSED, "r-2", true));
    List<AuditEvent> both = List.of(control(Stage.CONFIRMED, "r-2"), control(Stage.DISPATCHED, "r-2"));

    assertThat(draft.judge("log-1", new Precondition.LastControlDispatch(0), both))
        .isEqualTo(new AppendDecision.Moved(4));
    taken(new Precondition.LastControlDispatch(4), both);
  }

  private List<AuditRecord> taken(Precondition precondition, List<AuditEvent> events) {
    AppendDecision decision = draft.judge("log-1", precondition, events);
    assertThat(decision).isInstanceOf(AppendDecision.Accepted.class);
    return ((AppendDecision.Accepted) decision).records();
  }

  /** Why it is refused, and that nothing of it is taken in. */
  private String refusal(Precondition precondition, AuditEvent... events) {
    LogSnapshot before = draft.snapshot();
    AppendDecision decision = draft.judge("log-1", precondition, List.of(events));
    assertThat(decision).isInstanceOf(AppendDecision.Refused.class);
    assertThat(draft.snapshot()).isEqualTo(before);
    return ((AppendDecision.Refused) decision).reason();
  }

  private static Precondition claim(String id) {
    return new Precondition.Unclaimed(id);
  }
}
