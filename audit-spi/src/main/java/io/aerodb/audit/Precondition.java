package io.aerodb.audit;

import static java.util.Objects.requireNonNull;

/**
 * What must hold of the log at the very moment an append takes effect. Judged in the order of arrival against what is
 * durable plus what stands before it in the same batch, in one step with writing.
 *
 * @since 0.1
 */
public sealed interface Precondition {
  /** Nothing has to hold. */
  record None() implements Precondition {}

  /**
   * No record claims this request id yet; the append claims it for ever.
   *
   * @param requestId the id; the first event is its {@link Stage#REQUESTED}
   */
  record Unclaimed(String requestId) implements Precondition {
    public Unclaimed {
      requireNonNull(requestId, "requestId");
    }
  }

  /**
   * The newest {@link Stage#DISPATCHED} of a control command is still this one.
   *
   * @param sequence of that record; 0 when there was none
   */
  record LastControlDispatch(long sequence) implements Precondition {
    public LastControlDispatch {
      if (sequence < 0) {
        throw new IllegalArgumentException("sequence is " + sequence + " but must be 0 or more");
      }
    }
  }
}
