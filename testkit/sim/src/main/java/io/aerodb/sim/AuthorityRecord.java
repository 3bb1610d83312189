package io.aerodb.sim;

import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.NodeId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The kernel's durable record of who may write, under which epoch and from which history on. Nothing here follows from
 * who answers or how far anyone got (P6-A3).
 *
 * @param cluster the cluster
 * @param number of the epoch; each change of authority takes the next one, so that no epoch ever returns
 * @param holder the member that holds write authority; empty after a demotion
 * @param line the cluster's history up to the newest change of authority; after it only the holder may write
 * @param passedOver former holders that were passed by a force and were not seen since: whether they still accept
 *     writes can't be told
 * @param last the newest completed transition
 */
record AuthorityRecord(ClusterId cluster, long number, Optional<NodeId> holder, Wal line, SortedSet<NodeId> passedOver,
    Optional<CompletedTransition> last) {
  static AuthorityRecord initial(ClusterId cluster, NodeId first) {
    return new AuthorityRecord(cluster, 1, Optional.of(first), Wal.EMPTY, new TreeSet<>(), Optional.empty());
  }

  AuthorityEpoch epoch() {
    return epoch(number);
  }

  /** The epoch carries the cluster's id, so that epochs of two clusters never agree. */
  AuthorityEpoch epoch(long counter) {
    return new AuthorityEpoch(cluster + "/epoch-" + counter);
  }

  /** What entries written under this epoch are marked with. */
  String writer() {
    return Long.toString(number);
  }

  /** How many leading entries of a log belong to the cluster's history. */
  long onLine(Wal wal) {
    return holder.isPresent() ? wal.onLine(line, writer()) : wal.commonWith(line);
  }

  AuthorityRecord without(NodeId seen) {
    SortedSet<NodeId> left = new TreeSet<>(passedOver);
    left.remove(seen);
    return new AuthorityRecord(cluster, number, holder, line, left, last);
  }

  static AuthorityRecord read(Fields fields) {
    Fields last = fields.part("last.");
    return new AuthorityRecord(new ClusterId(fields.text("cluster")), fields.number("epoch"),
        fields.optional("holder").map(NodeId::new),
        Wal.parse(fields.text("line")), nodes(fields.text("passed-over")),
        last.isEmpty() ? Optional.empty() : Optional.of(Transitions.read(last)));
  }

  Fields fields() {
    Fields fields = Fields.empty().put("cluster", cluster).put("epoch", number).put("holder", holder).put("line", line)
        .put("passed-over", text(passedOver));
    last.ifPresent(done -> fields.putAll("last.", Transitions.fields(done)));
    return fields;
  }

  static SortedSet<NodeId> nodes(String text) {
    SortedSet<NodeId> nodes = new TreeSet<>();
    List.of(text.split(",", -1)).stream().filter(node -> !node.isEmpty()).map(NodeId::new).forEach(nodes::add);
    return nodes;
  }

  static String text(Collection<NodeId> nodes) {
    return String.join(",", nodes.stream().map(NodeId::value).toList());
  }
}
