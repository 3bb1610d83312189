package io.aerodb.kernel;

import java.util.SortedSet;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * A confirmed order to change write authority. It carries everything the kernel needs to refuse it when the world has
 * moved on.
 *
 * @since 0.1
 */
@Value.Immutable
public sealed interface TransitionOrder permits ImmutableTransitionOrder {
  /** The cluster that is meant; a kernel of another cluster rejects the order. */
  ClusterId cluster();

  String requestId();

  /**
   * SHA-256 of what was confirmed, 64 lower-case hexadecimal digits. Together with the request id the key of
   * idempotence.
   */
  String commandDigest();

  /** Who confirmed it, 1 to 500 characters. */
  String operator();

  /** Why, in the operator's words, 1 to 500 characters. */
  String reason();

  Transition transition();

  NodeId target();

  /** The epoch it was judged in; comparing it and acting are one step. */
  AuthorityEpoch expectedEpoch();

  /**
   * Codes of the checks that the operator acknowledged as not satisfied; only a force has any. Empty when nothing of
   * the kernel's is overridden.
   */
  @Value.NaturalOrder
  SortedSet<String> acknowledgedChecks();

  @Value.Check
  default void check() {
    Checks.id("request id", requestId());
    Checks.matching("command digest", commandDigest(), Pattern.compile("[0-9a-f]{64}"));
    Checks.text("operator", operator(), 500);
    Checks.text("reason", reason(), 500);
    acknowledgedChecks().forEach(code -> Checks.text("acknowledged check", code, Checks.MAX_CODE));
    Checks.require(acknowledgedChecks().isEmpty() || transition() == Transition.FORCED_PROMOTION,
        "acknowledged checks",
        acknowledgedChecks(), "be there only for a forced promotion; the transition is " + transition());
  }

  static Builder builder() {
    return new Builder();
  }

  final class Builder extends ImmutableTransitionOrder.Builder {
    Builder() {}
  }
}
