package io.aerodb.sim;

import io.aerodb.kernel.Snapshot;
import io.aerodb.kernel.WalPosition;
import java.time.Instant;

/**
 * The durable metadata of one snapshot that a member took. The content itself is not simulated, so nothing here can
 * ever be called verified.
 */
record SnapshotRecord(String id, Snapshot.Kind kind, Instant createdAt, long sequence, String checksum) {
  Snapshot view() {
    return Snapshot.builder().id(id).kind(kind).createdAt(createdAt)
        .position(new WalPosition(sequence, sequence * Wal.ENTRY_BYTES))
        .checksum(checksum).verification(Snapshot.Verification.NOT_VERIFIED).build();
  }

  static SnapshotRecord read(Fields fields) {
    return new SnapshotRecord(fields.text("id"), Snapshot.Kind.valueOf(fields.text("kind")),
        Instant.parse(fields.text("created-at")),
        fields.number("sequence"), fields.text("checksum"));
  }

  Fields fields() {
    return Fields.empty().put("id", id).put("kind", kind).put("created-at", createdAt).put("sequence", sequence)
        .put("checksum", checksum);
  }
}
