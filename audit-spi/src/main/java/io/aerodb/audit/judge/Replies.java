package io.aerodb.audit.judge;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.AuditUnreadableException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/** What a caller is told of a decision, in the same words by every log. */
public final class Replies {
  private Replies() {}

  /**
   * The answer to an append.
   *
   * @param decision what was accepted is durable by now
   * @param read reads a durable record by its sequence, or throws {@link AuditUnreadableException}
   */
  public static Appended of(AppendDecision decision, LongFunction<AuditRecord> read) {
    return switch (decision) {
      case AppendDecision.Accepted(List<AuditRecord> records) ->
          new Appended.Durable(records.stream().map(AuditRecord::receipt).toList());
      case AppendDecision.Claimed(long first) -> standsAgainst(first, read, Appended.AlreadyClaimed::new);
      case AppendDecision.Moved(long newest) -> standsAgainst(newest, read, Appended.ControlMoved::new);
      case AppendDecision.Refused(String reason) -> new Appended.NotWritten(reason);
    };
  }

  private static Appended standsAgainst(long sequence, LongFunction<AuditRecord> read,
      Function<AuditRecord, Appended> answer) {
    Optional<AuditRecord> record;
    try {
      record = Optional.of(read.apply(sequence));
    } catch (AuditUnreadableException e) {
      record = Optional.empty();
    }
    return record.map(answer).orElseGet(() -> new Appended.NotWritten(
        "sequence " + sequence + " stands against it, and that record can't be read back"));
  }
}
