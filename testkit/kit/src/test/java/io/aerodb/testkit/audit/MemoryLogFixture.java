package io.aerodb.testkit.audit;

import io.aerodb.audit.AuditLog;
import io.aerodb.audit.store.MemoryAuditLog;
import io.aerodb.testkit.Arrangement;
import io.aerodb.testkit.Arrangement.Impossible;

/** The fixture of a log that is gone with its object. */
final class MemoryLogFixture implements AuditLogFixture {
  private final AuditLog log = MemoryAuditLog.of("kit-log");

  @Override
  public AuditLog log() {
    return log;
  }

  @Override
  public Arrangement<AuditLog> arrange(LogScenario scenario) {
    return new Impossible<>(switch (scenario) {
      case RESTARTED, POWER_LOST, CUT_OFF -> "the log is held by one object and is gone with it";
      case SECOND_INSTANCE -> "the log is held by one object and no other can open it";
      case WRITE_FAILS, FORCE_FAILS -> "the log writes nothing that could fail";
      case TAMPERED -> "the log stores nothing that somebody else could change";
    });
  }

  @Override
  public void close() {
    log.close();
  }
}
