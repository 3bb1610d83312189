package io.aerodb.audit.journal;

import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.AuditTrail;
import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.Verification;
import io.aerodb.audit.journal.open.RecoveryNotices;
import io.aerodb.audit.journal.segment.JournalCorruptException;
import io.aerodb.audit.journal.segment.JournalLayout;
import io.aerodb.audit.journal.segment.JournalTrail;
import io.aerodb.audit.journal.segment.RecordIndex;
import io.aerodb.audit.journal.segment.SegmentScanner;
import io.aerodb.audit.judge.LogState;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A journal that is only read: each query first takes in what was committed since, and writes nothing. */
final class ReadOnlyJournal implements AuditTrail {
  private static final int ATTEMPTS = 3;

  private final JournalLayout files;
  private final String origin;
  private List<RecoveryNotices.Entry> notices;
  private JournalTrail trail;
  private SegmentScanner scan;
  private boolean closed;

  private ReadOnlyJournal(JournalLayout files) throws IOException {
    this.files = files;
    this.origin = files.readOrigin();
    this.notices = RecoveryNotices.list(files);
    this.trail = new JournalTrail(files, origin, new LogState(RecoveryNotices.of(notices)), new RecordIndex());
    this.scan = new SegmentScanner(files, origin, trail.state(), trail.index());
  }

  static ReadOnlyJournal open(JournalLayout files) {
    ReadOnlyJournal journal;
    try {
      journal = new ReadOnlyJournal(files);
    } catch (JournalCorruptException e) {
      throw damaged(files, e);
    } catch (IOException e) {
      throw new AuditUnreadableException(
          "log in " + files.directory() + " can't be read: " + e.getClass().getSimpleName(), e);
    }
    JournalTrail unused = journal.current();
    return journal;
  }

  @Override
  public String origin() {
    return origin;
  }

  @Override
  public Optional<String> cluster() {
    return current().state().snapshot().cluster();
  }

  @Override
  public List<AuditRecord> read(AuditQuery query) {
    return current().read(query);
  }

  @Override
  public Optional<AuditRecord> first(String requestId) {
    return current().first(requestId);
  }

  @Override
  public ControlStatus controlStatus() {
    return current().controlStatus();
  }

  @Override
  public Verification verify() {
    try {
      return current().verify();
    } catch (AuditUnreadableException e) {
      if (e.getCause() instanceof JournalCorruptException damage) {
        return new Verification.Damaged(damage.firstDamaged(), damage.what());
      }
      throw e;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  private synchronized JournalTrail current() {
    if (closed) {
      throw new AuditUnreadableException("log '" + origin + "' is closed");
    }
    for (int attempt = 1;; attempt++) {
      try {
        readOn();
        return trail;
      } catch (JournalCorruptException e) {
        // A writer that is just opening cuts the end off and goes on there, so that one pass may see the bytes of two
        // moments.
        if (attempt == ATTEMPTS) {
          throw damaged(files, e);
        }
      } catch (IOException e) {
        throw new AuditUnreadableException(
            "log in " + files.directory() + " can't be read: " + e.getClass().getSimpleName(), e);
      }
    }
  }

  // A notice must be known before the confirmation that acknowledges it is read; if one has come up meanwhile,
  // everything is read anew.
  private void readOn() throws IOException {
    while (true) {
      SegmentScanner.Tail unused = scan.advance();
      List<RecoveryNotices.Entry> now = RecoveryNotices.list(files);
      if (now.equals(notices)) {
        return;
      }
      notices = now;
      trail = new JournalTrail(files, origin, new LogState(RecoveryNotices.of(now)), new RecordIndex());
      scan = new SegmentScanner(files, origin, trail.state(), trail.index());
    }
  }

  private static AuditUnreadableException damaged(JournalLayout files, JournalCorruptException e) {
    return new AuditUnreadableException("log in " + files.directory() + " is damaged: " + e.what(), e);
  }
}
