package io.aerodb.command.doubles;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.RecoveryNotice;
import io.aerodb.audit.Verification;
import io.aerodb.audit.store.MemoryAuditLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** An audit log that counts its appends, and at a chosen one, counted from 1, does what a test says. */
public final class WatchedLog implements AuditLog {
  private final AuditLog log;
  private final AtomicInteger appends = new AtomicInteger();
  private final Map<Integer, AppendScript> scripts = new ConcurrentHashMap<>();
  private volatile Optional<RuntimeException> unreadable = Optional.empty();
  private volatile List<RecoveryNotice> notices = List.of();

  /** What happens instead of an append. */
  public interface AppendScript {
    Appended append(Supplier<Appended> really);
  }

  public WatchedLog(AuditLog log) {
    this.log = log;
  }

  public static WatchedLog empty() {
    return new WatchedLog(MemoryAuditLog.of("log.example/aero-1"));
  }

  /** At that append, counted from 1, the script runs instead. */
  public WatchedLog atAppend(int number, AppendScript script) {
    scripts.put(number, script);
    return this;
  }

  /** At the next append the script runs instead. */
  public WatchedLog next(AppendScript script) {
    return atAppend(appends.get() + 1, script);
  }

  /** From now on nothing can be read. */
  public void unreadable(RuntimeException thrown) {
    unreadable = Optional.of(thrown);
  }

  /** From now on it says that its recovery found this. */
  public void notice(RecoveryNotice notice) {
    notices = List.of(notice);
  }

  /** How many durable waits there were. */
  public int appends() {
    return appends.get();
  }

  /** Every record, in order. */
  public List<AuditRecord> records() {
    return log.read(AuditQuery.builder().limit(AuditQuery.MAX_LIMIT).build());
  }

  /** Every stage, in order. */
  public List<String> stages() {
    return records().stream().map(record -> record.event().stage().label()).toList();
  }

  /** The stages of one request, in order. */
  public List<String> stages(String request) {
    return records().stream().filter(record -> record.event().requestId().equals(Optional.of(request)))
        .map(record -> record.event().stage().label()).toList();
  }

  /** The newest record. */
  public AuditRecord newest() {
    return records().getLast();
  }

  @Override
  public Appended append(Precondition precondition, List<AuditEvent> events) {
    AppendScript script = scripts.get(appends.incrementAndGet());
    Supplier<Appended> really = () -> log.append(precondition, events);
    return script == null ? really.get() : script.append(really);
  }

  @Override
  public Optional<String> residesIn() {
    return log.residesIn();
  }

  @Override
  public String origin() {
    return log.origin();
  }

  @Override
  public Optional<String> cluster() {
    return log.cluster();
  }

  @Override
  public List<AuditRecord> read(AuditQuery query) {
    failIfUnreadable();
    return log.read(query);
  }

  @Override
  public Optional<AuditRecord> first(String requestId) {
    failIfUnreadable();
    return log.first(requestId);
  }

  @Override
  public ControlStatus controlStatus() {
    failIfUnreadable();
    ControlStatus controlStatus = log.controlStatus();
    var all = new ArrayList<>(controlStatus.recovery());
    all.addAll(notices);
    return new ControlStatus(controlStatus.lastControlDispatch(), controlStatus.unresolved(), all);
  }

  private void failIfUnreadable() {
    unreadable.ifPresent(thrown -> {
      throw thrown;
    });
  }

  @Override
  public Verification verify() {
    return log.verify();
  }

  @Override
  public void close() {
    log.close();
  }
}
