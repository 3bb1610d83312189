package com.acme.audit;

import io.aerodb.audit.*;
import io.aerodb.audit.store.StoredAuditLog;
import io.aerodb.testkit.Arrangement;
import io.aerodb.testkit.Arrangement.*;
import io.aerodb.testkit.audit.*;
import java.io.*;
import java.nio.file.*;

/** A fresh log in a directory, and what the kit wants to happen to it. */
final class DirectoryFixture implements AuditLogFixture {
  private final Path directory;
  private AuditLog log;

  DirectoryFixture(Path directory) throws IOException {
    this.directory = directory;
    this.log = StoredAuditLog.open("acme", new DirectoryStore(directory));
  }

  @Override
  public AuditLog log() {
    return log;
  }

  @Override
  public Arrangement<AuditLog> arrange(LogScenario scenario) {
    try {
      return switch (scenario) {
        case RESTARTED -> restarted();
        case CUT_OFF -> {
          Files.writeString(directory.resolve("draft"), "{\"half\":");
          yield restarted();
        }
        case SECOND_INSTANCE -> second();
        case WRITE_FAILS -> {
          Files.createDirectory(directory.resolve("draft"));
          yield new Arranged<>(log);
        }
        case TAMPERED -> {
          Path first = directory.resolve("1.jsonl");
          Files.writeString(first, Files.readString(first).replace("proposed", "rejected"));
          yield new Arranged<>(log);
        }
        case FORCE_FAILS -> new Impossible<>("no force of this file system can be made to fail");
        case POWER_LOST -> new Impossible<>("the power of this machine can't be cut");
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Arrangement<AuditLog> restarted() throws IOException {
    log.close();
    log = StoredAuditLog.open("acme", new DirectoryStore(directory));
    return new Arranged<>(log);
  }

  private Arrangement<AuditLog> second() {
    try {
      return new Arranged<>(StoredAuditLog.open("acme", new DirectoryStore(directory)));
    } catch (IOException e) {
      return new Denied<>(e.getMessage());
    }
  }

  @Override
  public void close() {
    log.close();
  }
}
