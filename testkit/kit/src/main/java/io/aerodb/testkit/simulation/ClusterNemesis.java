package io.aerodb.testkit.simulation;

import io.aerodb.kernel.HaltReason;
import io.aerodb.kernel.NodeId;
import io.aerodb.sim.ClusterEvent;
import java.util.List;
import java.util.SplittableRandom;

/** The nemesis of the cluster: it draws what happens to the members, who come back more often than they go. */
final class ClusterNemesis {
  private final Dice dice;
  private final List<NodeId> members;

  ClusterNemesis(SplittableRandom random, List<NodeId> members) {
    this.dice = new Dice(random);
    this.members = members;
  }

  ClusterEvent next() {
    NodeId node = dice.pick(members);
    return switch (dice.below(14)) {
      case 0, 1, 2 -> new ClusterEvent.Write(node, 1 + dice.below(5));
      case 3, 4, 5, 6, 7, 8 -> new ClusterEvent.Return(node);
      case 9 -> dice.once(2) ? new ClusterEvent.Kill(node) : new ClusterEvent.CatchUp(node);
      case 10 -> new ClusterEvent.Freeze(node);
      case 11 -> new ClusterEvent.Isolate(node);
      case 12 -> new ClusterEvent.Lag(node, 1 + dice.below(3));
      default -> dice.once(40) ? new ClusterEvent.Halt(node, dice.pick(HaltReason.values()))
          : dice.once(20) ? new ClusterEvent.Diverge(node, 1 + dice.below(3)) : new ClusterEvent.TakeSnapshot(node);
    };
  }
}
