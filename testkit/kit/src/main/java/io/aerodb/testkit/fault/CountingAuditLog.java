package io.aerodb.testkit.fault;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * An audit log that counts the appends it is asked for and the durable waits among them, those that it answered with
 * {@link Appended.Durable}. It changes nothing. Safe for any thread.
 *
 * @since 0.1
 */
public final class CountingAuditLog extends LogDecorator {
  private final List<List<Stage>> durable = new ArrayList<>();
  private long appends;

  private CountingAuditLog(AuditLog log) {
    super(log);
  }

  /** Wraps a log; closing this one closes it. */
  public static CountingAuditLog around(AuditLog log) {
    return new CountingAuditLog(log);
  }

  /** How often it was asked to record something, whatever came of it. */
  public synchronized long appends() {
    return appends;
  }

  /** How many durable waits there were. */
  public synchronized int durableWaits() {
    return durable.size();
  }

  /** The stages of each durable wait, in the order of their answers. */
  public synchronized List<List<Stage>> durable() {
    return List.copyOf(durable);
  }

  @Override
  protected <T> T around(LogCall call, Supplier<T> effect) {
    if (call.isAppend()) {
      count();
    }
    T answer = effect.get();
    if (answer instanceof Appended.Durable) {
      keep(call.events().stream().map(AuditEvent::stage).toList());
    }
    return answer;
  }

  private synchronized void count() {
    appends++;
  }

  private synchronized void keep(List<Stage> stages) {
    durable.add(stages);
  }
}
