package io.aerodb.audit.verify;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.AuditTrail;
import io.aerodb.audit.merkle.MerkleTree;
import java.util.List;
import java.util.Optional;

/** Reads a trail record by record, and believes what it finds there and nothing that the log says of itself. */
final class TrailReader {
  private final AuditTrail trail;
  private final MerkleTree tree = new MerkleTree();
  private long last;

  TrailReader(AuditTrail trail) {
    this.trail = requireNonNull(trail, "trail");
  }

  /** The tree over what was read so far. */
  MerkleTree tree() {
    return tree;
  }

  /** Adds records to the tree up to that one, or as many as there are; what is no log is answered in words. */
  Optional<String> upTo(long size) {
    List<AuditRecord> page;
    do {
      page = page(size - last);
      for (AuditRecord record : page) {
        if (record.sequence() != last + 1 || !record.origin().equals(trail.origin())) {
          return Optional.of("in the place of record " + (last + 1) + " stands record " + record.sequence()
              + " of log '" + record.origin() + "'");
        }
        tree.add(record.leafHash());
        last++;
      }
    } while (!page.isEmpty());
    return Optional.empty();
  }

  /** How many records follow those that were read. What they say of their own place is not believed. */
  long beyond() {
    long covered = last;
    for (List<AuditRecord> page = page(Long.MAX_VALUE); !page.isEmpty(); page = page(Long.MAX_VALUE)) {
      last += page.size();
    }
    return last - covered;
  }

  private List<AuditRecord> page(long most) {
    int limit = (int) Math.min(most, AuditQuery.MAX_LIMIT);
    return limit == 0 ? List.of() : trail.read(AuditQuery.builder().after(last).limit(limit).build());
  }
}
