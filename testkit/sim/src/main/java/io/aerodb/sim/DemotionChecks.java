package io.aerodb.sim;

import io.aerodb.kernel.Finding;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.WritesAtRisk;
import java.util.List;
import java.util.Optional;

/**
 * Makes every check of a demotion: the target is the only writable member, its final position can be noted, and nothing
 * else is in progress.
 */
final class DemotionChecks {
  private DemotionChecks() {}

  /** All of them, satisfied or not; the target is a member. */
  static List<Finding> of(ClusterSnapshot snapshot, NodeId target) {
    NodeRecord node = snapshot.node(target);
    return List.of(writable(node), only(snapshot, target), finalPosition(node), PromotionChecks.inProgress(snapshot));
  }

  private static Finding writable(NodeRecord target) {
    String expected = target.node() + " answers as PrimaryActive";
    if (!target.process().readable()) {
      return Check.NOT_WRITABLE.unprovable(expected, target.process().evidence(target.node()),
          "the answer of " + target.node(), false,
          risk(target.node()));
    }
    return target.answersAsWritable()
        ? Check.NOT_WRITABLE.satisfied(expected, "it does, at " + Wal.at(target.wal().last()))
        : Check.NOT_WRITABLE.violated(expected, target.up() ? "it answers as " + States.name(target.replication())
            : target.process().evidence(target.node()), new WritesAtRisk.None());
  }

  private static Finding only(ClusterSnapshot snapshot, NodeId target) {
    String expected = "no member but " + target + " can accept writes";
    Optional<NodeId> second =
        snapshot.nodes().values().stream().filter(NodeRecord::answersAsWritable).map(NodeRecord::node)
            .filter(node -> !node.equals(target)).findFirst();
    if (second.isPresent()) {
      return Check.NOT_ONLY_WRITABLE.violated(expected, second.get() + " answers as PrimaryActive", risk(second.get()));
    }
    Optional<NodeRecord> silent = AvailabilityCheck.silent(snapshot).filter(node -> !node.node().equals(target));
    return silent.isEmpty()
        ? Check.NOT_ONLY_WRITABLE.satisfied(expected,
            "no other member holds write authority or was passed over while it did")
        : Check.NOT_ONLY_WRITABLE.unprovable(expected, silent.get().process().evidence(silent.get().node()),
            "whether " + silent.get().node() + " accepts writes", false, risk(silent.get().node()));
  }

  private static Finding finalPosition(NodeRecord target) {
    String expected = "the final position of " + target.node() + " can be read and noted";
    return target.up()
        ? Check.FINAL_POSITION.satisfied(expected, "it ends at " + Wal.at(target.wal().last()))
        : Check.FINAL_POSITION.unprovable(expected, target.process().evidence(target.node()),
            "the answer of " + target.node(), false,
            risk(target.node()));
  }

  private static WritesAtRisk risk(NodeId node) {
    return PromotionChecks.unknown("what " + node + " acknowledges after authority was given up");
  }
}
