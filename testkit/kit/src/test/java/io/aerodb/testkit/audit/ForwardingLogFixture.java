package io.aerodb.testkit.audit;

import io.aerodb.audit.AuditLog;
import io.aerodb.testkit.Arrangement;
import io.aerodb.testkit.Arrangement.Arranged;
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
  public Arrangement<AuditLog> arrange(LogScenario scenario) {
    Arrangement<AuditLog> arranged = real.arrange(scenario);
    return switch (scenario) {
      case RESTARTED, POWER_LOST, CUT_OFF -> reopened(arranged);
      case SECOND_INSTANCE -> arranged;
      case WRITE_FAILS, FORCE_FAILS, TAMPERED -> new Arranged<>(last);
    };
  }

  @Override
  public void close() throws IOException {
    real.close();
  }

  private Arrangement<AuditLog> reopened(Arrangement<AuditLog> arranged) {
    if (arranged instanceof Arranged<AuditLog>(AuditLog opened)) {
      last = wrong.log(opened, true);
      return new Arranged<>(last);
    }
    return arranged;
  }
}
