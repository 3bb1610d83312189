package io.aerodb.audit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Events;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.RecoveryNotice;
import io.aerodb.audit.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the state that a log derives from its records when it is opened again. */
class LogStateTest {
  private static final RecoveryNotice FIRST = new RecoveryNotice("notice-1", "12 bytes were set aside");
  private static final RecoveryNotice SECOND = new RecoveryNotice("notice-2", "7 bytes were set aside");

  private final LogState state = new LogState(List.of(FIRST));
  private final BatchDraft draft = state.draft();

  private static AuditRecord record(long sequence, AuditEvent event) {
    return AuditRecord.of("log-1", sequence, event);
  }

  private void holds(AuditEvent... events) {
    for (AuditEvent event : events) {
      assertThat(draft.replay(record(draft.snapshot().last() + 1, event))).isEmpty();
    }
  }

  @Test
  void a_record_that_is_missing_or_stands_twice_is_named_by_its_sequence() {
    assertThat(draft.replay(record(2, Events.unreadable()))).contains("sequence is 2 but must be 1");
    holds(Events.unreadable());

    assertThat(draft.replay(record(1, Events.unreadable()))).contains("sequence is 1 but must be 2");
    assertThat(draft.replay(record(3, Events.unreadable()))).contains("sequence is 3 but must be 2");
    assertThat(draft.snapshot().last()).isEqualTo(1);
  }

  @Test
  void a_record_that_can_not_follow_is_refused_and_changes_nothing() {
    holds(Events.read(Stage.REQUESTED, "r-1"));
    LogSnapshot before = draft.snapshot();

    assertThat(draft.replay(record(2, Events.read(Stage.EXECUTED, "r-1"))))
        .contains("stage of request 'r-1' is executed but can't follow requested");
    assertThat(draft.replay(record(2, Events.read(Stage.DISPATCHED, "r-2"))))
        .contains("stage of request 'r-2' is dispatched but nothing has claimed that id");
    assertThat(draft.replay(record(2, Events.duplicate("r-2", 1))))
        .contains("stage of request 'r-2' is duplicate but nothing has claimed that id");
    assertThat(draft.snapshot()).isEqualTo(before);
  }

  @Test
  void one_append_cannot_claim_the_same_id_twice() {
    AuditEvent requested = Events.read(Stage.REQUESTED, "r-1");

    assertThat(draft.judge("log-1", new Precondition.Unclaimed("r-1"), List.of(requested, requested))).isEqualTo(
        new AppendDecision.Refused("stage of request 'r-1' is requested but the id was claimed by sequence 1"));
    assertThat(draft.snapshot()).isEqualTo(state.snapshot());
  }

  @Test
  void a_finished_request_keeps_its_place_and_nothing_else() {
    RequestState open = RequestState.claimed(1, Events.read(Stage.REQUESTED, "r-1")).after(Stage.DISPATCHED);

    assertThat(open.identity()).isNotNull();
    assertThat(open.after(Stage.EXECUTED)).isEqualTo(new RequestState(1, Stage.EXECUTED, null));
  }

  @Test
  void no_reader_sees_half_a_commit() {
    holds(Events.read(Stage.REQUESTED, "r-1"));

    state.enter(draft);
    assertThat(state.first("r-1")).isEmpty();

    state.commit(draft);
    assertThat(state.first("r-1")).hasValue(1);
  }

  @Test
  void a_record_of_another_cluster_is_refused() {
    holds(Events.unreadable());
    AuditEvent foreign = AuditEvent.builder().stage(Stage.REJECTED).time(Events.TIME).clock("utc").cluster("cluster-2")
        .session("session-1").control(false).body(Events.body(Stage.REJECTED, 1)).build();

    assertThat(draft.replay(record(2, foreign)))
        .contains("cluster is 'cluster-2' but the log is bound to 'cluster-1'");
  }

  @Test
  void what_was_replayed_counts_only_once_it_is_committed() {
    holds(Events.read(Stage.REQUESTED, "r-1"));
    assertThat(state.first("r-1")).isEmpty();
    assertThat(state.snapshot().last()).isZero();

    state.commit(draft);

    assertThat(state.first("r-1")).hasValue(1);
    assertThat(state.snapshot().cluster()).contains(Events.CLUSTER);
  }

  @Test
  void a_notice_stays_until_a_confirmation_names_it() {
    state.notice(SECOND);
    assertThat(state.snapshot().notices()).containsExactly(FIRST, SECOND);
    BatchDraft later = state.draft();
    List<AuditEvent> events = List.of(Events.control(Stage.REQUESTED, "r-1"), Events.control(Stage.PROPOSED, "r-1"),
        Events.confirmed("r-1", List.of(), Map.of(), List.of("notice-1", "notice-9")));

    for (int i = 0; i < events.size(); i++) {
      assertThat(later.replay(record(i + 1, events.get(i)))).isEmpty();
    }

    assertThat(later.snapshot().notices()).containsExactly(SECOND);
    assertThat(state.snapshot().notices()).containsExactly(FIRST, SECOND);
  }
}
