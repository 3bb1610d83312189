package io.aerodb.testkit.audit;

import io.aerodb.audit.AuditLog;
import java.io.IOException;

/** A fixture whose logs are all wrong in the same way, from the start or since they were opened again. */
final class ForwardingLogFixture implements AuditLogFixture {
  private final AuditLogFixture real;
  private final WrongLogs wrong;
  private final AuditLog log;
  private AuditLog last;

  ForwardingLogFixture(AuditLogFixture real, WrongLogs wrong) {
    this.real = real;
    this.wrong = wrong;
    this.log = wrong.log(real.log(), false);
    this.last = log;
  }

  @Override
  public AuditLog log() {
    return log;
  }

  @Override
  public Prepared prepare(LogCondition condition) {
    Prepared prepared = real.prepare(condition);
    return switch (condition) {
      case RESTARTED, POWER_LOST, CUT_OFF -> reopened(prepared);
      case SECOND_INSTANCE -> prepared;
      case WRITE_FAILS, FORCE_FAILS, TAMPERED -> new Prepared.Ready(last);
    };
  }

  @Override
  public void close() throws IOException {
    real.close();
  }

  private Prepared reopened(Prepared prepared) {
    if (prepared instanceof Prepared.Ready(AuditLog opened)) {
      last = wrong.log(opened, true);
      return new Prepared.Ready(last);
    }
    return prepared;
  }
}
