package io.aerodb.sim;

import io.aerodb.kernel.DiagnosticCost;
import io.aerodb.kernel.DiagnosticReport;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.MemberCost;
import io.aerodb.kernel.MemberDiagnostics;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Collects diagnostics from a simulated member: each piece costs one statement, the bytes it reads and a simulated
 * time. A piece that would go past the ceiling is not begun.
 */
final class Diagnostics {
  private static final Duration STATEMENT = Duration.ofMillis(2);
  private static final long BYTES_PER_MILLI = 65_536;
  private static final String LOCK = "a shared lock on the WAL directory, against checkpoints, while segments are read";

  private Diagnostics() {}

  /** One piece of diagnostics, and how many bytes it reads. */
  private record Piece(String name, String value, long bytes) {
    Duration duration() {
      return STATEMENT.plusMillis(bytes / BYTES_PER_MILLI);
    }
  }

  static DiagnosticCost estimate(ClusterSnapshot snapshot, DiagnosticScope scope) {
    return DiagnosticCost.builder().cluster(snapshot.cluster()).scope(scope)
        .addAllMembers(snapshot.nodes().values().stream().map(node -> cost(node, scope)).toList()).build();
  }

  static DiagnosticReport run(ClusterSnapshot snapshot, DiagnosticCost ceiling) {
    return DiagnosticReport.builder().cluster(snapshot.cluster()).epoch(snapshot.authority().epoch())
        .scope(ceiling.scope())
        .addAllMembers(
            ceiling.members().stream().map(bound -> collect(snapshot.node(bound.node()), ceiling.scope(), bound))
                .toList())
        .build();
  }

  private static MemberCost cost(NodeRecord node, DiagnosticScope scope) {
    // Of a silent member the bound is one attempt: should it answer by then, the run stops at that.
    List<Piece> pieces = node.up() ? pieces(node, scope) : List.of(new Piece("attempt", node.node().value(), 0));
    Duration duration = pieces.stream().map(Piece::duration).reduce(Duration.ZERO, Duration::plus);
    return MemberCost.builder().node(node.node()).maxStatements(pieces.size())
        .maxBytesRead(pieces.stream().mapToLong(Piece::bytes).sum())
        .maxDuration(duration).addAllLocks(scope == DiagnosticScope.DEEP && node.up() ? List.of(LOCK) : List.of())
        .build();
  }

  private static MemberDiagnostics collect(NodeRecord node, DiagnosticScope scope, MemberCost bound) {
    if (!node.up()) {
      return new MemberDiagnostics.Unreadable(node.node(), node.process().evidence(node.node()));
    }
    TreeMap<String, String> entries = new TreeMap<>();
    long statements = 0;
    long bytes = 0;
    Duration duration = Duration.ZERO;
    MemberDiagnostics.Completion completion = MemberDiagnostics.Completion.COMPLETE;
    for (Piece piece : pieces(node, scope)) {
      if (statements + 1 > bound.maxStatements() || bytes + piece.bytes() > bound.maxBytesRead()
          || duration.plus(piece.duration()).compareTo(bound.maxDuration()) > 0) {
        completion = MemberDiagnostics.Completion.STOPPED_AT_CEILING;
        break;
      }
      statements++;
      bytes += piece.bytes();
      duration = duration.plus(piece.duration());
      entries.put(piece.name(), piece.value());
    }
    return MemberDiagnostics.Collected.builder().node(node.node()).completion(completion).putAllEntries(entries)
        .statements(statements)
        .bytesRead(bytes).duration(duration).build();
  }

  private static List<Piece> pieces(NodeRecord node, DiagnosticScope scope) {
    NodeLog log = node.log();
    List<Piece> summary = List.of(new Piece("replication.state", States.name(node.replication()), 0),
        new Piece("replication.last_error", node.lastError().orElse("none"), 0),
        new Piece("wal.position", Wal.at(log.wal().last()), 0),
        new Piece("mvcc.visible", Wal.at(log.visible()), 0));
    List<Piece> deep =
        List.of(new Piece("wal.entries_read", Long.toString(log.wal().last() - log.firstRetained() + 1), log.bytes()),
            new Piece("wal.history", log.wal().toString().isEmpty() ? "empty" : log.wal().toString(), 4_096),
            new Piece("snapshots.count", Integer.toString(node.snapshots().size()), 512));
    return scope == DiagnosticScope.SUMMARY ? summary : Stream.concat(summary.stream(), deep.stream()).toList();
  }
}
