package io.aerodb.sim;

import io.aerodb.kernel.Finding;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.WritesAtRisk;
import java.util.List;
import java.util.Optional;

/**
 * Makes every check of a promotion, in AeroDB's order: the target's own state, the primary, the position, and the rest.
 */
final class PromotionChecks {
  private final ClusterSnapshot snapshot;
  private final NodeRecord target;

  private PromotionChecks(ClusterSnapshot snapshot, NodeRecord target) {
    this.snapshot = snapshot;
    this.target = target;
  }

  /** All of them, satisfied or not; the target is a member. */
  static List<Finding> of(ClusterSnapshot snapshot, NodeId target) {
    PromotionChecks checks = new PromotionChecks(snapshot, snapshot.node(target));
    TargetChecks state = new TargetChecks(snapshot.node(target));
    return List.of(state.enabled(), state.valid(), state.unambiguous(), state.active(), AvailabilityCheck.of(snapshot),
        checks.reached(),
        inProgress(snapshot), checks.noImplicitClaim(), checks.prefix(), checks.visible());
  }

  static Finding inProgress(ClusterSnapshot snapshot) {
    String expected = "no other transition is in progress";
    return snapshot.kernel().ongoing().isEmpty()
        ? Check.IN_PROGRESS.satisfied(expected, "the state machines are STEADY")
        : Check.IN_PROGRESS.violated(expected, "the state machines are in " + snapshot.kernel().phase() + " of request "
            + snapshot.kernel().ongoing().get().requestId(), new WritesAtRisk.None());
  }

  private Finding reached() {
    if (!target.process().readable()) {
      return Check.BEHIND_WAL.unprovable(target.node() + " holds every acknowledged write",
          target.process().evidence(target.node()),
          "the position of " + target.node(), false, unknown("the position of " + target.node() + " can't be read"));
    }
    LastCommitted committed = LastCommitted.of(snapshot);
    long held = snapshot.authority().onLine(target.wal());
    String expected = target.node() + " has reached " + Wal.at(committed.sequence()) + ", " + committed.meaning();
    String observed = target.node() + " holds the cluster's history up to " + Wal.at(held);
    if (held < committed.sequence()) {
      return Check.BEHIND_WAL.violated(expected, observed + ", " + (committed.sequence() - held) + " entries short",
          lost(held, committed));
    }
    return committed.missing().isEmpty()
        ? Check.BEHIND_WAL.satisfied(expected, observed)
        : Check.BEHIND_WAL.unprovable(expected, observed, committed.missing(), true,
            unknown("entries past " + Wal.at(held) + " can't be told: " + committed.missing() + " is not known"));
  }

  private static WritesAtRisk lost(long held, LastCommitted committed) {
    if (!committed.missing().isEmpty()) {
      return unknown("at least the entries after " + Wal.at(held) + " up to " + Wal.at(committed.sequence()) + "; "
          + committed.missing()
          + " is not known");
    }
    // A range starts after an entry; when the target holds none there is no such entry to name.
    return Wal.position(held)
        .<WritesAtRisk>map(after -> new WritesAtRisk.Range(after, Wal.position(committed.sequence()).orElseThrow()))
        .orElseGet(() -> unknown(
            "every entry up to " + Wal.at(committed.sequence()) + ": the target holds none of the cluster's history"));
  }

  private Finding noImplicitClaim() {
    String expected = "no member answers as writable without a request that made it primary";
    Optional<NodeRecord> claim = snapshot.nodes().values().stream().filter(NodeRecord::answersAsWritable)
        .filter(node -> !snapshot.authority().holder().equals(Optional.of(node.node()))).findFirst();
    return claim.isEmpty()
        ? Check.IMPLICIT_CLAIM.satisfied(expected, "no member that answers does")
        : Check.IMPLICIT_CLAIM.violated(expected, claim.get().node() + " does",
            unknown("what " + claim.get().node() + " accepted"));
  }

  private Finding prefix() {
    String expected = "the log of " + target.node() + " is a prefix of the cluster's history";
    if (!target.process().readable()) {
      return Check.NOT_PREFIX.unprovable(expected, target.process().evidence(target.node()),
          "the log of " + target.node(), false,
          unknown("the log of " + target.node() + " can't be read"));
    }
    long held = snapshot.authority().onLine(target.wal());
    return held == target.wal().last()
        ? Check.NOT_PREFIX.satisfied(expected, "all its entries are the cluster's, up to " + Wal.at(held))
        : Check.NOT_PREFIX.violated(expected,
            "it forks after " + Wal.at(held) + "; its own log ends at " + Wal.at(target.wal().last()),
            unknown("what the members acknowledged on either side after " + Wal.at(held)));
  }

  private Finding visible() {
    String expected = "every committed entry that " + target.node() + " holds is visible to its readers";
    if (!target.up()) {
      return Check.MVCC_VISIBILITY.unprovable(expected, target.process().evidence(target.node()),
          "the answer of " + target.node(), false,
          unknown(target.node() + " does not answer"));
    }
    long seen = target.log().visible();
    long held = target.wal().last();
    return seen == held
        ? Check.MVCC_VISIBILITY.satisfied(expected, "visible up to " + Wal.at(seen))
        : Check.MVCC_VISIBILITY.violated(expected, "it holds " + Wal.at(held) + ", visible up to " + Wal.at(seen),
            new WritesAtRisk.None());
  }

  static WritesAtRisk unknown(String reason) {
    return new WritesAtRisk.CannotBeTold(reason);
  }
}
