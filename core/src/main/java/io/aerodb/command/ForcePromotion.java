package io.aerodb.command;

import static java.util.Objects.requireNonNull;

import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Reversibility;
import io.aerodb.kernel.Transition;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code force_promotion}: promotes a replica past checks that the operator overrides by the name of their invariant:
 * exactly those that are not satisfied, each of which the kernel lets be overridden (CM-6.3a to c). The override lives
 * in this one request.
 *
 * @param replica the member to promote; exact
 * @param reason why
 * @param overrides the invariants, 1 to 32
 * @since 0.1
 */
public record ForcePromotion(NodeId replica, Reason reason, SortedSet<InvariantId> overrides)
    implements ControlCommand {
  /** Most invariants that one request can name. */
  static final int MAX_OVERRIDES = 32;

  static final CommandDefinition DEFINITION = new CommandDefinition("force_promotion", CommandClass.CONTROL,
      ConfirmationKind.OVERRIDE,
      "Promotes a replica to primary past named kernel invariants, on the operator's own assertion and responsibility.",
      "forcePromotion",
      List.of(new Argument("replica", ArgumentKind.NODE_ID, Argument.Presence.REQUIRED),
          new Argument("reason", ArgumentKind.REASON, Argument.Presence.REQUIRED),
          new Argument("overrides", ArgumentKind.INVARIANT_ID, Argument.Presence.SET)),
      List.of(
          new Consequence("The replica accepts writes and continues the history from its own position.",
              Reversibility.IRREVERSIBLE),
          new Consequence("Write authority and its epoch change; the earlier epoch never returns.",
              Reversibility.IRREVERSIBLE),
          new Consequence(
              "A former primary that still accepts writes builds a second history, and what it accepts is lost.",
              Reversibility.IRREVERSIBLE),
          new Consequence("The kernel records the force as the operator's assertion (P6-A1a).",
              Reversibility.IRREVERSIBLE)),
      arguments -> new ForcePromotion(arguments.node("replica"), arguments.reason(),
          arguments.invariants("overrides")));

  public ForcePromotion {
    requireNonNull(replica, "replica");
    requireNonNull(reason, "reason");
    // A copy of a foreign SortedSet would keep its comparator; equal commands must have one order.
    overrides = Collections.unmodifiableSortedSet(new TreeSet<>(Set.copyOf(overrides)));
    if (overrides.isEmpty() || overrides.size() > MAX_OVERRIDES) {
      throw new IllegalArgumentException(
          "overrides has " + overrides.size() + " invariants but must have 1 to " + MAX_OVERRIDES);
    }
  }

  @Override
  public CommandType type() {
    return CommandType.FORCE_PROMOTION;
  }

  @Override
  public NodeId node() {
    return replica;
  }

  @Override
  public Transition transition() {
    return Transition.FORCED_PROMOTION;
  }

  @Override
  public SortedMap<String, List<String>> arguments() {
    return new TreeMap<>(
        Map.of("overrides", overrides.stream().map(InvariantId::value).toList(), "reason", List.of(reason.value()),
            "replica", List.of(replica.value())));
  }

  @Override
  public String sentence() {
    return "Promote " + replica + " to primary, overriding "
        + String.join(", ", overrides.stream().map(InvariantId::value).toList()) + ".";
  }
}
