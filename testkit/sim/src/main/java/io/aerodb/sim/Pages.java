package io.aerodb.sim;

import io.aerodb.kernel.MemberSnapshots;
import io.aerodb.kernel.MemberWal;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.Snapshot;
import io.aerodb.kernel.SnapshotView;
import io.aerodb.kernel.WalPosition;
import io.aerodb.kernel.WalSegment;
import io.aerodb.kernel.WalView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers WAL metadata and snapshots page by page. A segment is computed, never listed: a page costs the same wherever
 * it lies.
 */
final class Pages {
  private Pages() {}

  static WalView wal(ClusterSnapshot snapshot, Optional<NodeId> node, Page page) {
    return WalView.builder().cluster(snapshot.cluster()).epoch(snapshot.authority().epoch()).page(page)
        .addAllMembers(asked(snapshot, node).stream().map(member -> wal(member, page)).toList()).build();
  }

  static SnapshotView snapshots(ClusterSnapshot snapshot, Optional<NodeId> node, Page page) {
    return SnapshotView.builder().cluster(snapshot.cluster()).epoch(snapshot.authority().epoch()).page(page)
        .addAllMembers(asked(snapshot, node).stream().map(member -> snapshots(member, page)).toList()).build();
  }

  private static Collection<NodeRecord> asked(ClusterSnapshot snapshot, Optional<NodeId> node) {
    return node.isPresent() ? List.of(snapshot.node(node.get())) : snapshot.nodes().values();
  }

  private static MemberWal wal(NodeRecord node, Page page) {
    if (!node.up()) {
      return new MemberWal.Unreadable(node.node(), node.process().evidence(node.node()));
    }
    NodeLog log = node.log();
    Optional<WalPosition> durable = Wal.position(log.wal().last());
    return MemberWal.Readable.builder().node(node.node())
        .firstRetained(durable.flatMap(any -> Wal.position(log.firstRetained())))
        .committed(durable).durable(durable).bytes(log.bytes()).lastCheckpoint(lastCheckpoint(node))
        .segmentCount(log.segmentCount())
        .addAllSegments(segments(log, page)).build();
  }

  private static Optional<String> lastCheckpoint(NodeRecord node) {
    return node.snapshots().stream().filter(taken -> taken.kind() == Snapshot.Kind.CHECKPOINT).map(SnapshotRecord::id)
        .reduce((before, here) -> here);
  }

  private static List<WalSegment> segments(NodeLog log, Page page) {
    long firstFile = (log.firstRetained() - 1) / NodeLog.SEGMENT_ENTRIES;
    List<WalSegment> segments = new ArrayList<>();
    for (long i = page.offset(); i < Math.min(log.segmentCount(), page.offset() + page.size()); i++) {
      long file = firstFile + i;
      long first = Math.max(log.firstRetained(), file * NodeLog.SEGMENT_ENTRIES + 1);
      long last = Math.min(log.wal().last(), (file + 1) * NodeLog.SEGMENT_ENTRIES);
      segments.add(new WalSegment(String.format(Locale.ROOT, "%016x.wal", file), Wal.position(first).orElseThrow(),
          Wal.position(last).orElseThrow(), (last - first + 1) * Wal.ENTRY_BYTES));
    }
    return segments;
  }

  private static MemberSnapshots snapshots(NodeRecord node, Page page) {
    return node.up()
        ? new MemberSnapshots.Readable(node.node(), node.snapshots().size(),
            node.snapshots().stream().skip(page.offset()).limit(page.size()).map(SnapshotRecord::view).toList())
        : new MemberSnapshots.Unreadable(node.node(), node.process().evidence(node.node()));
  }
}
