package io.aerodb.sim;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aerodb.kernel.Snapshot.Kind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;

/** Takes snapshots of a member. Their ids are UTC basic timestamps, with a number where two fall into one second. */
final class Snapshots {
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Snapshots() {}

  static NodeRecord taken(NodeRecord node, InstantSource time) {
    return node.keeps(snapshot(node, Kind.SNAPSHOT, time));
  }

  static NodeRecord checkpointed(NodeRecord node, InstantSource time) {
    NodeRecord kept = node.keeps(snapshot(node, Kind.CHECKPOINT, time));
    return kept.with(kept.log().cutOff());
  }

  private static SnapshotRecord snapshot(NodeRecord node, Kind kind, InstantSource time) {
    Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
    String second = ID.format(now);
    long same = node.snapshots().stream().filter(taken -> taken.id().startsWith(second)).count();
    return new SnapshotRecord(same == 0 ? second : second + "-" + (same + 1), kind, now, node.wal().last(),
        checksum(node));
  }

  private static String checksum(NodeRecord node) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(node.wal().toString().getBytes(UTF_8));
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
