package io.aerodb.command;

import static java.util.Objects.requireNonNull;

import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Reversibility;
import io.aerodb.kernel.Transition;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * {@code request_promotion}: asks the kernel to promote a replica. Refused unless the kernel finds every check
 * satisfied (CM-6.1a to d).
 *
 * @param replica the member to promote; exact
 * @param reason why
 * @since 0.1
 */
public record RequestPromotion(NodeId replica, Reason reason) implements ControlCommand {
  static final CommandDefinition DEFINITION =
      new CommandDefinition("request_promotion", CommandClass.CONTROL, ConfirmationKind.STANDARD,
          "Asks the kernel to promote a replica to primary.", "requestPromotion",
          List.of(new Argument("replica", ArgumentKind.NODE_ID, Argument.Presence.REQUIRED),
              new Argument("reason", ArgumentKind.REASON, Argument.Presence.REQUIRED)),
          List.of(
              new Consequence("The replica accepts writes and continues the history from its own position.",
                  Reversibility.IRREVERSIBLE),
              new Consequence("Write authority and its epoch change; the earlier epoch never returns.",
                  Reversibility.IRREVERSIBLE),
              new Consequence("Which member is primary can be changed again by a demotion and another promotion.",
                  Reversibility.REVERSIBLE)),
          arguments -> new RequestPromotion(arguments.node("replica"), arguments.reason()));

  public RequestPromotion {
    requireNonNull(replica, "replica");
    requireNonNull(reason, "reason");
  }

  @Override
  public CommandType type() {
    return CommandType.REQUEST_PROMOTION;
  }

  @Override
  public NodeId node() {
    return replica;
  }

  @Override
  public Transition transition() {
    return Transition.PROMOTION;
  }

  @Override
  public SortedSet<InvariantId> overrides() {
    return Collections.emptySortedSet();
  }

  @Override
  public SortedMap<String, List<String>> arguments() {
    return new TreeMap<>(Map.of("reason", List.of(reason.value()), "replica", List.of(replica.value())));
  }

  @Override
  public String sentence() {
    return "Promote " + replica + " to primary.";
  }
}
