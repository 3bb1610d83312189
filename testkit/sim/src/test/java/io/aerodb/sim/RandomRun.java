package io.aerodb.sim;

import io.aerodb.kernel.HaltReason;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws the events and orders of a random run from one seed. */
final class RandomRun {
  private final SplittableRandom random;
  private int orders;
  private final List<TransitionOrder> given = new ArrayList<>();

  RandomRun(long seed) {
    this.random = new SplittableRandom(seed);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  int upTo(int bound) {
    return 1 + random.nextInt(bound);
  }

  List<TransitionOrder> given() {
    return given;
  }

  NodeId node(SimFixture sim) {
    List<NodeId> members =
        new ArrayList<>(
            SimFixture.value(sim.kernel.inspectClusterState()).members().stream().map(m -> m.node()).toList());
    members.add(SimFixture.NOBODY);
    return members.get(random.nextInt(members.size()));
  }

  ClusterEvent event(SimFixture sim) {
    NodeId node = node(sim);
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4 -> new ClusterEvent.Write(sim.cluster.primary().orElse(node), upTo(90));
      case 5 -> new ClusterEvent.Write(node, upTo(10));
      case 6 -> new ClusterEvent.Kill(node);
      case 7 -> new ClusterEvent.Freeze(node);
      case 8 -> new ClusterEvent.Isolate(node);
      case 9, 10, 11 -> new ClusterEvent.Return(node);
      case 12 -> new ClusterEvent.Lag(node, upTo(9));
      case 13, 14, 15 -> new ClusterEvent.CatchUp(node);
      case 16 -> chance(20) ? new ClusterEvent.Halt(node, HaltReason.values()[random.nextInt(6)])
          : new ClusterEvent.TakeSnapshot(node);
      case 17 -> chance(30) ? new ClusterEvent.Diverge(node, upTo(5)) : new ClusterEvent.Checkpoint(node);
      case 18 -> chance(20) ? new ClusterEvent.Disable(node) : new ClusterEvent.StallVisibility(node);
      default -> new ClusterEvent.Join(new NodeId("n" + random.nextInt(4)));
    };
  }

  /** A new order, or now and then one that was given before. */
  TransitionOrder order(SimFixture sim) {
    if (!given.isEmpty() && chance(10)) {
      return given.get(random.nextInt(given.size()));
    }
    orders++;
    Transition transition = Transition.values()[random.nextInt(3)];
    NodeId target =
        transition == Transition.DEMOTION && chance(80) ? sim.cluster.primary().orElse(SimFixture.A) : node(sim);
    String[] acknowledged = transition == Transition.FORCED_PROMOTION
        ? chance(70)
            ? new String[]{Check.PRIMARY_STILL_ACTIVE.code(), Check.BEHIND_WAL.code()}
            : new String[]{Check.values()[random.nextInt(10)].code()}
        : new String[0];
    TransitionOrder order = SimFixture.order("r-" + orders, transition, target, sim.epoch(), acknowledged);
    given.add(order);
    return order;
  }
}
