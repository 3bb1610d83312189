package io.aerodb.testkit.simulation;

import static java.util.Objects.requireNonNull;

import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Transition;

/**
 * What can be seen from outside of a control plane: what people ask of it and are answered, what it orders of the
 * kernel and is told, and what the kernel truly did. Each time a person calls a plane the call has a number of its own.
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
  record Asked(int call, String requestId, Transition transition, NodeId target) implements HistoryEvent {
    public Asked {
      requireNonNull(requestId, "requestId");
      requireNonNull(transition, "transition");
      requireNonNull(target, "target");
    }
  }

  /**
   * The answer to {@link Asked} is an explanation that waits for a yes.
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
   * A person is told what came of it. A call whose process died has no answer.
   *
   * @param call the number of the call that is answered
   * @param said what
   */
  record Answered(int call, Said said) implements HistoryEvent {
    public Answered {
      requireNonNull(said, "said");
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
   * What the caller of the kernel came to know.
   *
   * @param requestId the request that the order named
   * @param word what
   */
  record Told(String requestId, Word word) implements HistoryEvent {
    public Told {
      requireNonNull(requestId, "requestId");
      requireNonNull(word, "word");
    }
  }

  /**
   * Write authority has changed.
   *
   * @param execution how, and by which request
   */
  record Executed(Execution execution) implements HistoryEvent {
    public Executed {
      requireNonNull(execution, "execution");
    }
  }

  /** What a person is told. */
  enum Said {
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

  /** What a kernel's answer comes to. */
  enum Word {
    /** It did exactly what was ordered. */
    DONE,
    /** It refuses. */
    REFUSED,
    /** No answer, or one that does not fit the order. */
    NOTHING
  }
}
