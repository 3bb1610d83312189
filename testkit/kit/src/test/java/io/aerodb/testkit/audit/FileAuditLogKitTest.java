package io.aerodb.testkit.audit;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The journal keeps every duty. */
class FileAuditLogKitTest extends AuditLogKit {
  @TempDir
  Path directory;

  @Override
  protected AuditLogFixture fixture() {
    return new JournalFixture(directory.resolve("log"), new PowerDisk());
  }
}
