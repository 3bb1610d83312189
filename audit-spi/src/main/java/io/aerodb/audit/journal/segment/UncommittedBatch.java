package io.aerodb.audit.journal.segment;

import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.json.JsonFormatException;
import io.aerodb.audit.judge.BatchDraft;
import io.aerodb.audit.judge.LogState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Whole lines of a batch whose commit line was not reached yet, while a segment is read. */
public final class UncommittedBatch {
  private final LogState state;
  private final BatchDraft draft;
  private final RecordIndex index;
  private final String origin;
  private final long first;
  private final long start;
  private final CRC32C crc = new CRC32C();
  private final List<Hit> hits = new ArrayList<>();
  private long end;

  private record Hit(long offset, int hash) {}

  /**
   * Begins a batch.
   *
   * @param start the offset of its first line
   */
  UncommittedBatch(LogState state, RecordIndex index, String origin, long start) {
    this.state = state;
    this.draft = state.draft();
    this.index = index;
    this.origin = origin;
    this.first = state.snapshot().last() + 1;
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
      hits.add(new Hit(end, RecordIndex.hash(record.event().requestId())));
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
  public CommitLine commit() {
    return new CommitLine(first, last(), (int) crc.getValue());
  }

  /** Makes the lines part of the log. */
  public void publish() {
    hits.forEach(hit -> index.add(hit.offset(), hit.hash()));
    state.commit(draft);
  }

  public boolean isEmpty() {
    return hits.isEmpty();
  }

  public long first() {
    return first;
  }

  /** Sequence of the last line; one before {@link #first()} when there is none. */
  public long last() {
    return first + hits.size() - 1;
  }

  /** The offset of the first line. */
  public long start() {
    return start;
  }

  /** The offset after the last line. */
  public long end() {
    return end;
  }
}
