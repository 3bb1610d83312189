package io.aerodb.testkit.simulation;

import static java.util.Objects.requireNonNull;

import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Transition;

/**
 * One event of a history, as it is seen from outside of a control plane: what operators ask of it and are answered,
 * what it orders of the kernel and is answered, and what the kernel truly did. Each call of an operator has a number.
 *
 * @since 0.1
 */
public sealed interface HistoryEvent {
  /**
   * Somebody asks for a control command.
   *
   * @param call the number of this call
   * @param requestId the request id that was given, whether it is taken or not
   * @param transition what is asked for
   * @param target the member that is named
   */
  record ProposalRequested(int call, String requestId, Transition transition, NodeId target) implements HistoryEvent {
    public ProposalRequested {
      requireNonNull(requestId, "requestId");
      requireNonNull(transition, "transition");
      requireNonNull(target, "target");
    }
  }

  /**
   * The answer to {@link ProposalRequested} is an explanation that waits for a yes.
   *
   * @param call the number of the call that asked
   */
  record Proposed(int call) implements HistoryEvent {}

  /**
   * Somebody answers what was proposed, rightly or not, or declines it.
   *
   * @param call the number of this call
   * @param asked the number of the call that asked
   */
  record Confirmed(int call, int asked) implements HistoryEvent {}

  /**
   * An operator is told what came of a call. A call whose process died has no answer.
   *
   * @param call the number of the call that is answered
   * @param outcome what the operator is told
   */
  record Answered(int call, ReportedOutcome outcome) implements HistoryEvent {
    public Answered {
      requireNonNull(outcome, "outcome");
    }
  }

  /**
   * The kernel is handed an order.
   *
   * @param requestId the request that it names
   * @param transition what is ordered
   * @param target the member that is named
   */
  record Ordered(String requestId, Transition transition, NodeId target) implements HistoryEvent {
    public Ordered {
      requireNonNull(requestId, "requestId");
      requireNonNull(transition, "transition");
      requireNonNull(target, "target");
    }
  }

  /**
   * The plane that gave an order learns what the kernel answers, if it answers.
   *
   * @param requestId the request that the order named
   * @param answer what the answer comes to
   */
  record KernelAnswered(String requestId, KernelAnswer answer) implements HistoryEvent {
    public KernelAnswered {
      requireNonNull(requestId, "requestId");
      requireNonNull(answer, "answer");
    }
  }

  /**
   * Write authority has changed.
   *
   * @param change how, and by which request
   */
  record Executed(AuthorityChange change) implements HistoryEvent {
    public Executed {
      requireNonNull(change, "change");
    }
  }

  /** The outcome that an operator is told. */
  enum ReportedOutcome {
    /** The kernel did it. */
    EXECUTED,
    /** It did not happen and never will. */
    NOT_EXECUTED,
    /** Nobody knows. */
    UNKNOWN,
    /**
     * This call came to nothing, which says nothing of the request: its id is taken, its proposal was answered before.
     */
    CALL_REFUSED
  }

  /** What a kernel's answer to an order comes to. */
  enum KernelAnswer {
    /** It did exactly what was ordered. */
    DONE,
    /** It refuses. */
    REFUSED,
    /** No answer, or one that does not fit the order. */
    NOTHING
  }
}
