package io.aerodb.sim;

import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.NodeId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A consistent reading of a whole cluster, taken under its lock. Everything that is answered is a function of one of
 * these.
 *
 * @param kernel the kernel's state
 * @param nodes every member
 * @param marker the marker, if it is there
 * @param runner whether a living process is carrying out the ongoing order
 */
record ClusterSnapshot(KernelRecord kernel, SortedMap<NodeId, NodeRecord> nodes, Optional<Marker> marker,
    Runner runner) {
  /** Whether a living process carries out the ongoing order. */
  enum Runner {
    ALIVE,
    /** Nobody does; if there is an ongoing order, its process died. */
    NONE
  }

  ClusterSnapshot {
    nodes = Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
  }

  ClusterId cluster() {
    return authority().cluster();
  }

  AuthorityRecord authority() {
    return kernel.authority();
  }

  /** A member; only for ids that are one. */
  NodeRecord node(NodeId node) {
    NodeRecord found = nodes.get(node);
    if (found == null) {
      throw new IllegalStateException(node + " is not one of " + nodes.keySet());
    }
    return found;
  }

  boolean has(NodeId node) {
    return nodes.containsKey(node);
  }

  /** The member that holds write authority, as it is. */
  Optional<NodeRecord> holder() {
    return authority().holder().map(this::node);
  }

  List<MemberState> memberViews() {
    return nodes.values().stream().map(NodeRecord::view).toList();
  }

  /** The same cluster with nothing in progress: what an order that is itself in progress is judged by. */
  ClusterSnapshot withoutOngoing() {
    return with(kernel.idle());
  }

  ClusterSnapshot with(KernelRecord changed) {
    return new ClusterSnapshot(changed, nodes, marker, runner);
  }

  ClusterSnapshot with(SortedMap<NodeId, NodeRecord> changed) {
    return new ClusterSnapshot(kernel, changed, marker, runner);
  }
}
