package io.aerodb.audit.store;

import io.aerodb.audit.AuditRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Where the records of one log are kept: the only part of an audit log that a host has to write, if it writes one.
 * {@link StoredAuditLog} makes a log of it, and judges, claims and numbers. It is not a log: it knows neither request
 * nor stage, and keeps what it is given.
 *
 * <p><b>Called</b> by one {@link StoredAuditLog}: {@link #count} once, then {@link #add} and {@link #close} one at a
 * time, always on the log's own thread, which nobody interrupts; {@link #record} on any thread, also meanwhile. All may
 * block.
 *
 * <p><b>Must</b> (AU-1, AU-5, AU-7): keep records for ever, in order, line by line as they are; keep out every second
 * writer for as long as it is open; answer what stands in the storage and not what it remembers.
 *
 * <p><b>When it throws</b>, whatever it throws, nobody knows: see each method.
 *
 * @since 0.1
 */
public interface RecordStore extends AutoCloseable {
  /** How many records are kept, numbered from 1 without gaps. When it throws the log is not opened. */
  long count() throws IOException;

  /**
   * A record, read from the storage by {@link AuditRecord#parse}. When it throws the record is unreadable.
   *
   * @param sequence its number, from 1 to the last one that was added
   */
  AuditRecord record(long sequence) throws IOException;

  /**
   * Keeps these: all of them or none, whatever happens meanwhile, durably once it returns. When it throws it is
   * uncertain whether they are kept, and the log gives it nothing more until it is opened again.
   *
   * @param records the next ones, in order; at least one
   */
  void add(List<AuditRecord> records) throws IOException;

  /** The cluster whose storage this is; empty when it lives outside any (AU-13). No I/O, never changes. */
  Optional<String> residesIn();

  /** Releases what is held; called once. What was added is durable already, so that nothing depends on it. */
  @Override
  void close() throws IOException;
}
