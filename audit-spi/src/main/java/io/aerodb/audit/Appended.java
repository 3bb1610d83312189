package io.aerodb.audit;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What came of an append. Each of these is a fact; where nobody knows, {@link AuditUncertainException} is thrown
 * instead.
 *
 * @since 0.1
 */
public sealed interface Appended {
  /**
   * All events are recorded and survive process kill and power loss (AU-5).
   *
   * @param receipts one for each event, in order, without gaps
   */
  record Durable(List<Receipt> receipts) implements Appended {
    public Durable {
      receipts = List.copyOf(receipts);
    }

    /** The receipt of the last event. */
    public Receipt last() {
      return receipts.getLast();
    }
  }

  /**
   * Nothing was written: the id was claimed before.
   *
   * @param first the record that claimed it
   */
  record AlreadyClaimed(AuditRecord first) implements Appended {
    public AlreadyClaimed {
      requireNonNull(first, "first");
    }
  }

  /**
   * Nothing was written: another control command was dispatched meanwhile.
   *
   * @param newest the newest dispatch
   */
  record ControlMoved(AuditRecord newest) implements Appended {
    public ControlMoved {
      requireNonNull(newest, "newest");
    }
  }

  /**
   * Nothing was written and nothing of it ever will be.
   *
   * @param reason why, in the log's words, without any throwable's message
   */
  record NotWritten(String reason) implements Appended {
    public NotWritten {
      requireNonNull(reason, "reason");
    }
  }
}
