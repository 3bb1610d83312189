package io.aerodb.sim;

import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.NodeId;
import java.util.List;
import java.util.Optional;

/**
 * Checks whether the last primary is known not to accept writes (P6-A1). Its silence proves nothing; a demotion, its
 * supervision and its own answer do. An operator's assertion stands in for missing evidence alone, never beside a
 * member that answers as writable (P6-A1a).
 */
final class AvailabilityCheck {
  private static final String EXPECTED = "no member but the target can accept writes";

  private AvailabilityCheck() {}

  static Finding of(ClusterSnapshot snapshot) {
    List<NodeId> writable =
        snapshot.nodes().values().stream().filter(NodeRecord::answersAsWritable).map(NodeRecord::node).toList();
    if (!writable.isEmpty()) {
      return Check.PRIMARY_STILL_ACTIVE.violated(EXPECTED, writable.getFirst() + " answers as PrimaryActive",
          PromotionChecks.unknown("whatever " + writable.getFirst() + " goes on acknowledging"));
    }
    Optional<NodeRecord> silent = silent(snapshot);
    return silent.isPresent()
        ? Check.PRIMARY_STILL_ACTIVE.unprovable(EXPECTED, silent.get().process().evidence(silent.get().node()),
            "whether " + silent.get().node() + " accepts writes", true,
            PromotionChecks.unknown(
                "what " + silent.get().node() + " acknowledged since it last answered, and goes on acknowledging"))
        : Check.PRIMARY_STILL_ACTIVE.satisfied(EXPECTED, evidence(snapshot));
  }

  /** A member that holds or held authority and of which nobody can tell whether it accepts writes. */
  static Optional<NodeRecord> silent(ClusterSnapshot snapshot) {
    Optional<NodeRecord> holder = snapshot.holder().filter(node -> !node.process().readable());
    return holder.isPresent()
        ? holder
        : snapshot.authority().passedOver().stream().map(snapshot::node).filter(node -> !node.process().readable())
            .findFirst();
  }

  private static String evidence(ClusterSnapshot snapshot) {
    Optional<NodeRecord> holder = snapshot.holder();
    if (holder.isPresent()) {
      NodeRecord node = holder.get();
      return node.up() ? node.node() + " answers as " + States.name(node.replication()) + ", it accepts no writes"
          : node.process().evidence(node.node());
    }
    CompletedTransition demotion = snapshot.authority().last().orElseThrow();
    return demotion.target() + " was demoted at " + Wal.at(snapshot.authority().line().last()) + " by request "
        + demotion.requestId();
  }
}
