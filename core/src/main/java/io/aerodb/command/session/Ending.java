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
import io.aerodb.command.session.EventFrame.Entry;
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
 * What an answer of the kernel, or the lack of one, comes to: pure. After a control dispatch everything but a usable
 * answer is unknown; a read-only command that gets none is not executed.
 */
record Ending<R>(Entry entry, Execution execution, Function<Trail, Outcome<R>> outcome) {

  static <R> Ending<R> answered(RequestContext<? extends Command<R>> context, KernelCall.Order order,
      @Nullable Object answer) {
    Command<R> command = context.command();
    return switch (answer) {
      case KernelResponse.Rejected<?> rejected -> rejected(rejected);
      case KernelResponse.Completed<?>(Object value) when command.resultType().isInstance(value) ->
          completed(context, order, command.resultType().cast(value));
      case null, default -> noAnswer(command, Errors.wrongAnswer(command.resultType(), answer));
    };
  }

  static <R> Ending<R> thrown(Command<R> command, Throwable thrown) {
    return noAnswer(command, command instanceof ControlCommand
        ? Errors.of(ErrorCode.OUTCOME_UNKNOWN, Execution.UNKNOWN, "kernel", "an answer", thrown.getClass().getName())
        : Errors.kernelUnavailable(thrown));
  }

  static <R> Ending<R> notSent(CommandError error) {
    return new Ending<>(new Entry(Stage.NOT_SENT, Entries.notExecuted(List.of(error)).build()), Execution.NOT_EXECUTED,
        notExecuted(error));
  }

  private static <R> Ending<R> rejected(KernelResponse.Rejected<?> rejected) {
    CommandError error = Errors.rejection(rejected);
    Json.Obj body = Entries.notExecuted(List.of(error))
        .put(RESPONSE, Bounded.value(KernelJson.of(rejected), Bounded.RESPONSE)).build();
    return new Ending<>(new Entry(Stage.KERNEL_REJECTED, body), Execution.NOT_EXECUTED, notExecuted(error));
  }

  private static <R> Ending<R> completed(RequestContext<? extends Command<R>> context, KernelCall.Order order,
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
        value instanceof CompletedTransition ? Json.object().put("transition", answer).build() : Bounded.result(answer);
    return new Ending<>(new Entry(Stage.EXECUTED, Entries.executed(response)), Execution.EXECUTED,
        trail -> new Outcome.Executed<>(command, value, trail));
  }

  private static List<Detail> orderMismatches(KernelCall.Order order, Object value) {
    var found = new ArrayList<Detail>();
    if (order instanceof KernelCall.Order.Transition(TransitionOrder asked)
        && value instanceof CompletedTransition answer) {
      found.addAll(Detail.ofMismatch("request", asked.requestId(), answer.requestId()));
      found.addAll(Detail.ofMismatch("epoch before", asked.expectedEpoch().value(), answer.epochBefore().value()));
    }
    if (order instanceof KernelCall.Order.Diagnostics(DiagnosticOrder asked)
        && value instanceof DiagnosticReport answer) {
      found.addAll(Detail.ofMismatch("members", asked.ceiling().members().stream().map(MemberCost::node).toList(),
          answer.members().stream().map(MemberDiagnostics::node).toList()));
    }
    return found;
  }

  /** Nobody usable answered: unknown for a control command, not executed for any other. */
  private static <R> Ending<R> noAnswer(Command<R> command, CommandError error) {
    if (command instanceof ControlCommand) {
      CommandError unknown = CommandError.of(error.kind(), Execution.UNKNOWN, error.details());
      return new Ending<>(new Entry(Stage.UNKNOWN, Entries.unknown(unknown)), Execution.UNKNOWN,
          trail -> new Outcome.Unknown<>(unknown, trail));
    }
    return new Ending<>(new Entry(Stage.NOT_ANSWERED, Entries.notExecuted(List.of(error)).build()),
        Execution.NOT_EXECUTED,
        notExecuted(error));
  }

  private static <R> Function<Trail, Outcome<R>> notExecuted(CommandError error) {
    return trail -> new Outcome.NotExecuted<>(List.of(error), Optional.empty(), trail);
  }
}
