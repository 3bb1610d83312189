package io.aerodb.audit.journal;

import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditLogContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileAuditLogTest extends AuditLogContract {
  @TempDir
  Path directory;

  @Override
  protected AuditLog emptyLog() {
    return FileAuditLog.open(directory.resolve("log"), JournalOptions.builder().origin("log-1").build());
  }
}
