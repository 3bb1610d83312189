package io.aerodb.audit;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.state.Draft;
import io.aerodb.audit.state.Judgement;
import io.aerodb.audit.state.LogState;
import io.aerodb.audit.state.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.LongStream;

/**
 * An audit log in memory, for tests. It judges as every log of this module does (AU-1, AU-2, AU-13), and differs in one thing: it is <b>not
 * durable</b>. Its {@link Appended.Durable} means that the records are held by this object, and they are gone with it, so that it must never
 * stand behind a control plane that operates a real cluster (AU-5).
 *
 * <p>Safe for any thread. Reading takes no lock.
 *
 * @since 0.1
 */
public final class MemoryAuditLog implements AuditLog {
  private final String origin;
  private final Optional<String> residesIn;
  private final LogState state = new LogState(List.of());
  private final ConcurrentMap<Long, AuditRecord> records = new ConcurrentHashMap<>();
  private final Object writing = new Object();
  private volatile boolean closed;

  private MemoryAuditLog(String origin, Optional<String> residesIn) {
    this.origin = EventChecks.text("origin", origin);
    this.residesIn = residesIn;
  }

  /**
   * An empty log.
   *
   * @param origin its name, 1 to 500 characters
   */
  public static MemoryAuditLog of(String origin) {
    return new MemoryAuditLog(requireNonNull(origin, "origin"), Optional.empty());
  }

  /**
   * An empty log that claims to live in the storage of a cluster, which a plane of that cluster must refuse (AU-13).
   *
   * @param origin its name, 1 to 500 characters
   * @param cluster the cluster's id
   */
  public static MemoryAuditLog residingIn(String origin, String cluster) {
    return new MemoryAuditLog(requireNonNull(origin, "origin"), Optional.of(cluster));
  }

  @Override
  public Appended append(Precondition precondition, List<AuditEvent> events) {
    requireNonNull(precondition, "precondition");
    List<AuditEvent> all = List.copyOf(events);
    synchronized (writing) {
      if (closed) {
        return new Appended.NotWritten("log is closed");
      }
      Draft draft = state.draft();
      return switch (draft.judge(origin, precondition, all)) {
        case Judgement.Accepted(List<AuditRecord> accepted) -> keep(draft, accepted);
        case Judgement.Claimed(long first) -> new Appended.AlreadyClaimed(record(first));
        case Judgement.Moved(long newest) -> new Appended.ControlMoved(record(newest));
        case Judgement.Refused(String reason) -> new Appended.NotWritten(reason);
      };
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
    return residesIn;
  }

  @Override
  public List<AuditRecord> read(AuditQuery query) {
    long last = open().standing().last();
    return LongStream.rangeClosed(Math.min(query.after(), last) + 1, last)
        .mapToObj(this::record)
        .filter(query::wants)
        .limit(query.limit())
        .toList();
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
    long last = open().standing().last();
    Draft again = new LogState(List.of()).draft();
    for (long sequence = 1; sequence <= last; sequence++) {
      Optional<String> damage = again.replay(AuditRecord.parse(record(sequence).line()));
      if (damage.isPresent()) {
        return new Verification.Damaged(sequence, damage.get());
      }
    }
    return new Verification.Consistent(last);
  }

  /** Nothing is written or read after this. */
  @Override
  public void close() {
    synchronized (writing) {
      closed = true;
    }
  }

  private Appended keep(Draft draft, List<AuditRecord> accepted) {
    var receipts = new ArrayList<Receipt>(accepted.size());
    for (AuditRecord record : accepted) {
      records.put(record.sequence(), record);
      receipts.add(record.receipt());
    }
    state.commit(draft);
    return new Appended.Durable(receipts);
  }

  private AuditRecord record(long sequence) {
    return requireNonNull(records.get(sequence), "record");
  }

  private LogState open() {
    if (closed) {
      throw new AuditUnreadableException("log '" + origin + "' is closed");
    }
    return state;
  }
}
