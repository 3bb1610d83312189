package io.aerodb.testkit.simulation;

import io.aerodb.command.CommandInput;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Transition;
import io.aerodb.sim.ClusterEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Knows who holds write authority, as a well-informed operator does, and turns a wish into the command it takes. */
final class WriteAuthority {
  private final ClusterUnderTest cluster;

  WriteAuthority(ClusterUnderTest cluster) {
    this.cluster = cluster;
  }

  /** The command that the wish comes to now. */
  CommandInput input(Op.Control ask) {
    Optional<NodeId> primary = primary();
    NodeId member = member(ask.member(), primary);
    return switch (ask.wish()) {
      case HAND_OVER -> primary.isPresent() ? input(ask, "request_demotion", "primary", primary.get(), List.of())
          : input(ask, "request_promotion", "replica", member, List.of());
      case TAKE_OVER -> input(ask, "request_promotion", "replica", member, List.of());
      case FORCE_AUTHORITY -> input(ask, "force_promotion", "replica", member, List.of("P6-A1"));
      case FORCE_AUTHORITY_AND_POSITION ->
          input(ask, "force_promotion", "replica", member, List.of("P6-A1", "P6-S1"));
      case FORCE_LOG -> input(ask, "force_promotion", "replica", member, List.of("P6-S2"));
    };
  }

  /** How the one that holds it is lost; empty when nobody does. */
  Optional<ClusterEvent> lost(Op.LossKind how) {
    return primary().map(node -> switch (how) {
      case KILLED -> new ClusterEvent.Kill(node);
      case FROZEN -> new ClusterEvent.Freeze(node);
      case ISOLATED -> new ClusterEvent.Isolate(node);
    });
  }

  /** That it is back. */
  Optional<ClusterEvent> back() {
    return primary().map(ClusterEvent.Return::new);
  }

  private Optional<NodeId> primary() {
    List<AuthorityChange> changes = cluster.authorityChanges();
    if (changes.isEmpty()) {
      return Optional.of(cluster.members().getFirst());
    }
    AuthorityChange last = changes.getLast();
    return last.transition() == Transition.DEMOTION ? Optional.empty() : Optional.of(last.target());
  }

  private NodeId member(int number, Optional<NodeId> primary) {
    List<NodeId> members = cluster.members();
    NodeId member = members.get(number % members.size());
    return primary.equals(Optional.of(member)) ? members.get((number + 1) % members.size()) : member;
  }

  private static CommandInput input(Op.Control ask, String command, String role, NodeId member,
      List<String> overrides) {
    Map<String, List<String>> arguments =
        new TreeMap<>(Map.of(role, List.of(member.value()), "reason", List.of("simulated")));
    if (!overrides.isEmpty()) {
      arguments.put("overrides", overrides);
    }
    return CommandInput.of(Optional.of(ask.request()), Optional.of(command), arguments);
  }
}
