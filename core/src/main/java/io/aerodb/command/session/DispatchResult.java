package io.aerodb.command.session;

import static io.aerodb.audit.BodyMembers.RESPONSE;

import io.aerodb.audit.Stage;
import io.aerodb.audit.json.Json;
import io.aerodb.command.Command;
import io.aerodb.command.ControlCommand;
import io.aerodb.command.KernelJson;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.Detail;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.Execution;
import io.aerodb.command.explain.RequestContext;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.DiagnosticReport;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.MemberCost;
import io.aerodb.kernel.MemberDiagnostics;
import io.aerodb.kernel.TransitionOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The outcome and the record that follow from a kernel's answer, or from the lack of one. Pure. After a control
 * dispatch everything but a usable answer is unknown; a read-only command that gets none is not executed.
 */
record DispatchResult<R>(StageBody entry, Execution execution, Function<RecordStatus, Outcome<R>> outcome) {

  static <R> DispatchResult<R> answered(RequestContext<? extends Command<R>> context, KernelOrder order,
      @Nullable Object answer) {
    Command<R> command = context.command();
    return switch (answer) {
      case KernelResponse.Rejected<?> rejected -> rejected(rejected);
      case KernelResponse.Completed<?>(Object value) when command.resultType().isInstance(value) ->
          completed(context, order, command.resultType().cast(value));
      case null, default -> noAnswer(command, Errors.wrongAnswer(command.resultType(), answer));
    };
  }

  static <R> DispatchResult<R> thrown(Command<R> command, Throwable thrown) {
    return noAnswer(command, command instanceof ControlCommand
        ? CommandError.ofOne(ErrorCode.OUTCOME_UNKNOWN, Execution.UNKNOWN, "kernel", "an answer",
            thrown.getClass().getName())
        : Errors.kernelUnavailable(thrown));
  }

  static <R> DispatchResult<R> notSent(CommandError error) {
    return new DispatchResult<>(new StageBody(Stage.NOT_SENT, StageBodies.notExecuted(List.of(error)).build()),
        Execution.NOT_EXECUTED,
        notExecuted(error));
  }

  private static <R> DispatchResult<R> rejected(KernelResponse.Rejected<?> rejected) {
    CommandError error = Errors.rejection(rejected);
    Json.Obj body = StageBodies.notExecuted(List.of(error))
        .put(RESPONSE, RecordLimits.value(KernelJson.of(rejected), RecordLimits.RESPONSE)).build();
    return new DispatchResult<>(new StageBody(Stage.KERNEL_REJECTED, body), Execution.NOT_EXECUTED, notExecuted(error));
  }

  private static <R> DispatchResult<R> completed(RequestContext<? extends Command<R>> context, KernelOrder order,
      R value) {
    Command<R> command = context.command();
    Optional<CommandError> otherCluster = Planner.ofThisCluster(context.cluster(), command.clusterOf(value));
    var differences = new ArrayList<>(command.mismatches(value));
    otherCluster.ifPresent(error -> differences.addAll(error.details()));
    differences.addAll(orderMismatches(order, value));
    if (!differences.isEmpty()) {
      ErrorCode code = otherCluster.isPresent() && !(command instanceof ControlCommand) ? ErrorCode.CLUSTER_MISMATCH
          : ErrorCode.KERNEL_ANSWER_MISMATCH;
      return noAnswer(command, CommandError.of(code, Execution.NOT_EXECUTED, differences));
    }
    Json.Obj answer = command.answerJson(value);
    Json.Obj response =
        value instanceof CompletedTransition ? Json.object().put("transition", answer).build()
            : RecordLimits.result(answer);
    return new DispatchResult<>(new StageBody(Stage.EXECUTED, StageBodies.executed(response)), Execution.EXECUTED,
        trail -> new Outcome.Executed<>(command, value, trail));
  }

  private static List<Detail> orderMismatches(KernelOrder order, Object value) {
    var found = new ArrayList<Detail>();
    if (order instanceof KernelOrder.Transition(TransitionOrder asked)
        && value instanceof CompletedTransition answer) {
      found.addAll(Detail.ofMismatch("request", asked.requestId(), answer.requestId()));
      found.addAll(Detail.ofMismatch("epoch before", asked.expectedEpoch().value(), answer.epochBefore().value()));
    }
    if (order instanceof KernelOrder.Diagnostics(DiagnosticOrder asked)
        && value instanceof DiagnosticReport answer) {
      found.addAll(Detail.ofMismatch("members", asked.ceiling().members().stream().map(MemberCost::node).toList(),
          answer.members().stream().map(MemberDiagnostics::node).toList()));
    }
    return found;
  }

  /** Nobody usable answered: unknown for a control command, not executed for any other. */
  private static <R> DispatchResult<R> noAnswer(Command<R> command, CommandError error) {
    if (command instanceof ControlCommand) {
      CommandError unknown = CommandError.of(error.code(), Execution.UNKNOWN, error.details());
      return new DispatchResult<>(new StageBody(Stage.UNKNOWN, StageBodies.unknown(unknown)), Execution.UNKNOWN,
          trail -> new Outcome.Unknown<>(unknown, trail));
    }
    return new DispatchResult<>(new StageBody(Stage.NOT_ANSWERED, StageBodies.notExecuted(List.of(error)).build()),
        Execution.NOT_EXECUTED,
        notExecuted(error));
  }

  private static <R> Function<RecordStatus, Outcome<R>> notExecuted(CommandError error) {
    return trail -> new Outcome.NotExecuted<>(List.of(error), Optional.empty(), trail);
  }
}
