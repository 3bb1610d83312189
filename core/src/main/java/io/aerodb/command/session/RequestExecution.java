package io.aerodb.command.session;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Precondition;
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
import org.jspecify.annotations.Nullable;

/** The steps that every request takes through kernel and log, each recorded. */
final class RequestExecution<R> {
  private final ControlPlane plane;
  private final RequestContext<? extends Command<R>> context;
  private final EventFrame frame;

  RequestExecution(ControlPlane plane, RequestContext<? extends Command<R>> context) {
    this.plane = plane;
    this.context = context;
    this.frame = EventFrame.of(plane.clockName(), context);
  }

  CommandType type() {
    return context.command().type();
  }

  /** Records what leads to a kernel action: not any more once the plane takes nothing. An end is always tried. */
  AppendResult advance(Precondition precondition, Instant now, StageBody... entries) {
    return plane.halted().<AppendResult>map(AppendResult.Failed::new)
        .orElseGet(() -> append(precondition, now, entries));
  }

  private AppendResult append(Precondition precondition, Instant now, StageBody... entries) {
    return plane.append(frame, precondition, now, entries);
  }

  /** Claims the request id with the first stages; everything but success is an outcome. */
  Optional<Outcome.NotExecuted<R>> claim(Instant now, StageBody next) {
    return switch (claimed(now, next)) {
      case AppendResult.Durable durable -> Optional.empty();
      case AppendResult.Claimed(AuditRecord first) -> Optional.of(duplicate(first, now));
      case AppendResult.Failed(CommandError error) -> Optional.of(missing(List.of(error), Optional.empty(), error));
      case AppendResult.Moved moved ->
          throw new IllegalStateException("a log answered a precondition that it was not given");
    };
  }

  private AppendResult claimed(Instant now, StageBody next) {
    return advance(new Precondition.Unclaimed(context.request().value()), now, StageBodies.requested(type()), next);
  }

  /** Refused before anything was asked of a person or of the kernel's actions. */
  Outcome.NotExecuted<R> reject(List<CommandError> errors, Optional<Explanation> explanation, Instant now) {
    return switch (claimed(now, StageBodies.rejected(errors, explanation))) {
      case AppendResult.Claimed(AuditRecord first) -> duplicate(first, now);
      case AppendResult recorded -> new Outcome.NotExecuted<>(errors, explanation, recorded.trail());
    };
  }

  /** The id was claimed before: by this very request, or by another. Never executed, and never silently (CM-9.1). */
  Outcome.NotExecuted<R> duplicate(AuditRecord first, Instant now) {
    AuditEvent event = first.event();
    boolean same =
        event.command().equals(frame.command()) && event.operator().equals(frame.operator().map(who -> who.name()))
            && event.authority().equals(frame.operator().map(who -> who.authority().label()));
    ErrorCode code = same ? ErrorCode.DUPLICATE_REQUEST : ErrorCode.REQUEST_ID_REUSED;
    CommandError error = CommandError.ofOne(code, "request", "an id that no record claims",
        context.request() + " was claimed by record " + first.sequence() + " at " + event.time() + "; "
            + newestStage());
    AppendResult recorded =
        append(new Precondition.None(), now, StageBodies.duplicate(List.of(error), first.sequence()));
    return new Outcome.NotExecuted<>(List.of(error), Optional.empty(), recorded.trail());
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
    AppendResult recorded = plane.append(frame.beside(), new Precondition.None(), plane.now(),
        StageBodies.rejectedAttempt(List.of(error), context.request().value(), given));
    return new Outcome.NotExecuted<>(List.of(error), Optional.empty(), recorded.trail());
  }

  /** Ends a proposal without a dispatch. */
  Outcome.NotExecuted<R> end(Instant now, List<CommandError> errors, Optional<Explanation> explanation,
      StageBody entry) {
    return new Outcome.NotExecuted<>(errors, explanation, append(new Precondition.None(), now, entry).trail());
  }

  Outcome.NotExecuted<R> missing(List<CommandError> errors, Optional<Explanation> explanation, CommandError why) {
    return new Outcome.NotExecuted<>(errors, explanation, new RecordStatus.Missing(why));
  }

  /**
   * Calls the kernel once and records the end. Between the durable dispatch and the recorded end nothing else is
   * called: no logger, no listener. An {@link Error} is rethrown once the end is recorded.
   */
  Outcome<R> dispatch(KernelCall.Order order) {
    DispatchResult<R> ending;
    @Nullable Error fatal = null;
    try {
      ending = DispatchResult.answered(context, order, KernelCall.call(plane.kernel(), context.command(), order));
    } catch (Throwable e) { // also a checked one: a kernel may be written in a language that declares none
      ending = DispatchResult.thrown(context.command(), e);
      fatal = e instanceof Error error ? error : null;
    }
    Outcome<R> outcome = record(ending);
    if (fatal != null) {
      throw fatal;
    }
    return outcome;
  }

  /** A clock that fails must not take what the kernel said with it. */
  private AppendResult appendEnd(StageBody entry) {
    try {
      return append(new Precondition.None(), plane.now(), entry);
    } catch (RuntimeException e) {
      return new AppendResult.Failed(
          Errors.auditUnavailable("not written: the clock failed with " + e.getClass().getName()));
    }
  }

  /** Records an end. Without it in the trail the plane goes on with nothing. */
  Outcome<R> record(DispatchResult<R> ending) {
    return switch (appendEnd(ending.entry())) {
      case AppendResult.Failed(CommandError error) -> {
        CommandError incomplete = Errors.incomplete(ending.execution(), error.details().getFirst().observed());
        plane.halt(incomplete);
        yield ending.outcome().apply(new RecordStatus.Missing(incomplete));
      }
      case AppendResult recorded -> ending.outcome().apply(recorded.trail());
    };
  }
}
