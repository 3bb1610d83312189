package io.aerodb.audit.journal;

import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.JsonFormatException;
import io.aerodb.audit.state.Draft;
import io.aerodb.audit.state.LogState;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Whole lines of a batch whose commit line was not reached yet, while a segment is read. */
final class Pending {
  private final LogState state;
  private final Draft draft;
  private final Index index;
  private final String origin;
  private final long first;
  private final long start;
  private final CRC32C crc = new CRC32C();
  private final java.util.List<Hit> hits = new java.util.ArrayList<>();
  private long end;

  private record Hit(long offset, int hash) {}

  /**
   * Begins a batch.
   *
   * @param start the offset of its first line
   */
  Pending(LogState state, Index index, String origin, long start) {
    this.state = state;
    this.draft = state.draft();
    this.index = index;
    this.origin = origin;
    this.first = state.standing().last() + 1;
    this.start = start;
    this.end = start;
  }

  /** Takes the next line in; says why it can't be the next record of this log, and keeps nothing of it then. */
  Optional<String> take(byte[] line) {
    AuditRecord record;
    try {
      record = AuditRecord.parse(line);
    } catch (JsonFormatException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    if (!record.origin().equals(origin)) {
      return Optional.of("record is of another log");
    }
    Optional<String> refusal = draft.replay(record);
    if (refusal.isEmpty()) {
      hits.add(new Hit(end, Index.hash(record.event().requestId())));
      crc.update(line);
      crc.update('\n');
      end += line.length + 1;
    }
    return refusal;
  }

  /** Says why a commit line doesn't close these lines. */
  Optional<String> misfit(CommitLine commit) {
    if (isEmpty()) {
      return Optional.of("commit line of an empty batch");
    }
    return commit.equals(commit()) ? Optional.empty() : Optional.of("commit line does not fit its batch");
  }

  /** The line that closes these. */
  CommitLine commit() {
    return new CommitLine(first, last(), (int) crc.getValue());
  }

  /** Makes the lines part of the log. */
  void publish() {
    hits.forEach(hit -> index.add(hit.offset(), hit.hash()));
    state.commit(draft);
  }

  boolean isEmpty() {
    return hits.isEmpty();
  }

  long first() {
    return first;
  }

  /** Sequence of the last line; one before {@link #first()} when there is none. */
  long last() {
    return first + hits.size() - 1;
  }

  /** The offset of the first line. */
  long start() {
    return start;
  }

  /** The offset after the last line. */
  long end() {
    return end;
  }
}
