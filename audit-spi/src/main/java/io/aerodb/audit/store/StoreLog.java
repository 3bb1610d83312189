package io.aerodb.audit.store;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.AuditUncertainException;
import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.UnresolvedRequest;
import io.aerodb.audit.Verification;
import io.aerodb.audit.json.JsonFormatException;
import io.aerodb.audit.judge.AppendDecision;
import io.aerodb.audit.judge.BatchDraft;
import io.aerodb.audit.judge.LogSnapshot;
import io.aerodb.audit.judge.LogState;
import io.aerodb.audit.judge.Replies;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * A log over a {@link RecordStore}, but for one thing: who sees to it that one thread at a time writes. Reading takes
 * no lock.
 */
abstract sealed class StoreLog implements AuditLog permits MemoryAuditLog, StoredAuditLog {
  private final String origin;
  private final RecordStore store;
  private final LogState state = new LogState(List.of());
  private volatile boolean closed;
  private boolean failed;

  StoreLog(String origin, RecordStore store) {
    this.origin = AuditRecord.requireOrigin(origin);
    this.store = requireNonNull(store, "store");
  }

  /** Takes over what is kept; before anything else. */
  final void takeOver() {
    BatchDraft draft = state.draft();
    if (replay(draft, count()) instanceof Verification.Damaged(long first, String what)) {
      throw new AuditUnreadableException("log '" + origin + "' is damaged: sequence " + first + ": " + what);
    }
    state.commit(draft);
  }

  /** Judges and writes; one caller at a time. */
  final Appended write(Precondition precondition, List<AuditEvent> events) {
    if (closed || failed) {
      return new Appended.NotWritten(closed ? "log is closed" : "log failed before, and writes nothing more");
    }
    BatchDraft draft = state.draft();
    AppendDecision decision = draft.judge(origin, precondition, events);
    if (decision instanceof AppendDecision.Accepted(List<AuditRecord> records)) {
      keep(draft, records);
    }
    return Replies.of(decision, this::record);
  }

  /** Ends writing and reading; one caller at a time, and no other writes. */
  final void end() {
    if (!closed) {
      closed = true;
      try {
        store.close();
      } catch (IOException | RuntimeException e) {
        // What was acknowledged is durable; failing to let go of it changes none of it.
      }
    }
  }

  @Override
  public String origin() {
    return origin;
  }

  @Override
  public Optional<String> cluster() {
    return open().snapshot().cluster();
  }

  @Override
  public Optional<String> residesIn() {
    return store.residesIn();
  }

  @Override
  public List<AuditRecord> read(AuditQuery query) {
    long last = open().snapshot().last();
    return LongStream.rangeClosed(Math.min(query.after(), last) + 1, last).mapToObj(this::record).filter(query::wants)
        .limit(query.limit()).toList();
  }

  @Override
  public Optional<AuditRecord> first(String requestId) {
    OptionalLong found = open().first(requestId);
    return found.isPresent() ? Optional.of(record(found.getAsLong())) : Optional.empty();
  }

  @Override
  public ControlStatus controlStatus() {
    LogSnapshot now = open().snapshot();
    var unresolved = now.pending().stream().map(p -> new UnresolvedRequest(record(p.dispatched()), p.end())).toList();
    return new ControlStatus(now.lastControlDispatch(), unresolved, now.notices());
  }

  @Override
  public Verification verify() {
    return replay(new LogState(List.of()).draft(), open().snapshot().last());
  }

  private Verification replay(BatchDraft draft, long last) {
    for (long sequence = 1; sequence <= last; sequence++) {
      Optional<String> damage;
      try {
        damage = draft.replay(AuditRecord.parse(record(sequence).line()));
      } catch (AuditUnreadableException | JsonFormatException e) {
        damage = Optional.of(String.valueOf(e.getMessage()));
      }
      if (damage.isPresent()) {
        return new Verification.Damaged(sequence, damage.get());
      }
    }
    return new Verification.Consistent(last);
  }

  private void keep(BatchDraft draft, List<AuditRecord> records) {
    failed = true;
    try {
      store.add(records);
    } catch (IOException e) {
      throw new AuditUncertainException("log '" + origin + "' failed while it wrote; the records may be in it", e);
    }
    failed = false;
    state.commit(draft);
  }

  private long count() {
    try {
      return store.count();
    } catch (IOException | RuntimeException e) {
      throw new AuditUnreadableException("log '" + origin + "' can't be read: " + e.getClass().getSimpleName(), e);
    }
  }

  private AuditRecord record(long sequence) {
    AuditRecord record;
    try {
      record = store.record(sequence);
    } catch (JsonFormatException e) {
      throw unreadable(sequence, String.valueOf(e.getMessage()), e);
    } catch (IOException | RuntimeException e) {
      throw unreadable(sequence, e.getClass().getSimpleName(), e);
    }
    if (record.sequence() != sequence || !record.origin().equals(origin)) {
      throw new AuditUnreadableException("log '" + origin + "': instead of sequence " + sequence + " stands sequence "
          + record.sequence() + " of log '" + record.origin() + "'");
    }
    return record;
  }

  private AuditUnreadableException unreadable(long sequence, String what, Exception cause) {
    return new AuditUnreadableException("log '" + origin + "': sequence " + sequence + " can't be read: " + what,
        cause);
  }

  private LogState open() {
    if (closed) {
      throw new AuditUnreadableException("log '" + origin + "' is closed");
    }
    return state;
  }
}
