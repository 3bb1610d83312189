package io.aerodb.audit.journal.segment;

import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.UnresolvedRequest;
import io.aerodb.audit.Verification;
import io.aerodb.audit.journal.disk.DiskReader;
import io.aerodb.audit.json.JsonFormatException;
import io.aerodb.audit.judge.LogSnapshot;
import io.aerodb.audit.judge.LogState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Answers queries of a journal from its index, and believes nothing that the line itself does not confirm. Safe for any
 * thread.
 */
public record JournalTrail(JournalLayout files, String origin, LogState state, RecordIndex index) {
  public List<AuditRecord> read(AuditQuery query) {
    long last = state.snapshot().last();
    int hash = RecordIndex.hash(query.requestId());
    // Nothing of a request stands before the record that claimed its id.
    long first = query.requestId().map(id -> state.first(id).orElse(Long.MAX_VALUE)).orElse(1L);
    var found = new ArrayList<AuditRecord>();
    try (var lines = new Lines()) {
      for (long sequence = Math.max(first, Math.min(query.after(), last) + 1);
          sequence <= last && found.size() < query.limit(); sequence++) {
        if (query.requestId().isEmpty() || index.hash(sequence) == hash) {
          AuditRecord record = lines.record(sequence);
          if (query.wants(record)) {
            found.add(record);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  public Optional<AuditRecord> first(String requestId) {
    OptionalLong claim = state.first(requestId);
    if (claim.isEmpty()) {
      return Optional.empty();
    }
    AuditRecord record = record(claim.getAsLong());
    if (!record.event().requestId().equals(Optional.of(requestId))) {
      throw unreadable(record.sequence(), "the record is not that of the request that was looked for");
    }
    return Optional.of(record);
  }

  public ControlStatus controlStatus() {
    LogSnapshot now = state.snapshot();
    var unresolved = now.pending().stream().map(p -> new UnresolvedRequest(record(p.dispatched()), p.end())).toList();
    return new ControlStatus(now.lastControlDispatch(), unresolved, now.notices());
  }

  public AuditRecord record(long sequence) {
    try (var lines = new Lines()) {
      return lines.record(sequence);
    }
  }

  /** Reads everything again, up to what is durable now at least. */
  public Verification verify() {
    long last = state.snapshot().last();
    var again = new LogState(List.of());
    try {
      if (!files.readOrigin().equals(origin)) {
        return new Verification.Damaged(1, "journal.json names another origin");
      }
      new SegmentScanner(files, origin, again, new RecordIndex()).advance();
    } catch (JournalCorruptException e) {
      return new Verification.Damaged(e.firstDamaged(), e.what());
    } catch (IOException e) {
      return new Verification.Damaged(again.snapshot().last() + 1, "reading failed: " + e.getClass().getSimpleName());
    }
    long found = again.snapshot().last();
    return found < last
        ? new Verification.Damaged(found + 1,
            "the last committed record is " + found + " although " + last + " were acknowledged")
        : new Verification.Consistent(found);
  }

  private AuditUnreadableException unreadable(long sequence, String what) {
    return new AuditUnreadableException(
        "log in " + files.directory() + ": sequence " + sequence + " at byte " + index.offset(sequence) + " of "
            + index.segment(sequence).name() + ": " + what);
  }

  /** Lines of ascending sequences, from one open file at a time. */
  private final class Lines implements AutoCloseable {
    private final List<DiskReader> open = new ArrayList<>(1);
    private Optional<Segment> segment = Optional.empty();
    private Optional<LineReader> reader = Optional.empty();

    AuditRecord record(long sequence) {
      try {
        LineReader lines = reader(sequence);
        lines.seek(index.offset(sequence));
        byte[] line = lines.next();
        if (line == null) {
          throw unreadable(sequence, "the line is not whole");
        }
        AuditRecord record = AuditRecord.parse(line);
        if (record.sequence() != sequence || !record.origin().equals(origin)) {
          throw unreadable(sequence, "another record stands there");
        }
        return record;
      } catch (JsonFormatException e) {
        throw unreadable(sequence, String.valueOf(e.getMessage()));
      } catch (IOException e) {
        throw new AuditUnreadableException("log in " + files.directory() + ": sequence " + sequence + " can't be read",
            e);
      }
    }

    private LineReader reader(long sequence) throws IOException {
      Segment wanted = index.segment(sequence);
      if (!segment.equals(Optional.of(wanted))) {
        close();
        DiskReader source = files.disk().openForRead(wanted.file());
        open.add(source);
        reader = Optional.of(new LineReader(source, index.offset(sequence), source.size()));
        segment = Optional.of(wanted);
      }
      return reader.orElseThrow();
    }

    @Override
    public void close() {
      for (DiskReader source : open) {
        try {
          source.close();
        } catch (IOException e) {
          // What was read was confirmed line by line; failing to let go of a file that was only read changes none of
          // it.
        }
      }
      open.clear();
    }
  }
}
