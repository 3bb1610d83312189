package io.aerodb.audit.judge;

import io.aerodb.audit.AuditRecord;
import java.util.List;

/** What is to be done with an append. */
public sealed interface AppendDecision {
  /**
   * Write these.
   *
   * @param records one for each event, in order
   */
  record Accepted(List<AuditRecord> records) implements AppendDecision {
    public Accepted {
      records = List.copyOf(records);
    }
  }

  /**
   * The id is taken.
   *
   * @param first by the record of this sequence
   */
  record Claimed(long first) implements AppendDecision {}

  /**
   * Another control command was dispatched.
   *
   * @param newest the sequence of its dispatch
   */
  record Moved(long newest) implements AppendDecision {}

  /**
   * It is not legal.
   *
   * @param reason why
   */
  record Refused(String reason) implements AppendDecision {}
}
