package io.aerodb.command.session;

import io.aerodb.audit.AuditRecord;
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
 * The steps from a person's yes to the dispatch: check the answer, read the cluster again, check that nothing moved,
 * record. The proposal is spent before this begins.
 */
record ConfirmedExecution<R>(PlaneContext plane, RequestExecution<R> request, RequestRecorder recorder,
    Proposal<R> proposal, Acknowledgement given) {

  Outcome<R> run() {
    Instant now = plane.now();
    if (!proposal.validity().holdsAt(now)) {
      return stale(now, List.of(expired(now)), Optional.empty());
    }
    List<CommandError> differences = AcknowledgementCheck.differences(proposal.challenge(), given);
    if (!differences.isEmpty()) {
      return request.end(now, differences, Optional.of(proposal.explanation()),
          StageBodies.refused(proposal, differences, Optional.of(given)));
    }
    return switch (proposal.planning()) {
      case PlanBasis.Assessed(Judgement explained) -> runControl(now, explained);
      case PlanBasis.Estimated(DiagnosticCost cost) -> runDiagnostics(now, cost);
    };
  }

  private Outcome<R> runDiagnostics(Instant now, DiagnosticCost ceiling) {
    var order = new KernelOrder.Diagnostics(new DiagnosticOrder(proposal.request().value(), ceiling));
    return dispatch(order, recorder.dispatch(now, entries(order, Optional.empty())));
  }

  private Outcome<R> runControl(Instant now, Judgement explained) {
    Optional<RequestId> first = plane.fence().enter(proposal.request());
    if (first.isPresent()) {
      return stale(now, List.of(inFlight(first.get())), Optional.empty());
    }
    try {
      return switch (new Planner(plane.kernel()).judge(plane.cluster(), explained.command(),
          proposal.controlStatus())) {
        case Planner.Read.Failed<Judgement>(List<CommandError> errors) -> stale(now, errors, Optional.empty());
        case Planner.Read.Answered<Judgement>(Judgement reading) -> {
          List<CommandError> differences = Staleness.between(explained, reading);
          yield differences.isEmpty() ? transition(now, explained, reading)
              : stale(now, differences, Optional.of(reading));
        }
      };
    } finally {
      plane.fence().leave();
    }
  }

  private Outcome<R> transition(Instant now, Judgement explained, Judgement reading) {
    var order = new KernelOrder.Transition(order(explained));
    return switch (recorder.dispatchAfter(proposal.controlStatus().lastControlDispatch(), now,
        entries(order, Optional.of(reading)))) {
      case DispatchClaim.Moved(AuditRecord newest) ->
          stale(now, List.of(Errors.controlMoved(newest)), Optional.of(reading));
      case DispatchClaim.Written(RecordStatus status) -> dispatch(order, status);
    };
  }

  private StageBody[] entries(KernelOrder order, Optional<Judgement> reading) {
    return new StageBody[]{StageBodies.confirmed(proposal, given, reading),
        StageBodies.dispatched(proposal.command().type(), order)};
  }

  /** Making the dispatch durable may have taken longer than the confirmation holds. */
  private Outcome<R> dispatch(KernelOrder order, RecordStatus dispatched) {
    if (dispatched instanceof RecordStatus.Missing(CommandError error)) {
      return request.missing(List.of(error), Optional.of(proposal.explanation()), error);
    }
    var kernel = new KernelDispatch<>(plane, proposal.context(), recorder);
    Instant after = plane.now();
    return proposal.validity().holdsAt(after) ? kernel.call(order) : kernel.notSent(expired(after));
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
    return request.end(now, errors, Optional.of(proposal.explanation()),
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
