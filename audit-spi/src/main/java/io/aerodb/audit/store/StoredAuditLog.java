package io.aerodb.audit.store;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditUncertainException;
import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.audit.Precondition;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * An audit log on a host's own storage: the host writes a {@link RecordStore}, and everything that a log has to judge
 * is done here, as every log of this module does it (AU-1, AU-2, AU-4, AU-7, AU-13). What survives a crash is the
 * store's promise, and the test kit's to prove.
 *
 * <p>It is for one writing process, and not for a store that several share. A failure of the store ends all writing
 * until the log is opened again. Opening reads every record, and holds an entry for each request id in memory; records
 * are read from the store when they are asked for.
 *
 * <p>Safe for any thread. Owns one daemon thread from {@link #open} to {@link #close}, so that a caller's interrupt
 * never reaches the store.
 *
 * @since 0.1
 */
public final class StoredAuditLog extends StoreLog {
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("audit-store").factory());

  private StoredAuditLog(String origin, RecordStore store) {
    super(origin, store);
  }

  /**
   * Opens a log on what its store keeps. Closes the store when it can't.
   *
   * @param origin the log's name, 1 to 500 characters; the one that its records name, if there are any
   * @param store open, and in nobody else's hands from now on
   * @throws AuditUnreadableException when a record is damaged, is of another log, or can't be read
   */
  public static StoredAuditLog open(String origin, RecordStore store) {
    var log = new StoredAuditLog(origin, store);
    boolean opened = false;
    try {
      StoredAuditLog ready = log.onTheWriter(() -> {
        log.takeOver();
        return log;
      });
      opened = true;
      return ready;
    } finally {
      if (!opened) {
        log.close();
      }
    }
  }

  @Override
  public Appended append(Precondition precondition, List<AuditEvent> events) {
    requireNonNull(precondition, "precondition");
    List<AuditEvent> all = List.copyOf(events);
    try {
      return onTheWriter(() -> write(precondition, all));
    } catch (RejectedExecutionException e) {
      return new Appended.NotWritten("log is closed");
    }
  }

  /** Writes what waits, closes the store and ends the thread. */
  @Override
  public void close() {
    try {
      CompletableFuture.runAsync(this::end, writer).join();
    } catch (RejectedExecutionException e) {
      // It is closed already.
    }
    writer.shutdown();
  }

  // Waits to the end, whoever interrupts the caller, who keeps the interrupt.
  private <T> T onTheWriter(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, writer).join();
    } catch (CompletionException e) {
      throw switch (e.getCause()) {
        case AuditUnreadableException unreadable -> unreadable;
        case AuditUncertainException uncertain -> uncertain;
        case null, default ->
            new AuditUncertainException("log '" + origin() + "' failed while it wrote; the records may be in it", e);
      };
    }
  }
}
