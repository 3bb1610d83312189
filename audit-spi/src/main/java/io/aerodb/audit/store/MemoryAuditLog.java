package io.aerodb.audit.store;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Precondition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An audit log in memory, for tests. It judges as every log of this module does (AU-1, AU-2, AU-13), and differs in one
 * thing: it is <b>not durable</b>. Its {@link Appended.Durable} means that the records are held by this object, and
 * they are gone with it, so that it must never stand behind a control plane that operates a real cluster (AU-5).
 *
 * <p>Safe for any thread. Reading takes no lock.
 *
 * @since 0.1
 */
public final class MemoryAuditLog extends StoreLog {
  private MemoryAuditLog(String origin, Optional<String> residesIn) {
    super(origin, new MemoryStore(new ConcurrentHashMap<>(), residesIn));
  }

  /**
   * An empty log.
   *
   * @param origin its name, 1 to 500 characters
   */
  public static MemoryAuditLog of(String origin) {
    return new MemoryAuditLog(origin, Optional.empty());
  }

  /**
   * An empty log that claims to live in the storage of a cluster, which a plane of that cluster must refuse (AU-13).
   *
   * @param origin its name, 1 to 500 characters
   * @param cluster the cluster's id
   */
  public static MemoryAuditLog residingIn(String origin, String cluster) {
    return new MemoryAuditLog(origin, Optional.of(cluster));
  }

  @Override
  public synchronized Appended append(Precondition precondition, List<AuditEvent> events) {
    return write(requireNonNull(precondition, "precondition"), List.copyOf(events));
  }

  /** Nothing is written or read after this. */
  @Override
  public synchronized void close() {
    end();
  }

  private record MemoryStore(Map<Long, AuditRecord> records, Optional<String> residesIn) implements RecordStore {
    @Override
    public long count() {
      return records.size();
    }

    @Override
    public AuditRecord record(long sequence) {
      return requireNonNull(records.get(sequence), "record");
    }

    @Override
    public void add(List<AuditRecord> added) {
      added.forEach(record -> records.put(record.sequence(), record));
    }

    @Override
    public void close() {
      // The records go with the object.
    }
  }
}
