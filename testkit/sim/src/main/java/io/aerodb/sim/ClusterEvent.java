package io.aerodb.sim;

import io.aerodb.kernel.HaltReason;
import io.aerodb.kernel.NodeId;

/**
 * An event that happens to a cluster and that nobody ordered: writes, failures, returns and the like. No event moves
 * write authority.
 *
 * @since 0.1
 */
public sealed interface ClusterEvent {
  /** The member it happens to. */
  NodeId node();

  /**
   * Clients write through a primary. If it is up, every replica that follows takes the entries in; if it lost its
   * network, nobody does.
   *
   * @param node the primary
   * @param entries 1 to 1,000,000
   */
  record Write(NodeId node, long entries) implements ClusterEvent {
    public Write {
      requireEntries(entries);
    }
  }

  /** The process dies; its supervision knows, and can read what it left on disk. */
  record Kill(NodeId node) implements ClusterEvent {}

  /** The member gives no answer any more; nobody can tell whether its process runs. */
  record Freeze(NodeId node) implements ClusterEvent {}

  /** The member loses its network; nobody can tell whether it accepts writes on its side. */
  record Isolate(NodeId node) implements ClusterEvent {}

  /**
   * The member answers again. One that still takes itself for the primary, after authority moved on, halts for
   * ambiguous authority.
   */
  record Return(NodeId node) implements ClusterEvent {}

  /**
   * The primary writes entries that this replica does not get; from then on the replica stays that much further behind.
   *
   * @param node the replica
   * @param entries 1 to 1,000,000
   */
  record Lag(NodeId node, long entries) implements ClusterEvent {
    public Lag {
      requireEntries(entries);
    }
  }

  /** A replica, or a member without any history, takes in everything it lacks and makes it visible. */
  record CatchUp(NodeId node) implements ClusterEvent {}

  /**
   * Replication of the member halts.
   *
   * @param node the member
   * @param reason why
   */
  record Halt(NodeId node, HaltReason reason) implements ClusterEvent {}

  /**
   * Entries that the cluster never wrote get into a replica's log. It does not know, and goes on answering as a
   * replica until the next entries do not fit.
   *
   * @param node the replica
   * @param entries 1 to 1,000,000
   */
  record Diverge(NodeId node, long entries) implements ClusterEvent {
    public Diverge {
      requireEntries(entries);
    }
  }

  /** A replica takes entries in from now on without making them visible, until it catches up. */
  record StallVisibility(NodeId node) implements ClusterEvent {}

  /** Replication is switched off on a replica. */
  record Disable(NodeId node) implements ClusterEvent {}

  /** A new member without any history joins. */
  record Join(NodeId node) implements ClusterEvent {}

  /** The member takes a snapshot. */
  record TakeSnapshot(NodeId node) implements ClusterEvent {}

  /** The member takes a snapshot and cuts its log off before the current segment. */
  record Checkpoint(NodeId node) implements ClusterEvent {}

  private static void requireEntries(long entries) {
    if (entries < 1 || entries > 1_000_000) {
      throw new IllegalArgumentException("entries is '" + entries + "' but must be from 1 to 1000000");
    }
  }
}
