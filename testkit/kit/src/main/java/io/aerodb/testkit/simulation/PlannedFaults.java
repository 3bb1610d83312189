package io.aerodb.testkit.simulation;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditUncertainException;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.KernelResponse.Completed;
import io.aerodb.kernel.KernelUnavailableException;
import io.aerodb.kernel.NodeId;
import io.aerodb.testkit.fault.Fault;
import io.aerodb.testkit.fault.KernelMethod;
import io.aerodb.testkit.fault.LogCall;
import io.aerodb.testkit.fault.Point;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Translates the faults of a simulation into those that the failing kernel and log understand. */
final class PlannedFaults {
  private PlannedFaults() {}

  static Predicate<KernelMethod> fits(Op.Calls calls) {
    return switch (calls) {
      case TRANSITION -> KernelMethod::isTransition;
      case ACTION -> KernelMethod::isAction;
      case READ -> call -> !call.isAction();
    };
  }

  static Predicate<LogCall> fits(Op.LogFault fault) {
    return call -> call.isAppend() && fault.stage().map(call::records).orElse(true)
        && (!fault.controlOnly() || call.events().stream().allMatch(AuditEvent::control));
  }

  static Fault of(Op.KernelFaultKind how, List<NodeId> members) {
    return switch (how) {
      case THROWS_BEFORE -> Fault.fail(Point.BEFORE_CALL, () -> new KernelUnavailableException("planned"));
      case THROWS_AFTER -> Fault.fail(Point.AFTER_EFFECT, () -> new KernelUnavailableException("planned"));
      case ANSWERS_ANOTHER_TARGET -> Fault.answer(answer -> ofAnotherTarget(answer, members));
      case ANSWERS_NOTHING -> Fault.answer(answer -> null);
      case REJECTS -> Fault.instead(() -> new KernelResponse.Rejected<>("AERO_PLANNED", "planned", List.of()));
    };
  }

  static Fault of(Op.LogFaultKind how) {
    return switch (how) {
      case NOT_WRITTEN -> Fault.instead(() -> new Appended.NotWritten("planned"));
      case UNCERTAIN_AND_WRITTEN -> Fault.fail(Point.AFTER_EFFECT, PlannedFaults::uncertain);
      case UNCERTAIN_AND_LOST -> Fault.fail(Point.BEFORE_CALL, PlannedFaults::uncertain);
    };
  }

  private static AuditUncertainException uncertain() {
    return new AuditUncertainException("planned", new IllegalStateException("planned"));
  }

  private static @Nullable Object ofAnotherTarget(@Nullable Object answer, List<NodeId> members) {
    if (!(answer instanceof Completed<?>(CompletedTransition done))) {
      return answer;
    }
    NodeId other = members.getFirst().equals(done.target()) ? members.getLast() : members.getFirst();
    return new Completed<>(CompletedTransition.builder().cluster(done.cluster()).requestId(done.requestId())
        .transition(done.transition()).target(other).epochBefore(done.epochBefore()).epochAfter(done.epochAfter())
        .position(done.position()).build());
  }
}
