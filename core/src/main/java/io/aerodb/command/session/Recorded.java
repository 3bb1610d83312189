package io.aerodb.command.session;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.Receipt;
import io.aerodb.command.error.CommandError;
import java.util.List;

/** What came of one durable wait, whatever the log did. */
sealed interface Recorded {
  record Durable(Receipt last) implements Recorded {}

  record Claimed(AuditRecord first) implements Recorded {}

  record Moved(AuditRecord newest) implements Recorded {}

  record Failed(CommandError error) implements Recorded {}

  /** Appends once. Anything thrown means that the record may be there. */
  static Recorded append(AuditLog log, Precondition precondition, List<AuditEvent> events) {
    Appended appended;
    try {
      appended = log.append(precondition, events);
    } catch (RuntimeException e) {
      return new Failed(Errors.auditUnavailable(
          e.getClass().getName() + "; the record may be in the log: its request id may be claimed, and a"
              + " dispatch may show as unresolved"));
    }
    return switch (appended) {
      case Appended.Durable durable -> new Durable(durable.last());
      case Appended.AlreadyClaimed(AuditRecord first) -> new Claimed(first);
      case Appended.ControlMoved(AuditRecord newest) -> new Moved(newest);
      case Appended.NotWritten(String reason) -> new Failed(Errors.auditUnavailable("not written: " + reason));
    };
  }

  /** Whether it is in the trail; for an append that has no precondition to fail. */
  default Trail trail() {
    return switch (this) {
      case Durable(Receipt last) -> new Trail.Recorded(last);
      case Failed(CommandError error) -> new Trail.Missing(error);
      case Claimed(AuditRecord first) ->
          throw new IllegalStateException("a log answered a precondition that it was not given");
      case Moved(AuditRecord newest) ->
          throw new IllegalStateException("a log answered a precondition that it was not given");
    };
  }
}
