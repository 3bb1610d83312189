package io.aerodb.command.session;

import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Precondition;
import io.aerodb.command.ControlCommand;
import io.aerodb.command.RequestId;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.confirm.AcknowledgementCheck;
import io.aerodb.command.confirm.Staleness;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.explain.JudgedCheck;
import io.aerodb.command.explain.Judgement;
import io.aerodb.command.explain.PlanBasis;
import io.aerodb.kernel.DiagnosticCost;
import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.TransitionOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * From the yes to the end: check, read again, check, record, call once, record. The proposal is spent before this
 * begins.
 */
final class ConfirmedExecution<R> {
  private final ControlPlane plane;
  private final RequestExecution<R> run;
  private final Proposal<R> proposal;
  private final Acknowledgement given;

  ConfirmedExecution(ControlPlane plane, RequestExecution<R> run, Proposal<R> proposal, Acknowledgement given) {
    this.plane = plane;
    this.run = run;
    this.proposal = proposal;
    this.given = given;
  }

  Outcome<R> run() {
    Instant now = plane.now();
    if (!proposal.validity().holdsAt(now)) {
      return stale(now, List.of(expired(now)), Optional.empty());
    }
    List<CommandError> differences = AcknowledgementCheck.differences(proposal.challenge(), given);
    if (!differences.isEmpty()) {
      return run.end(now, differences, Optional.of(proposal.explanation()),
          StageBodies.refused(proposal, differences, Optional.of(given)));
    }
    return switch (proposal.planning()) {
      case PlanBasis.Assessed(Judgement explained) -> runControl(now, explained);
      case PlanBasis.Estimated(DiagnosticCost cost) -> dispatch(now, new Precondition.None(),
          new KernelCall.Order.Diagnostics(new DiagnosticOrder(proposal.request().value(), cost)), Optional.empty());
    };
  }

  private Outcome<R> runControl(Instant now, Judgement explained) {
    Optional<RequestId> first = plane.enterControl(proposal.request());
    if (first.isPresent()) {
      return stale(now, List.of(inFlight(first.get())), Optional.empty());
    }
    try {
      return switch (new Planner(plane.kernel()).judge(plane.cluster(), explained.command(),
          proposal.controlStatus())) {
        case Planner.Read.Failed<Judgement>(List<CommandError> errors) -> stale(now, errors, Optional.empty());
        case Planner.Read.Answered<Judgement>(Judgement reading) -> {
          List<CommandError> differences = Staleness.between(explained, reading);
          yield differences.isEmpty()
              ? dispatch(now, new Precondition.LastControlDispatch(proposal.controlStatus().lastControlDispatch()),
                  new KernelCall.Order.Transition(order(explained)), Optional.of(reading))
              : stale(now, differences, Optional.of(reading));
        }
      };
    } finally {
      plane.leaveControl();
    }
  }

  private Outcome<R> dispatch(Instant now, Precondition precondition, KernelCall.Order order,
      Optional<Judgement> reading) {
    return switch (run.advance(precondition, now, StageBodies.confirmed(proposal, given, reading),
        StageBodies.dispatched(run.type(), order))) {
      case AppendResult.Moved(AuditRecord newest) -> stale(now, List.of(Errors.controlMoved(newest)), reading);
      case AppendResult.Failed(CommandError error) ->
          run.missing(List.of(error), Optional.of(proposal.explanation()), error);
      case AppendResult.Claimed claimed ->
          throw new IllegalStateException("a log answered a precondition that it was not given");
      case AppendResult.Durable durable -> {
        Instant after = plane.now();
        yield proposal.validity().holdsAt(after) ? run.dispatch(order)
            : run.record(DispatchResult.notSent(expired(after)));
      }
    };
  }

  private TransitionOrder order(Judgement explained) {
    ControlCommand command = explained.command();
    return TransitionOrder.builder().cluster(plane.cluster()).requestId(proposal.request().value())
        .commandDigest(proposal.challenge().digest()).operator(proposal.context().operator().name())
        .reason(command.reason().value())
        .transition(command.transition()).target(command.node()).expectedEpoch(explained.assessment().epoch())
        .addAllAcknowledgedChecks(
            explained.unsatisfied().stream().filter(JudgedCheck::isKernels).map(JudgedCheck::finding).map(f -> f.code())
                .toList())
        .build();
  }

  private Outcome<R> stale(Instant now, List<CommandError> errors, Optional<Judgement> reading) {
    return run.end(now, errors, Optional.of(proposal.explanation()),
        StageBodies.stale(proposal, errors, given, reading));
  }

  private CommandError expired(Instant now) {
    return CommandError.ofOne(ErrorCode.CONFIRMATION_EXPIRED, "time",
        "from " + proposal.validity().from() + " to " + proposal.validity().until(),
        now.toString());
  }

  static CommandError inFlight(RequestId first) {
    return CommandError.ofOne(ErrorCode.CONTROL_IN_FLIGHT, "control command", "none under way", "request " + first);
  }
}
