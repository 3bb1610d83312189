package io.aerodb.kernel;

import java.util.Set;

/**
 * The states of the promotion and of the demotion state machine. What may follow what is closed: see
 * {@link #successors()}.
 *
 * @since 0.1
 */
public enum TransitionPhase {
  STEADY,
  PROMOTION_REQUESTED,
  PROMOTION_VALIDATING,
  PROMOTION_APPROVED,
  PROMOTION_DENIED,
  /** The one state in which a crash does not forget the promotion: its outcome is whether a durable marker is there. */
  AUTHORITY_TRANSITIONING,
  PROMOTION_SUCCEEDED,
  DEMOTION_REQUESTED,
  DEMOTION_VALIDATING,
  DEMOTION_DENIED,
  AUTHORITY_RELINQUISHING,
  DEMOTION_SUCCEEDED;

  /** The states that may follow this one directly; any other is forbidden. */
  public Set<TransitionPhase> successors() {
    return switch (this) {
      case STEADY -> Set.of(PROMOTION_REQUESTED, DEMOTION_REQUESTED);
      case PROMOTION_REQUESTED -> Set.of(PROMOTION_VALIDATING, STEADY);
      case PROMOTION_VALIDATING -> Set.of(PROMOTION_APPROVED, PROMOTION_DENIED);
      case PROMOTION_APPROVED -> Set.of(AUTHORITY_TRANSITIONING);
      case AUTHORITY_TRANSITIONING -> Set.of(PROMOTION_SUCCEEDED);
      case DEMOTION_REQUESTED -> Set.of(DEMOTION_VALIDATING);
      case DEMOTION_VALIDATING -> Set.of(DEMOTION_DENIED, AUTHORITY_RELINQUISHING);
      case AUTHORITY_RELINQUISHING -> Set.of(DEMOTION_SUCCEEDED);
      case PROMOTION_DENIED, PROMOTION_SUCCEEDED, DEMOTION_DENIED, DEMOTION_SUCCEEDED -> Set.of(STEADY);
    };
  }
}
