package io.aerodb.testkit.audit;

import static io.aerodb.testkit.audit.LogDuty.CONTROL_STATUS_TRUE;
import static io.aerodb.testkit.audit.LogTestContext.NONE;

import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.Stage;
import io.aerodb.audit.UnresolvedRequest;
import io.aerodb.audit.UnresolvedRequest.End;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests of what a log says about control commands: the newest dispatch, and what is unresolved. */
abstract class ControlStatusTests extends LogGroup {
  ControlStatusTests(AuditLogKit kit) {
    super(kit);
  }

  @Test
  @VerifiesLog(CONTROL_STATUS_TRUE)
  void a_dispatch_without_an_end_is_unresolved() {
    context().upTo(Stage.DISPATCHED, "r-1", true);

    unresolved(4, new UnresolvedRequest(context().record(4), End.MISSING));
  }

  @Test
  @VerifiesLog(CONTROL_STATUS_TRUE)
  void an_end_of_which_nobody_knows_leaves_it_unresolved() {
    context().upTo(Stage.UNKNOWN, "r-1", true);

    unresolved(4, new UnresolvedRequest(context().record(4), End.UNKNOWN));
  }

  @Test
  @VerifiesLog(CONTROL_STATUS_TRUE)
  void a_known_end_resolves_it() {
    int n = 0;
    for (Stage end : List.of(Stage.EXECUTED, Stage.KERNEL_REJECTED, Stage.NOT_SENT)) {
      context().upTo(end, "r-" + n, true);
      n++;
      unresolved(5L * n - 1);
    }
  }

  @Test
  @VerifiesLog(CONTROL_STATUS_TRUE)
  void whoever_acknowledges_it_by_id_ends_the_duty_for_everyone() {
    context().upTo(Stage.UNKNOWN, "r-1", true);
    context().upTo(Stage.PROPOSED, "r-2", true);

    context().durable(NONE, EventDraft.confirmed("r-2", List.of("r-1"), Map.of(), List.of()));

    unresolved(4);
  }

  @Test
  @VerifiesLog(CONTROL_STATUS_TRUE)
  void what_the_kernel_settled_stays_settled_whatever_is_recorded_late() {
    context().upTo(Stage.DISPATCHED, "r-1", true);
    context().upTo(Stage.PROPOSED, "r-2", true);

    context().durable(NONE, EventDraft.confirmed("r-2", List.of(), Map.of("r-1", "EXECUTED"), List.of()));
    context().durable(NONE, EventDraft.control(Stage.UNKNOWN, "r-1"));

    unresolved(4);
  }

  @Test
  @VerifiesLog(CONTROL_STATUS_TRUE)
  void a_confirmation_that_names_another_resolves_nothing() {
    context().upTo(Stage.DISPATCHED, "r-1", true);
    context().upTo(Stage.PROPOSED, "r-2", true);

    context().durable(NONE, EventDraft.confirmed("r-2", List.of("r-9"), Map.of(), List.of()));

    unresolved(4, new UnresolvedRequest(context().record(4), End.MISSING));
  }

  @Test
  @VerifiesLog(CONTROL_STATUS_TRUE)
  void a_read_only_command_is_never_unresolved() {
    context().upTo(Stage.DISPATCHED, "r-1", false);

    unresolved(0);
  }

  private void unresolved(long newest, UnresolvedRequest... expected) {
    ControlStatus controlStatus = context().log().controlStatus();
    CONTROL_STATUS_TRUE.require(controlStatus.unresolved().equals(List.of(expected)),
        "unresolved is " + controlStatus.unresolved() + " instead of " + List.of(expected));
    CONTROL_STATUS_TRUE.require(controlStatus.lastControlDispatch() == newest,
        "the newest control dispatch is " + controlStatus.lastControlDispatch() + " instead of " + newest);
  }
}
