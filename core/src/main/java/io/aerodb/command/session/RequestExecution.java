package io.aerodb.command.session;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Stage;
import io.aerodb.command.Command;
import io.aerodb.command.CommandType;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.explain.Explanation;
import io.aerodb.command.explain.RequestContext;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** The steps of one request up to its dispatch, each recorded. */
final class RequestExecution<R> {
  private final PlaneContext plane;
  private final RequestContext<? extends Command<R>> context;
  private final RequestRecorder recorder;

  RequestExecution(PlaneContext plane, RequestContext<? extends Command<R>> context) {
    this(plane, context, RequestRecorder.of(plane, context));
  }

  RequestExecution(PlaneContext plane, RequestContext<? extends Command<R>> context, RequestRecorder recorder) {
    this.plane = plane;
    this.context = context;
    this.recorder = recorder;
  }

  /** Runs a command that needs no confirmation. */
  Outcome<R> run(Instant now) {
    var order = new KernelOrder.None();
    Optional<Outcome.NotExecuted<R>> unclaimed = claim(now, StageBodies.dispatched(type(), order));
    return unclaimed.isPresent() ? unclaimed.get()
        : new KernelDispatch<>(plane, context, recorder).call(order);
  }

  private CommandType type() {
    return context.command().type();
  }

  /** Claims the request id with the first stages; everything but success is an outcome. */
  Optional<Outcome.NotExecuted<R>> claim(Instant now, StageBody next) {
    return switch (recorder.claim(now, StageBodies.requested(type()), next)) {
      case ClaimResult.Taken(AuditRecord first) -> Optional.of(duplicate(first, now));
      case ClaimResult.Written(RecordStatus.Missing(CommandError error)) ->
          Optional.of(missing(List.of(error), Optional.empty(), error));
      case ClaimResult.Written(RecordStatus.Recorded durable) -> Optional.empty();
    };
  }

  /** Refused before anything was asked of a person or of the kernel's actions. */
  Outcome.NotExecuted<R> reject(List<CommandError> errors, Optional<Explanation> explanation, Instant now) {
    StageBody rejected = StageBodies.rejected(errors, explanation);
    return switch (recorder.claim(now, StageBodies.requested(type()), rejected)) {
      case ClaimResult.Taken(AuditRecord first) -> duplicate(first, now);
      case ClaimResult.Written(RecordStatus status) -> new Outcome.NotExecuted<>(errors, explanation, status);
    };
  }

  /** The id was claimed before: by this very request, or by another. Never executed, and never silently (CM-9.1). */
  Outcome.NotExecuted<R> duplicate(AuditRecord first, Instant now) {
    AuditEvent event = first.event();
    boolean same =
        event.command().equals(recorder.command()) && event.operator().equals(Optional.of(context.operator().name()))
            && event.authority().equals(Optional.of(context.operator().authority().label()));
    ErrorCode code = same ? ErrorCode.DUPLICATE_REQUEST : ErrorCode.REQUEST_ID_REUSED;
    CommandError error = CommandError.ofOne(code, "request", "an id that no record claims",
        context.request() + " was claimed by record " + first.sequence() + " at " + event.time() + "; "
            + newestStage());
    return end(now, List.of(error), Optional.empty(), StageBodies.duplicate(List.of(error), first.sequence()));
  }

  private String newestStage() {
    try {
      return plane.log().read(AuditQuery.builder().requestId(context.request().value())
          .addAllStages(EnumSet.complementOf(EnumSet.of(Stage.DUPLICATE))).build()).stream()
          .reduce((earlier, later) -> later)
          .map(record -> "its newest stage is " + record.event().stage().label() + ", record " + record.sequence())
          .orElse("what came of it can't be read");
    } catch (RuntimeException e) {
      return "what came of it can't be read: " + e.getClass().getName();
    }
  }

  /** An attempt on a proposal that this session can't answer: recorded beside the request, which it does not move. */
  Outcome.NotExecuted<R> attempt(CommandError error, Optional<Acknowledgement> given) {
    RecordStatus recorded = recorder.beside().record(plane.now(),
        StageBodies.rejectedAttempt(List.of(error), context.request().value(), given));
    return new Outcome.NotExecuted<>(List.of(error), Optional.empty(), recorded);
  }

  /** Ends without a dispatch. */
  Outcome.NotExecuted<R> end(Instant now, List<CommandError> errors, Optional<Explanation> explanation,
      StageBody entry) {
    return new Outcome.NotExecuted<>(errors, explanation, recorder.record(now, entry));
  }

  Outcome.NotExecuted<R> missing(List<CommandError> errors, Optional<Explanation> explanation, CommandError why) {
    return new Outcome.NotExecuted<>(errors, explanation, new RecordStatus.Missing(why));
  }
}
