package com.acme.audit;

import io.aerodb.testkit.audit.AuditLogFixture;
import io.aerodb.testkit.audit.AuditLogKit;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A log in a directory keeps every duty of an audit log")
class DirectoryStoreTest extends AuditLogKit {
  @TempDir
  Path directory;

  @Override
  protected AuditLogFixture fixture() throws IOException {
    return new DirectoryFixture(directory);
  }
}
