package io.aerodb.sim;

import io.aerodb.kernel.Finding;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.KernelResponse.Rejected;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.kernel.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges transitions by pure functions of a snapshot, used alike for an assessment and, in the step that acts, for an
 * order.
 */
final class TransitionRules {
  private TransitionRules() {}

  /** Every check that the transition needs; the target is a member. */
  static List<Finding> findings(ClusterSnapshot snapshot, Transition transition, NodeId target) {
    return switch (transition) {
      case PROMOTION, FORCED_PROMOTION -> PromotionChecks.of(snapshot, target);
      case DEMOTION -> DemotionChecks.of(snapshot, target);
    };
  }

  /** Why the transition has no meaning for this target, whatever its checks say. */
  static <T> Optional<Rejected<T>> meaningless(ClusterSnapshot snapshot, Transition transition, NodeId target) {
    boolean holds = snapshot.authority().holder().equals(Optional.of(target));
    return switch (transition) {
      case PROMOTION, FORCED_PROMOTION -> holds
          ? Optional.of(rejected("AERO_PROMOTION_TARGET_IS_PRIMARY",
              target + " holds write authority already, under epoch "
                  + snapshot.authority().epoch(),
              "P6-A3"))
          : Optional.empty();
      case DEMOTION -> holds
          ? Optional.empty()
          : Optional.of(rejected("AERO_DEMOTION_TARGET_NOT_PRIMARY", target + " does not hold write authority; "
              + snapshot.authority().holder().map(node -> node + " does").orElse("no member does"), "P6-A1"));
    };
  }

  static <T> Optional<Rejected<T>> unknown(ClusterSnapshot snapshot, NodeId node) {
    return snapshot.has(node)
        ? Optional.empty()
        : Optional
            .of(rejected("AERO_UNKNOWN_NODE", node + " is not a member of cluster " + snapshot.cluster(), "P6-A3"));
  }

  /** Why an order names things that no judgement could be about. */
  static <T> Optional<Rejected<T>> invalid(ClusterSnapshot snapshot, TransitionOrder order) {
    Optional<String> foreign = order.acknowledgedChecks().stream()
        .filter(code -> Stream.of(Check.values()).noneMatch(c -> c.code().equals(code)))
        .findFirst();
    return foreign.isPresent()
        ? Optional.of(rejected("AERO_PROMOTION_INVALID_REQUEST",
            "acknowledged check '" + foreign.get() + "' is not a check of this kernel",
            "P6-A3"))
        : unknown(snapshot, order.target());
  }

  /** Why the order is refused in this very state; empty when it is to be carried out. */
  static <T> Optional<Rejected<T>> refusal(ClusterSnapshot snapshot, TransitionOrder order) {
    Optional<Rejected<T>> invalid = invalid(snapshot, order);
    if (invalid.isPresent()) {
      return invalid;
    }
    if (!order.expectedEpoch().equals(snapshot.authority().epoch())) {
      return Optional
          .of(rejected("AERO_AUTHORITY_EPOCH_CHANGED", "the order was judged in epoch " + order.expectedEpoch()
              + " but the epoch is " + snapshot.authority().epoch(), "P6-A2"));
    }
    Optional<Rejected<T>> meaningless = meaningless(snapshot, order.transition(), order.target());
    return meaningless.isPresent() ? meaningless : denial(snapshot, order);
  }

  private static <T> Optional<Rejected<T>> denial(ClusterSnapshot snapshot, TransitionOrder order) {
    List<Finding> failing = findings(snapshot, order.transition(), order.target()).stream()
        .filter(finding -> !lifted(finding, order)).toList();
    if (failing.isEmpty()) {
      return Optional.empty();
    }
    List<InvariantId> invariants = failing.stream().map(Finding::invariant).distinct().toList();
    String message = order.transition() + " of " + order.target() + " denied: "
        + failing.stream().map(TransitionRules::evidence).collect(Collectors.joining("; "));
    return Optional.of(
        new Rejected<>(failing.getFirst().code(), message.substring(0, Math.min(message.length(), 4000)), invariants));
  }

  /** A force lifts what is unproven, overridable and acknowledged by name, and nothing else. */
  private static boolean lifted(Finding finding, TransitionOrder order) {
    return finding.verdict() == Verdict.SATISFIED
        || (finding.overridable() && order.acknowledgedChecks().contains(finding.code()));
  }

  private static String evidence(Finding finding) {
    return finding.code() + " (" + finding.invariant() + ", " + finding.verdict() + "): expected that "
        + finding.expected() + ", observed: "
        + finding.observed() + (finding.missingEvidence().isEmpty() ? "" : ", missing: " + finding.missingEvidence());
  }

  static <T> Rejected<T> rejected(String code, String message, String... invariants) {
    return new Rejected<>(code, message, Stream.of(invariants).map(InvariantId::new).toList());
  }
}
