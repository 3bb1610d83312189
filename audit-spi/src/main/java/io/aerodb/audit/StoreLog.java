package io.aerodb.audit;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.state.Draft;
import io.aerodb.audit.state.Judgement;
import io.aerodb.audit.state.LogState;
import io.aerodb.audit.state.Standing;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** A log over a {@link RecordStore}, but for one thing: who sees to it that one thread at a time writes. Reading takes no lock. */
abstract sealed class StoreLog implements AuditLog permits MemoryAuditLog, StoredAuditLog {
  private final String origin;
  private final RecordStore store;
  private final LogState state = new LogState(List.of());
  private volatile boolean closed;
  private boolean failed;

  StoreLog(String origin, RecordStore store) {
    this.origin = EventChecks.text("origin", requireNonNull(origin, "origin"));
    this.store = requireNonNull(store, "store");
  }

  /** Takes over what is kept; before anything else. */
  final void takeOver() {
    Draft draft = state.draft();
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
    Draft draft = state.draft();
    return switch (draft.judge(origin, precondition, events)) {
      case Judgement.Accepted(List<AuditRecord> records) -> keep(draft, records);
      case Judgement.Claimed(long first) ->
          readable(first).<Appended>map(Appended.AlreadyClaimed::new).orElseGet(() -> unreadable(first));
      case Judgement.Moved(long newest) ->
          readable(newest).<Appended>map(Appended.ControlMoved::new).orElseGet(() -> unreadable(newest));
      case Judgement.Refused(String reason) -> new Appended.NotWritten(reason);
    };
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
    return open().standing().cluster();
  }

  @Override
  public Optional<String> residesIn() {
    return store.residesIn();
  }

  @Override
  public List<AuditRecord> read(AuditQuery query) {
    long last = open().standing().last();
    return LongStream.rangeClosed(Math.min(query.after(), last) + 1, last).mapToObj(this::record).filter(query::wants)
        .limit(query.limit()).toList();
  }

  @Override
  public Optional<AuditRecord> first(String requestId) {
    OptionalLong found = open().first(requestId);
    return found.isPresent() ? Optional.of(record(found.getAsLong())) : Optional.empty();
  }

  @Override
  public ControlStanding standing() {
    Standing now = open().standing();
    var unresolved = now.pending().stream().map(p -> new UnresolvedRequest(record(p.dispatched()), p.end())).toList();
    return new ControlStanding(now.lastControlDispatch(), unresolved, now.notices());
  }

  @Override
  public Verification verify() {
    return replay(new LogState(List.of()).draft(), open().standing().last());
  }

  private Verification replay(Draft draft, long last) {
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

  private Appended keep(Draft draft, List<AuditRecord> records) {
    failed = true;
    try {
      store.add(records);
    } catch (IOException e) {
      throw new AuditUncertainException("log '" + origin + "' failed while it wrote; the records may be in it", e);
    }
    failed = false;
    state.commit(draft);
    return new Appended.Durable(records.stream().map(AuditRecord::receipt).toList());
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

  private Optional<AuditRecord> readable(long sequence) {
    try {
      return Optional.of(record(sequence));
    } catch (AuditUnreadableException e) {
      return Optional.empty();
    }
  }

  private static Appended unreadable(long sequence) {
    return new Appended.NotWritten("sequence " + sequence + " stands against it, and that record can't be read back");
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
