package io.aerodb.command.session;

import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.UnresolvedRequest;
import io.aerodb.command.Confirmable;
import io.aerodb.command.ControlCommand;
import io.aerodb.command.RunDiagnostics;
import io.aerodb.command.confirm.Challenge;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.Detail;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.Execution;
import io.aerodb.command.error.Invariant;
import io.aerodb.command.explain.Explainer;
import io.aerodb.command.explain.Explanation;
import io.aerodb.command.explain.Judgement;
import io.aerodb.command.explain.PlanBasis;
import io.aerodb.command.explain.RequestContext;
import io.aerodb.command.explain.Validity;
import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.DiagnosticCost;
import io.aerodb.kernel.KernelReads;
import io.aerodb.kernel.KernelResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reads what an explanation needs. It holds the planning reads alone, so it can't reach an action (CM-2.4). */
final class Planner {
  private final KernelReads kernel;

  Planner(KernelReads kernel) {
    this.kernel = kernel;
  }

  <C extends Confirmable<?>> Plan plan(RequestContext<C> context, ControlStatus controlStatus, Validity validity) {
    Plan plan = switch (context.command()) {
      case RunDiagnostics command -> planDiagnostics(context, command, controlStatus, validity);
      case ControlCommand command -> planControl(context, command, controlStatus, validity);
    };
    return plan instanceof Plan.Ready(PlanBasis planning, Explanation explanation, Challenge challenge)
        && !explanation.fitsRecord()
            ? new Plan.Refused(List.of(tooLarge(explanation)), Optional.empty())
            : plan;
  }

  private Plan planDiagnostics(RequestContext<?> context, RunDiagnostics command, ControlStatus controlStatus,
      Validity validity) {
    return switch (estimate(context.cluster(), command)) {
      case Read.Failed<DiagnosticCost>(List<CommandError> errors) -> new Plan.Refused(errors, Optional.empty());
      case Read.Answered<DiagnosticCost>(DiagnosticCost cost) -> {
        var planning = new PlanBasis.Estimated(cost);
        Explanation explanation = Explainer.explain(context.with(command), planning, validity, controlStatus);
        yield new Plan.Ready(planning, explanation, Challenge.of(explanation, command));
      }
    };
  }

  private Plan planControl(RequestContext<?> context, ControlCommand command, ControlStatus controlStatus,
      Validity validity) {
    return switch (judge(context.cluster(), command, controlStatus)) {
      case Read.Failed<Judgement>(List<CommandError> errors) -> new Plan.Refused(errors, Optional.empty());
      case Read.Answered<Judgement>(Judgement judgement) -> {
        var planning = new PlanBasis.Assessed(judgement);
        Explanation explanation = Explainer.explain(context.with(command), planning, validity, controlStatus);
        List<CommandError> refusals = judgement.refusals();
        yield refusals.isEmpty()
            ? new Plan.Ready(planning, explanation,
                Challenge.of(explanation, judgement, context.operator(), controlStatus))
            : new Plan.Refused(refusals, Optional.of(explanation).filter(Explanation::fitsRecord));
      }
    };
  }

  /** Reads and judges the state of the cluster: once to explain, once more right after the yes. */
  Read<Judgement> judge(ClusterId cluster, ControlCommand command, ControlStatus controlStatus) {
    var unresolved = new TreeSet<String>();
    controlStatus.unresolved().stream().map(UnresolvedRequest::requestId).forEach(unresolved::add);
    return switch (Read.of(() -> kernel.assess(command.transition(), command.node(), unresolved), Assessment.class)) {
      case Read.Failed<Assessment>(List<CommandError> errors) -> new Read.Failed<>(errors);
      case Read.Answered<Assessment>(Assessment assessment) -> {
        var differences =
            new ArrayList<>(Detail.ofMismatch("transition", command.transition(), assessment.transition()));
        differences.addAll(Detail.ofMismatch("target", command.node(), assessment.target()));
        yield ofThisCluster(cluster, assessment.cluster()).or(() -> mismatch(differences))
            .<Read<Judgement>>map(error -> new Read.Failed<>(List.of(error)))
            .orElseGet(() -> new Read.Answered<>(Judgement.of(command, assessment, controlStatus.unresolved())));
      }
    };
  }

  private Read<DiagnosticCost> estimate(ClusterId cluster, RunDiagnostics command) {
    return switch (Read.of(() -> kernel.estimate(command.scope()), DiagnosticCost.class)) {
      case Read.Failed<DiagnosticCost> failed -> failed;
      case Read.Answered<DiagnosticCost>(DiagnosticCost cost) -> ofThisCluster(cluster, cost.cluster())
          .or(() -> cost.scope() == command.scope() ? Optional.empty()
              : Optional.of(CommandError.ofOne(ErrorCode.COST_NOT_DECLARED, "scope", command.scope().name(),
                  cost.scope().name())))
          .<Read<DiagnosticCost>>map(error -> new Read.Failed<>(List.of(error)))
          .orElseGet(() -> new Read.Answered<>(cost));
    };
  }

  private static Optional<CommandError> mismatch(List<Detail> differences) {
    return differences.isEmpty() ? Optional.empty()
        : Optional.of(CommandError.of(ErrorCode.KERNEL_ANSWER_MISMATCH, Execution.NOT_EXECUTED, differences));
  }

  static Optional<CommandError> ofThisCluster(ClusterId asked, ClusterId answered) {
    return asked.equals(answered) ? Optional.empty()
        : Optional.of(CommandError.ofOne(ErrorCode.CLUSTER_MISMATCH, "cluster", asked.value(), answered.value()));
  }

  private static CommandError tooLarge(Explanation explanation) {
    return CommandError.of(ErrorCode.EXPLANATION_TOO_LARGE, new Detail("explanation", Invariant.P7_O3.id().value(),
        "at most " + Explanation.MAX_BYTES + " bytes", explanation.document().bytes().length + " bytes"));
  }

  /** What a planning read came to. */
  sealed interface Read<T> {
    record Answered<T>(T value) implements Read<T> {}

    record Failed<T>(List<CommandError> errors) implements Read<T> {}

    /**
     * Reads once. Whatever is thrown, an {@link Error} too, only its class name is told, and the request leaves its
     * trail.
     */
    static <T> Read<T> of(Supplier<KernelResponse<T>> read, Class<T> type) {
      Object answer;
      try {
        answer = read.get();
      } catch (Throwable e) {
        return new Failed<>(List.of(Errors.kernelUnavailable(e)));
      }
      return switch (answer) {
        case KernelResponse.Completed<?>(Object value) when type.isInstance(value) -> new Answered<>(type.cast(value));
        case KernelResponse.Rejected<?> rejected -> new Failed<>(List.of(Errors.rejection(rejected)));
        case null, default -> new Failed<>(List.of(Errors.wrongAnswer(type, answer)));
      };
    }
  }
}
