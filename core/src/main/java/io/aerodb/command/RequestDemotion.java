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
 * {@code request_demotion}: asks the kernel to demote the primary. A node that is not the only writable member is
 * refused, and the write outage that follows is explained (CM-6.2).
 *
 * @param primary the member to demote; exact
 * @param reason why
 * @since 0.1
 */
public record RequestDemotion(NodeId primary, Reason reason) implements ControlCommand {
  static final CommandDefinition DEFINITION =
      new CommandDefinition("request_demotion", CommandClass.CONTROL, ConfirmationKind.STANDARD,
          "Asks the kernel to demote the primary.", "requestDemotion",
          List.of(new Argument("primary", ArgumentKind.NODE_ID, Argument.Presence.REQUIRED),
              new Argument("reason", ArgumentKind.REASON, Argument.Presence.REQUIRED)),
          List.of(new Consequence("No member accepts writes until a promotion succeeds.", Reversibility.REVERSIBLE),
              new Consequence("Writes that clients attempt in the meantime fail.", Reversibility.IRREVERSIBLE),
              new Consequence("Write authority is given up at one final position; the earlier epoch never returns.",
                  Reversibility.IRREVERSIBLE)),
          arguments -> new RequestDemotion(arguments.node("primary"), arguments.reason()));

  public RequestDemotion {
    requireNonNull(primary, "primary");
    requireNonNull(reason, "reason");
  }

  @Override
  public CommandType type() {
    return CommandType.REQUEST_DEMOTION;
  }

  @Override
  public NodeId node() {
    return primary;
  }

  @Override
  public Transition transition() {
    return Transition.DEMOTION;
  }

  @Override
  public SortedSet<InvariantId> overrides() {
    return Collections.emptySortedSet();
  }

  @Override
  public SortedMap<String, List<String>> arguments() {
    return new TreeMap<>(Map.of("primary", List.of(primary.value()), "reason", List.of(reason.value())));
  }

  @Override
  public String sentence() {
    return "Demote " + primary + ", so that no member accepts writes.";
  }
}
