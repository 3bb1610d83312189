package io.aerodb.command.session;

import io.aerodb.audit.AuditRecord;
import io.aerodb.command.RequestId;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Refuses an input that could not be read as a command: recorded verbatim, its id claimed if that much was usable. */
record InvalidInputRecorder(PlaneContext plane, Session session, Optional<RequestId> request, String raw) {

  Outcome.NotExecuted<?> refuse(List<CommandError> errors) {
    Optional<CommandError> halted = plane.fence().halted();
    if (halted.isPresent()) {
      return new Outcome.NotExecuted<>(List.of(halted.get()), Optional.empty(),
          new RecordStatus.Missing(halted.get()));
    }
    var recorder = RequestRecorder.unread(plane, session.id(), Optional.of(session.operator()), request);
    Instant now = plane.now();
    StageBody rejected = StageBodies.rejectedInput(errors, raw);
    ClaimResult recorded = request.isPresent() ? recorder.claim(now, StageBodies.requestedUnread(), rejected)
        : new ClaimResult.Written(recorder.record(now, rejected));
    return switch (recorded) {
      case ClaimResult.Taken(AuditRecord first) -> reused(recorder, errors, first, now);
      case ClaimResult.Written(RecordStatus status) -> new Outcome.NotExecuted<>(errors, Optional.empty(), status);
    };
  }

  private Outcome.NotExecuted<?> reused(RequestRecorder recorder, List<CommandError> problems, AuditRecord first,
      Instant now) {
    var errors = new ArrayList<>(problems);
    errors.add(CommandError.ofOne(ErrorCode.REQUEST_ID_REUSED, "request", "an id that no record claims",
        request.map(RequestId::value).orElse("") + " was claimed by record " + first.sequence() + " at "
            + first.event().time()));
    errors.sort(CommandError.ORDER);
    return new Outcome.NotExecuted<>(errors, Optional.empty(),
        recorder.record(now, StageBodies.duplicateInput(errors, first.sequence(), raw)));
  }
}
