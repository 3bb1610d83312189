package io.aerodb.testkit.audit;

import io.aerodb.audit.journal.JournalOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract kit, run against a journal that puts nearly every batch into a segment of its own. */
class SmallSegmentsKitTest extends ProjectLogKit {
  @TempDir
  Path directory;

  @Override
  protected AuditLogFixture fixture() {
    return new JournalFixture(directory.resolve("log"), new PowerDisk(), JournalOptions.MIN_SEGMENT_BYTES);
  }
}
