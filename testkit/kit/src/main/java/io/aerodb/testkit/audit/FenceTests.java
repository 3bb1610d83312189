package io.aerodb.testkit.audit;

import static io.aerodb.testkit.audit.LogDuty.CONTROL_CONFIRMED;
import static io.aerodb.testkit.audit.LogDuty.FENCE_ATOMIC;
import static io.aerodb.testkit.audit.LogDuty.FENCE_KEPT;
import static io.aerodb.testkit.audit.LogDuty.UNRESOLVED_BLOCKS;
import static io.aerodb.testkit.audit.LogTestContext.NONE;
import static io.aerodb.testkit.audit.LogTestContext.claim;
import static io.aerodb.testkit.audit.LogTestContext.fence;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Stage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests of the fence that keeps two control commands apart. */
abstract class FenceTests extends LogGroup {
  private static final int CALLERS = 12;

  FenceTests(AuditLogKit kit) {
    super(kit);
  }

  @Test
  @VerifiesLog(FENCE_KEPT)
  void a_dispatch_that_nobody_has_seen_stops_the_next_one_and_is_named() {
    context().upTo(Stage.EXECUTED, "r-1", true);
    context().upTo(Stage.PROPOSED, "r-2", true);

    Appended answer = context().append(fence(0), EventDraft.control(Stage.CONFIRMED, "r-2"),
        EventDraft.control(Stage.DISPATCHED, "r-2"));

    moved(FENCE_KEPT, answer, 4);
    FENCE_KEPT.require(context().all().size() == 7, "what the fence stopped is in the log");
    context().durable(fence(4), EventDraft.control(Stage.CONFIRMED, "r-2"),
        EventDraft.control(Stage.DISPATCHED, "r-2"));
  }

  @Test
  @VerifiesLog(FENCE_KEPT)
  void a_fence_that_names_a_dispatch_that_never_was_is_refused() {
    context().upTo(Stage.PROPOSED, "r-1", true);

    context().refused(FENCE_KEPT, "a fence at 7 in a log without any dispatch", fence(7),
        EventDraft.control(Stage.CONFIRMED, "r-1"), EventDraft.control(Stage.DISPATCHED, "r-1"));
  }

  @Test
  @VerifiesLog(FENCE_KEPT)
  void a_read_only_dispatch_moves_no_fence() {
    context().upTo(Stage.PROPOSED, "r-1", true);
    context().upTo(Stage.DISPATCHED, "r-2", false);

    Appended answer = context().append(fence(0), EventDraft.control(Stage.CONFIRMED, "r-1"),
        EventDraft.control(Stage.DISPATCHED, "r-1"));

    FENCE_KEPT.require(answer instanceof Appended.Durable,
        "no control command was dispatched, and the fence at 0 was answered with " + answer);
  }

  @Test
  @VerifiesLog(FENCE_ATOMIC)
  void of_many_threads_that_dispatch_past_one_fence_one_does() throws Exception {
    List<String> ids = IntStream.range(0, CALLERS).mapToObj(i -> "r-" + i).toList();
    ids.forEach(id -> context().upTo(Stage.PROPOSED, id, true));
    AuditLog log = context().log();

    List<Appended> answers = LogTestContext.atOnce(ids.stream().<Callable<Appended>>map(
        id -> () -> LogTestContext.append(log, fence(0),
            List.of(EventDraft.confirmed(id, ids, Map.of(), List.of()), EventDraft.control(Stage.DISPATCHED, id))))
        .toList());

    long won = answers.stream().filter(Appended.Durable.class::isInstance).count();
    FENCE_ATOMIC.require(won == 1, won + " of " + CALLERS + " control commands were dispatched past one fence");
    answers.stream().filter(answer -> !(answer instanceof Appended.Durable))
        .forEach(answer -> moved(FENCE_ATOMIC, answer, 2L * CALLERS + 2));
  }

  @Test
  @VerifiesLog(CONTROL_CONFIRMED)
  void a_control_command_is_not_dispatched_without_a_confirmation() {
    context().refused(CONTROL_CONFIRMED, "a control dispatch right after the request", claim("r-1"),
        EventDraft.control(Stage.REQUESTED, "r-1"), EventDraft.control(Stage.DISPATCHED, "r-1"));
    context().durable(claim("r-2"), EventDraft.read(Stage.REQUESTED, "r-2"), EventDraft.read(Stage.DISPATCHED, "r-2"));
  }

  @Test
  @VerifiesLog(UNRESOLVED_BLOCKS)
  void nothing_is_dispatched_past_a_request_without_an_end() {
    context().upTo(Stage.DISPATCHED, "r-1", true);

    blocked();
  }

  @Test
  @VerifiesLog(UNRESOLVED_BLOCKS)
  void nothing_is_dispatched_past_a_request_of_which_nobody_knows() {
    context().upTo(Stage.UNKNOWN, "r-1", true);

    blocked();
  }

  private void blocked() {
    context().upTo(Stage.PROPOSED, "r-2", true);
    EventDraft dispatched = EventDraft.control(Stage.DISPATCHED, "r-2");
    context().refused(UNRESOLVED_BLOCKS, "a dispatch past the unresolved r-1", NONE,
        EventDraft.control(Stage.CONFIRMED, "r-2"), dispatched);
    context().refused(UNRESOLVED_BLOCKS, "a dispatch past r-1 that acknowledges another", NONE,
        EventDraft.confirmed("r-2", List.of("r-9"), Map.of(), List.of()), dispatched);
    context().durable(fence(4), EventDraft.confirmed("r-2", List.of("r-1"), Map.of(), List.of()), dispatched);
  }

  private static void moved(LogDuty duty, Appended answer, long newest) {
    duty.require(answer instanceof Appended.ControlMoved(AuditRecord record) && record.sequence() == newest,
        "the newest control dispatch is " + newest + ", and an append that named another was answered with " + answer);
  }
}
