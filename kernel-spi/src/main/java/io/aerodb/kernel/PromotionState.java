package io.aerodb.kernel;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where the promotion and demotion state machines stand (CM-4.4).
 *
 * @since 0.1
 */
@Value.Immutable
public sealed interface PromotionState permits ImmutablePromotionState {
  ClusterId cluster();

  AuthorityEpoch epoch();

  TransitionPhase phase();

  /** Present exactly when {@link #phase()} is not {@link TransitionPhase#STEADY}. */
  Optional<OngoingTransition> ongoing();

  /** The newest completed transition, if there ever was one. */
  Optional<CompletedTransition> lastTransition();

  @Value.Check
  default void check() {
    Checks.require(ongoing().isPresent() == (phase() != TransitionPhase.STEADY), "ongoing transition", ongoing(),
        "be there exactly when the phase is not STEADY; it is " + phase());
  }

  static Builder builder() {
    return new Builder();
  }

  final class Builder extends ImmutablePromotionState.Builder {
    Builder() {}
  }
}
