package io.aerodb.sim;

import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionPhase;

/**
 * One step of the kernel's state machines in a transition, as it was durably noted. A request was executed exactly as
 * often as there is an {@linkplain #isExecution() execution} among its steps.
 *
 * @param sequence 1, 2, 3, … without gaps
 * @param requestId the request of the order that it belongs to
 * @param transition what was ordered
 * @param target the member that was named
 * @param phase the phase that was entered
 * @param epochBefore the epoch before this step
 * @param epochAfter the epoch after it; differs only in a step that succeeded
 * @param cause what made the step
 * @since 0.1
 */
public record TransitionStep(long sequence, String requestId, Transition transition, NodeId target,
    TransitionPhase phase,
    AuthorityEpoch epochBefore,
    AuthorityEpoch epochAfter, Cause cause) {
  /** What made a step. */
  public enum Cause {
    /** The kernel, carrying out the order. */
    ORDER,
    /**
     * The recovery after a kernel died: it ends what the marker decided, and forgets everything else, from any phase.
     */
    RECOVERY
  }

  /** Whether write authority changed in this step. */
  public boolean isExecution() {
    return phase == TransitionPhase.PROMOTION_SUCCEEDED || phase == TransitionPhase.DEMOTION_SUCCEEDED;
  }

  static TransitionStep parse(String line) {
    String[] parts = line.split(" ", -1);
    if (parts.length != 8) {
      throw new IllegalArgumentException("history line is '" + line + "' but must hold 8 words");
    }
    return new TransitionStep(Long.parseLong(parts[0]), parts[1], Transition.valueOf(parts[2]), new NodeId(parts[3]),
        TransitionPhase.valueOf(parts[4]), new AuthorityEpoch(parts[5]), new AuthorityEpoch(parts[6]),
        Cause.valueOf(parts[7]));
  }

  String line() {
    return sequence + " " + requestId + " " + transition + " " + target + " " + phase + " " + epochBefore + " "
        + epochAfter + " " + cause + "\n";
  }
}
