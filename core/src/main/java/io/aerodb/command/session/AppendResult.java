package io.aerodb.command.session;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.Receipt;
import io.aerodb.command.error.CommandError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of one durable wait, whatever the log did. */
sealed interface AppendResult {
  record Durable(Receipt last) implements AppendResult {}

  record Claimed(AuditRecord first) implements AppendResult {}

  record Moved(AuditRecord newest) implements AppendResult {}

  record Failed(CommandError error) implements AppendResult {}

  /**
   * Appends once. Whatever is thrown, and every answer that does not belong to the append, means that the record may be
   * there.
   */
  static AppendResult append(AuditLog log, Precondition precondition, List<AuditEvent> events) {
    @Nullable Appended appended;
    try {
      appended = log.append(precondition, events);
    } catch (Throwable e) {
      return uncertain(e.getClass().getName());
    }
    return switch (appended) {
      case Appended.Durable(List<Receipt> receipts) ->
          receipts.size() == events.size() ? new Durable(receipts.getLast()) : uncertain(receipts.size() + " receipts");
      case Appended.AlreadyClaimed(AuditRecord first) ->
          precondition instanceof Precondition.Unclaimed ? new Claimed(first) : uncertain("AlreadyClaimed");
      case Appended.ControlMoved(AuditRecord newest) ->
          precondition instanceof Precondition.LastControlDispatch ? new Moved(newest) : uncertain("ControlMoved");
      case Appended.NotWritten(String reason) -> new Failed(Errors.auditUnavailable("not written: " + reason));
      case null -> uncertain("null");
    };
  }

  private static Failed uncertain(String observed) {
    return new Failed(Errors.auditUnavailable(observed
        + "; the record may be in the log: its request id may be claimed, and a dispatch may show as unresolved"));
  }

  /** Whether it is in the trail; for an append that has no precondition to fail. */
  default RecordStatus trail() {
    return switch (this) {
      case Durable(Receipt last) -> new RecordStatus.Recorded(last);
      case Failed(CommandError error) -> new RecordStatus.Missing(error);
      case Claimed(AuditRecord first) ->
          throw new IllegalStateException("a log answered a precondition that it was not given");
      case Moved(AuditRecord newest) ->
          throw new IllegalStateException("a log answered a precondition that it was not given");
    };
  }
}
