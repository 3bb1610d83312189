package io.aerodb.audit.journal.segment;

import io.aerodb.audit.journal.disk.DiskReader;
import io.aerodb.audit.judge.LogState;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads the segments from the beginning, or from where it last stopped, and makes every closed batch part of the state.
 * It stops after the last commit line and says what stands behind it; it writes nothing. Not thread-safe.
 */
public final class SegmentScanner {
  private final JournalLayout files;
  private final String origin;
  private final LogState state;
  private final RecordIndex index;
  private int segmentNumber;
  private long committed;

  public SegmentScanner(JournalLayout files, String origin, LogState state, RecordIndex index) {
    this.files = files;
    this.origin = origin;
    this.state = state;
    this.index = index;
  }

  /**
   * What stands behind the last commit line.
   *
   * @param segment the newest one
   * @param pending whole lines that no commit line closes
   * @param size the offset after all bytes
   * @param why what is wrong with the byte that follows the whole lines, if any does
   */
  public record Tail(Segment segment, UncommittedBatch pending, long size, String why) {
    public boolean isClean() {
      return pending.isEmpty() && !hasBadBytes();
    }

    public boolean hasBadBytes() {
      return pending.end() < size;
    }
  }

  /**
   * Reads on.
   *
   * @throws JournalCorruptException when acknowledged records are damaged or missing
   */
  public Tail advance() throws IOException {
    List<Segment> segments = files.listSegments();
    if (segmentNumber >= segments.size()) {
      throw new JournalCorruptException(state.snapshot().last() + 1,
          "a segment is missing: only " + segments.size() + " are there");
    }
    while (true) {
      Segment segment = segments.get(segmentNumber);
      checkPlace(segment);
      Tail tail = read(segment);
      if (segmentNumber == segments.size() - 1) {
        return tail;
      }
      if (!tail.isClean()) {
        throw damage(tail, "has " + (tail.size() - tail.pending().start())
            + " bytes behind its last batch although another segment follows");
      }
      segmentNumber++;
      committed = 0;
    }
  }

  private void checkPlace(Segment segment) {
    long next = state.snapshot().last() + 1;
    boolean entered = index.segments().size() > segmentNumber;
    if (entered ? !index.segments().get(segmentNumber).equals(segment) : segment.first() != next) {
      throw new JournalCorruptException(next, segment.name() + " stands where sequence " + next + " must follow");
    }
    if (!entered) {
      index.begin(segment);
    }
  }

  private Tail read(Segment segment) throws IOException {
    try (DiskReader source = files.disk().openForRead(segment.file())) {
      long size = source.size();
      if (size < committed) {
        throw new JournalCorruptException(
            state.snapshot().last() + 1,
            segment.name() + " has " + size + " bytes although " + committed + " were committed");
      }
      var lines = new LineReader(source, committed, size);
      var pending = new UncommittedBatch(state, index, origin, committed);
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        Optional<String> wrong = CommitLine.startsHere(line) ? close(pending, line) : pending.take(line);
        if (wrong.isPresent()) {
          return tail(source, segment, pending, size, wrong.get());
        }
        if (CommitLine.startsHere(line)) {
          committed = lines.position();
          pending = new UncommittedBatch(state, index, origin, committed);
        }
      }
      return tail(source, segment, pending, size, lines.atEnd() ? "nothing" : "line has no end");
    }
  }

  private static Optional<String> close(UncommittedBatch pending, byte[] line) {
    Optional<CommitLine> commit = CommitLine.parse(line);
    Optional<String> misfit = commit.isEmpty() ? Optional.of("commit line is damaged") : pending.misfit(commit.get());
    if (misfit.isEmpty()) {
      pending.publish();
    }
    return misfit;
  }

  private Tail tail(DiskReader source, Segment segment, UncommittedBatch pending, long size, String why)
      throws IOException {
    var tail = new Tail(segment, pending, size, why);
    if (tail.hasBadBytes()) {
      Optional<CommitSearch.Found> later = CommitSearch.laterThan(source, pending.first(), pending.end(), size);
      if (later.isPresent()) {
        throw damage(
            tail,
            "a later batch was committed at byte " + later.get().offset() + ", so that sequences "
                + (pending.last() + 1) + " to "
                + later.get().commit().last() + " are damaged records that were acknowledged");
      }
    }
    return tail;
  }

  private static JournalCorruptException damage(Tail tail, String what) {
    return new JournalCorruptException(
        tail.pending().last() + 1,
        tail.segment().name() + ", bytes " + tail.pending().end() + " to " + tail.size() + " (" + tail.why() + "): "
            + what);
  }
}
