package io.aerodb.testkit.fault;

import io.aerodb.audit.AuditLog;
import io.aerodb.audit.Stage;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * An audit log whose calls can be made to fail, to hang, to answer late or to answer something else. It passes every
 * call for which no fault waits, also after one that failed: what a real log does after a failure, the wrapped one has
 * to show. Safe for any thread.
 *
 * <pre>{@code
 * var log = FaultyAuditLog.around(real);
 * log.nextAppendOf(Stage.EXECUTED, Fault.instead(() -> new Appended.NotWritten("disk full")));
 * }</pre>
 *
 * @since 0.1
 */
public final class FaultyAuditLog extends LogDecorator {
  private final Faults<LogCall> faults = new Faults<>();

  private FaultyAuditLog(AuditLog log) {
    super(log);
  }

  /** Wraps a log; closing this one closes it. */
  public static FaultyAuditLog around(AuditLog log) {
    return new FaultyAuditLog(log);
  }

  /** The fault strikes the next append for which no other one waits. */
  public FaultyAuditLog nextAppend(Fault fault) {
    return next(LogCall::isAppend, fault);
  }

  /** The fault strikes the next append that records this stage and for which no other one waits. */
  public FaultyAuditLog nextAppendOf(Stage stage, Fault fault) {
    return next(call -> call.records(stage), fault);
  }

  /** The fault strikes the next call that fits and for which no other one waits. */
  public FaultyAuditLog next(Predicate<LogCall> when, Fault fault) {
    faults.add(when, fault);
    return this;
  }

  /** How many faults still wait for their call. */
  public int waiting() {
    return faults.waiting();
  }

  /** Forgets the faults that still wait. */
  public void clear() {
    faults.clear();
  }

  // An answer of a wrong type, or none, is a fault that a caller has to bear.
  @SuppressWarnings({"unchecked", "NullAway"})
  @Override
  protected <T> T around(LogCall call, Supplier<T> effect) {
    return (T) faults.around(call, effect);
  }
}
