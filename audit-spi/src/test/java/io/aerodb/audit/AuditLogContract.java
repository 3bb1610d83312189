package io.aerodb.audit;

import static io.aerodb.audit.Events.confirmed;
import static io.aerodb.audit.Events.control;
import static io.aerodb.audit.Events.read;
import static io.aerodb.audit.Events.upTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.audit.json.Json;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every log of this module does alike. */
public abstract class AuditLogContract {
  private static final Precondition NONE = new Precondition.None();

  private AuditLog log;

  /** An empty log with origin {@code log-1}. */
  protected abstract AuditLog emptyLog() throws Exception;

  @BeforeEach
  void open() throws Exception {
    log = emptyLog();
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void an_empty_log_has_an_origin_and_nothing_else() {
    assertThat(log.origin()).isEqualTo("log-1");
    assertThat(log.cluster()).isEmpty();
    assertThat(log.read(AuditQuery.builder().build())).isEmpty();
    assertThat(log.first("r-1")).isEmpty();
    assertThat(log.controlStatus()).isEqualTo(new ControlStatus(0, List.of(), List.of()));
    assertThat(log.verify()).isEqualTo(new Verification.Consistent(0));
  }

  @Test
  @Covers("AU-12")
  void what_was_appended_is_read_back_byte_for_byte() {
    List<AuditEvent> events = upTo(Stage.PROPOSED, "r-1", true);

    Appended.Durable durable = durable(claim("r-1"), events);

    List<AuditRecord> found = log.read(AuditQuery.builder().build());
    assertThat(found).extracting(AuditRecord::event).isEqualTo(events);
    assertThat(found).extracting(AuditRecord::line).containsExactly(events.get(0).line("log-1", 1),
        events.get(1).line("log-1", 2));
    assertThat(durable.receipts()).isEqualTo(found.stream().map(AuditRecord::receipt).toList());
    assertThat(log.first("r-1")).contains(found.getFirst());
    assertThat(log.verify()).isEqualTo(new Verification.Consistent(2));
  }

  @Test
  void a_query_restricts_by_each_of_its_parts_and_pages() {
    durable(claim("r-1"), upTo(Stage.PROPOSED, "r-1", true));
    durable(claim("r-2"), List.of(later(copy(read(Stage.REQUESTED, "r-2")).withOperator("bob"))));
    durable(NONE, List.of(Events.duplicate("r-1", 1)));

    assertThat(sequences(AuditQuery.builder().requestId("r-1"))).containsExactly(1L, 2L, 4L);
    assertThat(sequences(AuditQuery.builder().requestId("r-9"))).isEmpty();
    assertThat(sequences(AuditQuery.builder().operator("bob"))).containsExactly(3L);
    assertThat(sequences(AuditQuery.builder().addStages(Stage.PROPOSED, Stage.DUPLICATE))).containsExactly(2L, 4L);
    assertThat(sequences(AuditQuery.builder().from(Events.TIME.plusSeconds(1)))).containsExactly(3L);
    assertThat(sequences(AuditQuery.builder().until(Events.TIME.plusSeconds(1)))).containsExactly(1L, 2L, 4L);
    assertThat(sequences(AuditQuery.builder().after(1).limit(2))).containsExactly(2L, 3L);
    assertThat(sequences(AuditQuery.builder().after(Long.MAX_VALUE))).isEmpty();
  }

  @Test
  @CoversViolation("CM-9.1")
  void an_id_is_claimed_once_and_the_claiming_record_is_named() {
    durable(claim("r-1"), List.of(read(Stage.REQUESTED, "r-1")));

    Appended second = log.append(claim("r-1"), List.of(read(Stage.REQUESTED, "r-1")));

    assertThat(second).isEqualTo(new Appended.AlreadyClaimed(log.first("r-1").orElseThrow()));
    assertThat(log.verify()).isEqualTo(new Verification.Consistent(1));
  }

  @Test
  @CoversViolation("CM-9.1")
  void of_64_threads_that_claim_one_id_one_gets_it() throws Exception {
    List<Appended> answers = Collections.synchronizedList(new ArrayList<>());
    var start = new CountDownLatch(1);
    List<Thread> threads =
        IntStream.range(0, 64)
            .mapToObj(
                i -> Thread.ofPlatform()
                    .start(
                        () -> {
                          await(start);
                          answers.add(log.append(claim("r-1"), List.of(read(Stage.REQUESTED, "r-1"))));
                        }))
            .toList();

    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(answers).filteredOn(Appended.Durable.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(Appended.AlreadyClaimed.class::isInstance).hasSize(63);
  }

  @Test
  void an_append_that_is_refused_leaves_nothing_behind() {
    List<AuditEvent> badEnd = List.of(read(Stage.REQUESTED, "r-1"), read(Stage.CONFIRMED, "r-1"));

    assertThat(refusal(claim("r-1"), badEnd)).contains("can't follow requested");

    assertThat(log.first("r-1")).isEmpty();
    assertThat(log.cluster()).isEmpty();
    assertThat(log.verify()).isEqualTo(new Verification.Consistent(0));
    durable(claim("r-1"), List.of(read(Stage.REQUESTED, "r-1")));
  }

  @Test
  @CoversViolation("AU-2")
  void every_stage_follows_exactly_the_stages_that_the_grammar_names() {
    int n = 0;
    for (Stage before : Stage.values()) {
      for (Stage next : Stage.values()) {
        boolean control = before != Stage.NOT_ANSWERED && next != Stage.NOT_ANSWERED;
        if (before == Stage.DUPLICATE || next == Stage.DUPLICATE
            || (!control && (before == Stage.UNKNOWN || next == Stage.UNKNOWN))) {
          continue;
        }
        String id = "r-" + n++;
        durable(claim(id), Events.settling(upTo(before, id, control)));

        Appended answer = log.append(NONE, Events.settling(List.of(Events.builder(next, id, control).build())));

        boolean legal =
            before.successors().contains(next) && !(control && before == Stage.REQUESTED && next == Stage.DISPATCHED);
        assertThat(answer).as("%s after %s", next, before)
            .isInstanceOf(legal ? Appended.Durable.class : Appended.NotWritten.class);
      }
    }
    assertThat(n).isGreaterThan(150);
  }

  @Test
  @CoversViolation({"CF-9", "AU-2"})
  void a_read_only_command_is_dispatched_without_a_confirmation_and_a_control_command_is_not() {
    durable(claim("r-1"), List.of(read(Stage.REQUESTED, "r-1"), read(Stage.DISPATCHED, "r-1")));

    assertThat(refusal(claim("r-2"), List.of(control(Stage.REQUESTED, "r-2"), control(Stage.DISPATCHED, "r-2"))))
        .isEqualTo("stage of request 'r-2' is dispatched but a control command can only follow confirmed");
  }

  @Test
  void requested_needs_the_precondition_that_claims_that_very_id() {
    assertThat(refusal(NONE, List.of(read(Stage.REQUESTED, "r-1")))).contains("does not claim that id");
    assertThat(refusal(claim("r-2"), List.of(read(Stage.REQUESTED, "r-1"))))
        .contains("first event is not the requested stage");
    assertThat(refusal(claim("r-1"), List.of(read(Stage.REQUESTED, "r-1"), read(Stage.REQUESTED, "r-2"))))
        .contains("does not claim that id");
    assertThat(refusal(claim("r-1"), List.of(Events.unreadable()))).contains("first event is not the requested stage");
  }

  @Test
  @Covers("FM-6")
  void a_duplicate_names_the_record_that_claimed_the_id_and_never_moves_the_request() {
    durable(claim("r-1"), List.of(read(Stage.REQUESTED, "r-1")));

    assertThat(refusal(NONE, List.of(Events.duplicate("r-9", 1)))).contains("nothing has claimed that id");
    assertThat(refusal(NONE, List.of(Events.duplicate("r-1", 2)))).contains("its first is not 1");
    durable(NONE, List.of(Events.duplicate("r-1", 1)));
    durable(NONE, List.of(read(Stage.DISPATCHED, "r-1")));
    durable(NONE, List.of(Events.duplicate("r-1", 1)));
  }

  @Test
  void a_refusal_without_request_id_stands_alone() {
    durable(NONE, List.of(Events.unreadable(), Events.unreadable()));

    assertThat(sequences(AuditQuery.builder().addStages(Stage.REJECTED))).containsExactly(1L, 2L);
  }

  @Test
  void later_stages_repeat_control_flag_operator_and_command() {
    durable(claim("r-1"), List.of(control(Stage.REQUESTED, "r-1")));

    AuditEvent otherOperator = copy(control(Stage.PROPOSED, "r-1")).withOperator("bob");
    AuditEvent otherCommand = copy(control(Stage.PROPOSED, "r-1"))
        .withCommand(Json.object().put("arguments", Json.Obj.EMPTY).put("name", "x").build());

    assertThat(refusal(NONE, List.of(read(Stage.PROPOSED, "r-1")))).contains("is not that of sequence 1");
    assertThat(refusal(NONE, List.of(otherOperator))).contains("is not that of sequence 1");
    assertThat(refusal(NONE, List.of(otherCommand))).contains("is not that of sequence 1");
  }

  @Test
  @CoversViolation("AU-13")
  void a_log_of_one_cluster_takes_no_record_of_another() {
    durable(claim("r-1"), List.of(read(Stage.REQUESTED, "r-1")));
    AuditEvent foreign = copy(read(Stage.REQUESTED, "r-2")).withCluster("cluster-2");

    assertThat(refusal(claim("r-2"), List.of(foreign)))
        .isEqualTo("cluster is 'cluster-2' but the log is bound to 'cluster-1'");
    assertThat(log.cluster()).contains("cluster-1");
  }

  @Test
  void an_append_has_one_cluster_and_one_time() {
    AuditEvent foreign = copy(read(Stage.DISPATCHED, "r-1")).withCluster("cluster-2");

    assertThat(refusal(claim("r-1"), List.of(read(Stage.REQUESTED, "r-1"), foreign))).contains("bound to 'cluster-1'");
    assertThat(refusal(claim("r-1"),
        List.of(read(Stage.REQUESTED, "r-1"), later(read(Stage.DISPATCHED, "r-1")))))
        .contains("must have one");
  }

  @Test
  @Covers("AU-4")
  void a_clock_that_steps_back_changes_nothing() {
    durable(claim("r-1"), List.of(later(read(Stage.REQUESTED, "r-1"))));
    durable(claim("r-2"), List.of(read(Stage.REQUESTED, "r-2")));

    assertThat(sequences(AuditQuery.builder())).containsExactly(1L, 2L);
  }

  @Test
  void an_append_without_events_or_with_a_line_that_is_too_long_is_not_written() {
    AuditEvent huge =
        copy(read(Stage.REQUESTED, "r-1")).withBody(Json.object().put("confirmation", "x".repeat(66_000)).build());

    assertThat(refusal(NONE, List.of())).isEqualTo("append has 0 events but must have 1 to 1000");
    assertThat(refusal(NONE, Collections.nCopies(1001, Events.unreadable())))
        .isEqualTo("append has 1001 events but must have 1 to 1000");
    assertThat(refusal(claim("r-1"), List.of(huge))).contains("must be at most 65535");
    assertThat(log.first("r-1")).isEmpty();
  }

  @Test
  void an_append_may_have_a_thousand_events_and_its_last_receipt_is_that_of_the_last() {
    Appended.Durable durable = durable(NONE, Collections.nCopies(1000, Events.unreadable()));

    assertThat(durable.receipts()).hasSize(1000);
    assertThat(durable.last()).isEqualTo(record(1000).receipt());
  }

  @Test
  void a_dispatched_control_request_is_unresolved_until_it_has_an_end() {
    durable(claim("r-1"), upTo(Stage.DISPATCHED, "r-1", true));

    ControlStatus controlStatus = log.controlStatus();

    assertThat(controlStatus.lastControlDispatch()).isEqualTo(4);
    assertThat(controlStatus.unresolved())
        .containsExactly(new UnresolvedRequest(record(4), UnresolvedRequest.End.MISSING));
    durable(NONE, List.of(control(Stage.EXECUTED, "r-1")));
    assertThat(log.controlStatus()).isEqualTo(new ControlStatus(4, List.of(), List.of()));
  }

  @Test
  void an_unknown_end_leaves_a_control_request_unresolved() {
    durable(claim("r-1"), upTo(Stage.UNKNOWN, "r-1", true));

    assertThat(log.controlStatus().unresolved())
        .containsExactly(new UnresolvedRequest(record(4), UnresolvedRequest.End.UNKNOWN));
  }

  @Test
  @CoversViolation("CM-9.2")
  void an_unresolved_request_blocks_every_control_dispatch_until_it_is_acknowledged_by_id() {
    durable(claim("r-1"), upTo(Stage.UNKNOWN, "r-1", true));
    durable(claim("r-2"), upTo(Stage.PROPOSED, "r-2", true));
    AuditEvent dispatched = control(Stage.DISPATCHED, "r-2");

    assertThat(refusal(NONE, List.of(control(Stage.CONFIRMED, "r-2"), dispatched)))
        .isEqualTo("stage of request 'r-2' is dispatched but request 'r-1' is unresolved and was not acknowledged");
    durable(new Precondition.LastControlDispatch(4),
        List.of(confirmed("r-2", List.of("r-1"), Map.of(), List.of()), dispatched));

    assertThat(log.controlStatus().unresolved()).extracting(UnresolvedRequest::requestId).containsExactly("r-2");
  }

  @Test
  void what_the_kernel_settled_needs_no_further_acknowledgement_and_a_late_end_does_not_bring_it_back() {
    durable(claim("r-1"), upTo(Stage.DISPATCHED, "r-1", true));
    durable(claim("r-2"), upTo(Stage.PROPOSED, "r-2", true));

    durable(NONE, List.of(confirmed("r-2", List.of(), Map.of("r-1", "EXECUTED"), List.of())));
    durable(NONE, List.of(control(Stage.UNKNOWN, "r-1")));

    assertThat(log.controlStatus().unresolved()).isEmpty();
  }

  @Test
  @CoversViolation("CM-9.2")
  void a_dispatch_that_nobody_has_seen_is_refused_by_the_fence_and_named() {
    durable(claim("r-1"), upTo(Stage.EXECUTED, "r-1", true));
    durable(claim("r-2"), upTo(Stage.PROPOSED, "r-2", true));
    List<AuditEvent> both = List.of(control(Stage.CONFIRMED, "r-2"), control(Stage.DISPATCHED, "r-2"));

    assertThat(log.append(new Precondition.LastControlDispatch(0), both))
        .isEqualTo(new Appended.ControlMoved(record(4)));
    durable(new Precondition.LastControlDispatch(4), both);
  }

  @Test
  void a_fence_that_names_a_dispatch_that_never_was_is_refused() {
    assertThat(refusal(new Precondition.LastControlDispatch(7), List.of(Events.unreadable())))
        .contains("none was ever recorded");
  }

  @Test
  void a_diagnostic_without_end_is_not_unresolved() {
    durable(claim("r-1"), upTo(Stage.DISPATCHED, "r-1", false));

    assertThat(log.controlStatus()).isEqualTo(new ControlStatus(0, List.of(), List.of()));
  }

  @Test
  void an_interrupted_caller_gets_the_answer_and_keeps_the_interrupt() {
    Thread.currentThread().interrupt();

    Appended answer = log.append(claim("r-1"), List.of(read(Stage.REQUESTED, "r-1")));
    boolean found = log.first("r-1").isPresent();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(answer).isInstanceOf(Appended.Durable.class);
    assertThat(found).isTrue();
  }

  @Test
  void a_closed_log_writes_and_reads_nothing() {
    log.close();
    log.close();

    assertThat(refusal(claim("r-1"), List.of(read(Stage.REQUESTED, "r-1")))).isEqualTo("log is closed");
    assertThatThrownBy(() -> log.controlStatus()).isInstanceOf(AuditUnreadableException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> log.first("r-1")).isInstanceOf(AuditUnreadableException.class);
  }

  private Appended.Durable durable(Precondition precondition, List<AuditEvent> events) {
    Appended answer = log.append(precondition, events);
    assertThat(answer).isInstanceOf(Appended.Durable.class);
    return (Appended.Durable) answer;
  }

  private String refusal(Precondition precondition, List<AuditEvent> events) {
    Appended answer = log.append(precondition, events);
    assertThat(answer).isInstanceOf(Appended.NotWritten.class);
    return ((Appended.NotWritten) answer).reason();
  }

  private List<Long> sequences(AuditQuery.Builder query) {
    return log.read(query.build()).stream().map(AuditRecord::sequence).toList();
  }

  private AuditRecord record(long sequence) {
    return log.read(AuditQuery.builder().after(sequence - 1).limit(1).build()).getFirst();
  }

  private static Precondition claim(String id) {
    return new Precondition.Unclaimed(id);
  }

  private static AuditEvent later(AuditEvent event) {
    return copy(event).withTime(Events.TIME.plusSeconds(1));
  }

  private static ImmutableAuditEvent copy(AuditEvent event) {
    return (ImmutableAuditEvent) ImmutableAuditEvent.copyOf(event);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
