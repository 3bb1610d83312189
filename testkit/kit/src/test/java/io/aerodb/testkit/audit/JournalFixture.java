package io.aerodb.testkit.audit;

import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.audit.journal.JournalOptions;
import io.aerodb.audit.journal.disk.Disk;
import io.aerodb.testkit.Arrangement;
import io.aerodb.testkit.Arrangement.Arranged;
import io.aerodb.testkit.Arrangement.Denied;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The fixture of a journal on a disk that can lose its power. */
class JournalFixture implements AuditLogFixture {
  private final Path directory;
  private final PowerDisk disk;
  private final long segmentBytes;
  private final AuditLog log;
  private final List<AuditLog> open = new ArrayList<>();

  JournalFixture(Path directory, PowerDisk disk) {
    this(directory, disk, JournalOptions.defaults().segmentBytes());
  }

  JournalFixture(Path directory, PowerDisk disk, long segmentBytes) {
    this.directory = directory;
    this.disk = disk;
    this.segmentBytes = segmentBytes;
    this.log = open(disk);
  }

  @Override
  public AuditLog log() {
    return log;
  }

  @Override
  public Arrangement<AuditLog> arrange(LogScenario scenario) {
    try {
      return switch (scenario) {
        case RESTARTED -> reopened();
        case POWER_LOST -> powerLost();
        case CUT_OFF -> cutOff();
        case SECOND_INSTANCE -> second();
        case WRITE_FAILS -> failing("write");
        case FORCE_FAILS -> failing("force");
        case TAMPERED -> tampered();
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    open.forEach(AuditLog::close);
  }

  private AuditLog open(Disk on) {
    AuditLog opened = FileAuditLog.open(directory,
        JournalOptions.builder().origin("kit-log").disk(on).segmentBytes(segmentBytes).build());
    open.add(opened);
    return opened;
  }

  private Arrangement<AuditLog> reopened() {
    close();
    disk.repair();
    return new Arranged<>(open(disk));
  }

  private Arrangement<AuditLog> powerLost() throws IOException {
    disk.losePower();
    close();
    disk.dropWhatWasNotForced();
    return reopened();
  }

  private Arrangement<AuditLog> cutOff() throws IOException {
    close();
    byte[] half = EventDraft.nameless().line("kit-log", 99);
    Files.write(segment(), Arrays.copyOf(half, half.length / 2), StandardOpenOption.APPEND);
    return reopened();
  }

  private Arrangement<AuditLog> second() {
    try {
      return new Arranged<>(open(Disk.local()));
    } catch (AuditUnreadableException e) {
      return new Denied<>(String.valueOf(e.getMessage()));
    }
  }

  private Arrangement<AuditLog> failing(String step) {
    disk.failAt(step);
    return new Arranged<>(open.getLast());
  }

  private Arrangement<AuditLog> tampered() throws IOException {
    String content = Files.readString(segment());
    int second = content.indexOf('\n') + 1;
    int at = content.indexOf("ann", second);
    Files.writeString(segment(), content.substring(0, at) + "bob" + content.substring(at + 3));
    return new Arranged<>(open.getLast());
  }

  private Path segment() throws IOException {
    try (Stream<Path> found = Files.list(directory.resolve("segments"))) {
      return found.sorted().reduce((before, here) -> here).orElseThrow();
    }
  }
}
