package io.aerodb.testkit.audit;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract kit, run against the file journal. */
class FileAuditLogKitTest extends ProjectLogKit {
  @TempDir
  Path directory;

  @Override
  protected AuditLogFixture fixture() {
    return new JournalFixture(directory.resolve("log"), new PowerDisk());
  }
}
