package io.aerodb.sim;

import java.util.Optional;

/**
 * The newest sequence that is known to be committed. Exact when it can be read; otherwise only a bound: an entry that
 * any readable member holds was committed, and nobody knows how many more were.
 *
 * @param sequence known to be committed; 0 when nothing is
 * @param meaning what the sequence is, for texts
 * @param missing what would be needed to know more; empty when the sequence is exact
 */
record LastCommitted(long sequence, String meaning, String missing) {
  static LastCommitted of(ClusterSnapshot snapshot) {
    Optional<NodeRecord> holder = snapshot.holder();
    if (holder.isEmpty()) {
      return new LastCommitted(snapshot.authority().line().last(), "where authority was given up", "");
    }
    NodeRecord node = holder.get();
    if (node.process().readable()) {
      String how = node.up() ? "which it answers" : "read from what its process left on disk";
      return new LastCommitted(node.wal().last(), "the last entry committed by " + node.node() + ", " + how, "");
    }
    long bound = snapshot.nodes().values().stream().filter(member -> member.process().readable())
        .mapToLong(member -> snapshot.authority().onLine(member.wal())).max().orElse(0);
    return new LastCommitted(Math.max(bound, snapshot.authority().line().last()),
        "the newest entry that a readable member holds",
        "the last entry acknowledged by " + node.node());
  }
}
