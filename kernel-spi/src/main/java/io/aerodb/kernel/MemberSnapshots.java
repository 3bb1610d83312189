package io.aerodb.kernel;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Snapshots and checkpoints of one member.
 *
 * @since 0.1
 */
public sealed interface MemberSnapshots {
  /** The member. */
  NodeId node();

  /**
   * The member answered.
   *
   * @param node the member
   * @param count how many there are in all, 0 or more
   * @param snapshots those on the requested page, oldest first; at most 100
   */
  @SuppressWarnings("AvoidCommonTypeNames") // never used beside java.lang.Readable
  record Readable(NodeId node, long count, List<Snapshot> snapshots) implements MemberSnapshots {
    public Readable {
      requireNonNull(node, "node");
      Checks.count("snapshot count", count);
      snapshots = List.copyOf(snapshots);
      Checks.range("snapshots on the page", snapshots.size(), 0, Math.min(Page.MAX_SIZE, count));
    }
  }

  /**
   * The member could not be read. That is a complete fact.
   *
   * @param node the member
   * @param evidence what was tried and what came of it, 1 to 1,000 characters
   */
  record Unreadable(NodeId node, String evidence) implements MemberSnapshots {
    public Unreadable {
      requireNonNull(node, "node");
      Checks.text("evidence", evidence, Checks.MAX_TEXT);
    }
  }
}
