package io.aerodb.testkit.audit;

import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.audit.store.RecordStore;
import io.aerodb.audit.store.StoredAuditLog;
import io.aerodb.testkit.Arrangement;
import io.aerodb.testkit.Arrangement.Arranged;
import io.aerodb.testkit.Arrangement.Denied;
import io.aerodb.testkit.Arrangement.Impossible;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The fixture of a log over a store whose lines outlive the log. */
final class StoredLogFixture implements AuditLogFixture {
  private final List<byte[]> lines = new CopyOnWriteArrayList<>();
  private final AuditLog log;
  private AuditLog last;
  private volatile boolean taken;
  private volatile boolean failing;

  StoredLogFixture() {
    this.log = open();
    this.last = log;
  }

  @Override
  public AuditLog log() {
    return log;
  }

  @Override
  public Arrangement<AuditLog> arrange(LogScenario scenario) {
    return switch (scenario) {
      case RESTARTED -> reopened();
      case SECOND_INSTANCE -> second();
      case WRITE_FAILS, FORCE_FAILS -> {
        failing = true;
        yield new Arranged<>(last);
      }
      case TAMPERED -> {
        byte[] changed = lines.get(1).clone();
        changed[changed.length / 2] ^= 1;
        lines.set(1, changed);
        yield new Arranged<>(last);
      }
      case POWER_LOST -> new Impossible<>("the lines are held by this process and are gone with its power");
      case CUT_OFF -> new Impossible<>("the store takes all lines of an append or none");
    };
  }

  @Override
  public void close() {
    last.close();
  }

  private AuditLog open() {
    return StoredAuditLog.open("kit-log", new Store());
  }

  private Arrangement<AuditLog> reopened() {
    last.close();
    failing = false;
    last = open();
    return new Arranged<>(last);
  }

  private Arrangement<AuditLog> second() {
    try {
      return new Arranged<>(open());
    } catch (AuditUnreadableException e) {
      return new Denied<>(String.valueOf(e.getMessage()));
    }
  }

  /** The store of one log; a second one that opens the lines at the same time is refused. */
  private final class Store implements RecordStore {
    private boolean mine;

    @Override
    public long count() throws IOException {
      if (taken) {
        throw new IOException("the store is open already");
      }
      taken = true;
      mine = true;
      return lines.size();
    }

    @Override
    public AuditRecord record(long sequence) {
      return AuditRecord.parse(lines.get((int) sequence - 1).clone());
    }

    @Override
    public void add(List<AuditRecord> records) throws IOException {
      if (failing) {
        throw new IOException("planned");
      }
      lines.addAll(records.stream().map(AuditRecord::line).toList());
    }

    @Override
    public Optional<String> residesIn() {
      return Optional.empty();
    }

    @Override
    public void close() {
      if (mine) {
        taken = false;
      }
    }
  }
}
