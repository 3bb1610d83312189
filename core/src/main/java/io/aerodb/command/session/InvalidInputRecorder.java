package io.aerodb.command.session;

import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Precondition;
import io.aerodb.command.RequestId;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An input that could not be read as a command: recorded verbatim, with its id claimed if that much was usable. */
record InvalidInputRecorder(ControlPlane plane, Session session, Optional<RequestId> request, String raw) {

  Outcome.NotExecuted<?> refuse(List<CommandError> errors) {
    if (plane.halted().isPresent()) {
      CommandError error = plane.halted().get();
      return new Outcome.NotExecuted<>(List.of(error), Optional.empty(), new RecordStatus.Missing(error));
    }
    var frame = new EventFrame(plane.clockName(), plane.cluster().value(), session.id(),
        Optional.of(session.operator()), request,
        Optional.empty(), false);
    Instant now = plane.now();
    StageBody rejected = StageBodies.rejectedInput(errors, raw);
    AppendResult recorded = request.isPresent()
        ? plane.append(frame, new Precondition.Unclaimed(request.get().value()), now, StageBodies.requestedUnread(),
            rejected)
        : plane.append(frame, new Precondition.None(), now, rejected);
    return recorded instanceof AppendResult.Claimed(AuditRecord first) ? reused(frame, errors, first, now)
        : new Outcome.NotExecuted<>(errors, Optional.empty(), recorded.trail());
  }

  private Outcome.NotExecuted<?> reused(EventFrame frame, List<CommandError> problems, AuditRecord first, Instant now) {
    var errors = new ArrayList<>(problems);
    errors.add(CommandError.ofOne(ErrorCode.REQUEST_ID_REUSED, "request", "an id that no record claims",
        request.map(RequestId::value).orElse("") + " was claimed by record " + first.sequence() + " at "
            + first.event().time()));
    errors.sort(CommandError.ORDER);
    AppendResult recorded = plane.append(frame, new Precondition.None(), now,
        StageBodies.duplicateInput(errors, first.sequence(), raw));
    return new Outcome.NotExecuted<>(errors, Optional.empty(), recorded.trail());
  }
}
