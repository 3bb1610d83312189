package io.aerodb.audit.journal;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.AuditTrail;
import io.aerodb.audit.AuditUncertainException;
import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.Verification;
import io.aerodb.audit.journal.disk.Disk;
import io.aerodb.audit.journal.open.JournalOpener;
import io.aerodb.audit.journal.segment.JournalLayout;
import io.aerodb.audit.journal.segment.JournalTrail;
import io.aerodb.audit.journal.write.JournalWriter;
import io.aerodb.audit.journal.write.PendingAppend;
import io.aerodb.audit.judge.AppendDecision;
import io.aerodb.audit.judge.Replies;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The audit log that is embedded: an append-only journal in a directory of a file system that keeps its promises about
 * {@code fdatasync}. It is not a log for several machines, and no proof against somebody who can write its files.
 *
 * <p>Carries AU-1, AU-2, AU-4, AU-5, AU-7, AU-9, AU-11 and AU-13. One process writes; any number read, by
 * {@link #read}, without a lock. Appends that wait at the same time share one write and one force. A failed write,
 * force or look at the files ends all writing until the journal is opened again, and so does a file that was replaced,
 * cut, extended or unlinked by somebody else; the log does not go on beside its own trail.
 *
 * <p>Opening reads the whole journal and holds 12 bytes for each record and an entry for each request id in memory;
 * records are read from disk when they are asked for. It takes some 20 microseconds for each record. Needs a file
 * system with file keys and directories that can be forced, as POSIX systems have.
 *
 * <p>Safe for any thread. Owns one daemon thread from {@link #open} to {@link #close}.
 *
 * @since 0.1
 */
public final class FileAuditLog implements AuditLog {
  private final JournalWriter writer;
  private final JournalTrail trail;
  private final Optional<String> residesIn;
  private volatile boolean closed;

  private FileAuditLog(JournalWriter writer, JournalTrail trail, Optional<String> residesIn) {
    this.writer = writer;
    this.trail = trail;
    this.residesIn = residesIn;
  }

  /**
   * Opens a journal for writing, and makes it if there is none. What a crash has left at its end is brought into order:
   * whole records stay, the rest is set aside in {@code quarantine/}, and a notice of it is part of
   * {@link #controlStatus()} until a confirmation acknowledges it. Blocks while it reads the journal.
   *
   * @param directory the journal's own; made if it is missing, in a directory that is there
   * @param options how
   * @throws AuditUnreadableException when acknowledged records are damaged or missing, when another process or another
   *     part of this one has it open for writing, when it has another origin than the one asked for, or when the file
   *     system fails; nothing that is there was changed then, except that a failing file system may have stopped
   *     recovery half-way
   */
  public static FileAuditLog open(Path directory, JournalOptions options) {
    var files = new JournalLayout(options.disk(), requireNonNull(directory, "directory"));
    var opener = new JournalOpener(files, options.origin(), options.segmentBytes(), options.random());
    var writer = new JournalWriter(files, opener::open);
    return new FileAuditLog(writer, writer.open().trail(), options.residesIn());
  }

  /**
   * Opens a journal for reading, while it is written or not. Takes no lock and changes nothing. Each query first reads
   * what was committed since and ends at the last commit line.
   *
   * @param directory of a journal
   * @throws AuditUnreadableException when there is no journal or acknowledged records are damaged or missing
   */
  public static AuditTrail read(Path directory) {
    return read(directory, Disk.local());
  }

  static AuditTrail read(Path directory, Disk disk) {
    return ReadOnlyJournal.open(new JournalLayout(disk, requireNonNull(directory, "directory")));
  }

  @Override
  public Appended append(Precondition precondition, List<AuditEvent> events) {
    var waiter =
        new PendingAppend(requireNonNull(precondition, "precondition"), List.copyOf(events), new CompletableFuture<>());
    return switch (writer.append(waiter)) {
      case PendingAppend.Reply.Decided(AppendDecision decision) -> Replies.of(decision, trail::record);
      case PendingAppend.Reply.Uncertain(Throwable cause) ->
          throw new AuditUncertainException(
              "log '" + trail.origin() + "' failed while it wrote; the records may be in it", cause);
    };
  }

  @Override
  public Optional<String> residesIn() {
    return residesIn;
  }

  @Override
  public String origin() {
    return trail.origin();
  }

  @Override
  public Optional<String> cluster() {
    return opened().state().snapshot().cluster();
  }

  @Override
  public List<AuditRecord> read(AuditQuery query) {
    return opened().read(query);
  }

  @Override
  public Optional<AuditRecord> first(String requestId) {
    return opened().first(requestId);
  }

  @Override
  public ControlStatus controlStatus() {
    return opened().controlStatus();
  }

  @Override
  public Verification verify() {
    return opened().verify();
  }

  /** Writes and answers what waits, ends the thread and releases the lock. */
  @Override
  public void close() {
    closed = true;
    writer.close();
  }

  private JournalTrail opened() {
    if (closed) {
      throw new AuditUnreadableException("log '" + trail.origin() + "' is closed");
    }
    return trail;
  }
}
