package io.aerodb.command.session;

import io.aerodb.command.Command;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.explain.RequestContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Calls the kernel once for a request whose dispatch is durable, and records what came of it. Between the durable
 * dispatch and the recorded end nothing else is called: no logger, no listener.
 */
record KernelDispatch<R>(PlaneContext plane, RequestContext<? extends Command<R>> context, RequestRecorder recorder) {

  /** Calls the kernel. An {@link Error} is rethrown once the end is recorded. */
  Outcome<R> call(KernelOrder order) {
    DispatchResult<R> result;
    @Nullable Error fatal = null;
    try {
      result = DispatchResult.answered(context, order, KernelCall.call(plane.kernel(), context.command(), order));
    } catch (Throwable e) { // also a checked one: a kernel may be written in a language that declares none
      result = DispatchResult.thrown(context.command(), e);
      fatal = e instanceof Error error ? error : null;
    }
    Outcome<R> outcome = end(result);
    if (fatal != null) {
      throw fatal;
    }
    return outcome;
  }

  /** Ends a request whose validity was over once its dispatch was durable. The kernel is not called. */
  Outcome<R> notSent(CommandError expired) {
    return end(DispatchResult.notSent(expired));
  }

  /** Without an end in the trail the plane goes on with nothing. */
  private Outcome<R> end(DispatchResult<R> result) {
    RecordStatus recorded = record(result.entry());
    if (recorded instanceof RecordStatus.Missing(CommandError error)) {
      CommandError incomplete = Errors.incomplete(result.execution(), error.details().getFirst().observed());
      plane.fence().halt(incomplete);
      return result.outcome().apply(new RecordStatus.Missing(incomplete));
    }
    return result.outcome().apply(recorded);
  }

  /** A clock that fails must not take what the kernel said with it. */
  private RecordStatus record(StageBody end) {
    Instant now;
    try {
      now = plane.now();
    } catch (RuntimeException e) {
      return new RecordStatus.Missing(
          Errors.auditUnavailable("not written: the clock failed with " + e.getClass().getName()));
    }
    return recorder.record(now, end);
  }
}
