package io.aerodb.testkit.fault;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.Verification;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An audit log that leads each call that may block through one method, for doubles of one's own. The other methods go
 * to the wrapped one as they are, and closing this one closes it.
 *
 * @since 0.1
 */
public abstract class LogDecorator implements AuditLog {
  private final AuditLog log;

  /** Wraps a log. */
  protected LogDecorator(AuditLog log) {
    this.log = requireNonNull(log, "log");
  }

  /**
   * Does the call, or what stands in for it.
   *
   * @param call which, and what it is to record
   * @param effect the call on the wrapped log
   * @param <T> what the method answers
   * @return what the caller is answered
   */
  protected abstract <T> T around(LogCall call, Supplier<T> effect);

  private <T> T around(LogMethod method, Supplier<T> effect) {
    return around(new LogCall(method, List.of()), effect);
  }

  @Override
  public Appended append(Precondition precondition, List<AuditEvent> events) {
    return around(new LogCall(LogMethod.APPEND, events), () -> log.append(precondition, events));
  }

  @Override
  public List<AuditRecord> read(AuditQuery query) {
    return around(LogMethod.READ, () -> log.read(query));
  }

  @Override
  public Optional<AuditRecord> first(String requestId) {
    return around(LogMethod.FIRST, () -> log.first(requestId));
  }

  @Override
  public ControlStatus controlStatus() {
    return around(LogMethod.CONTROL_STATUS, log::controlStatus);
  }

  @Override
  public Verification verify() {
    return around(LogMethod.VERIFY, log::verify);
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
  public Optional<String> residesIn() {
    return log.residesIn();
  }

  @Override
  public void close() {
    log.close();
  }
}
