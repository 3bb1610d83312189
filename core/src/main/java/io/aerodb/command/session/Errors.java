package io.aerodb.command.session;

import io.aerodb.audit.AuditRecord;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.Detail;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.Execution;
import io.aerodb.command.error.Invariant;
import io.aerodb.kernel.KernelResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The errors that the shell makes. */
final class Errors {
  private Errors() {}

  static CommandError kernelUnavailable(Throwable thrown) {
    return CommandError.ofOne(ErrorCode.KERNEL_UNAVAILABLE, "kernel", "an answer", thrown.getClass().getName());
  }

  static CommandError rejection(KernelResponse.Rejected<?> rejected) {
    return CommandError.rejection(rejected.code(), rejected.message(), rejected.invariants(), List.of());
  }

  static CommandError wrongAnswer(Class<?> type, @Nullable Object answer) {
    Object content = answer instanceof KernelResponse.Completed<?>(Object value) ? value : answer;
    String observed = content == null ? "null" : content.getClass().getSimpleName();
    return CommandError.ofOne(ErrorCode.KERNEL_ANSWER_MISMATCH, "answer", type.getSimpleName(), observed);
  }

  /** Nothing was executed because it could not be recorded. */
  static CommandError auditUnavailable(String observed) {
    return CommandError.ofOne(ErrorCode.AUDIT_UNAVAILABLE, "audit log", "a durable record", observed);
  }

  static CommandError controlMoved(AuditRecord newest) {
    return CommandError.ofOne(ErrorCode.CONTROL_MOVED, "last control dispatch", "the one that was explained",
        "request " + newest.event().requestId().orElse("") + " in record " + newest.sequence());
  }

  /** The same error about an end that is not in the trail. */
  static CommandError incomplete(Execution execution, String observed) {
    return CommandError.of(ErrorCode.AUDIT_INCOMPLETE, execution, List.of(
        new Detail("audit log", Invariant.P7_O3.id().value(), "a durable record of the end", observed)));
  }
}
