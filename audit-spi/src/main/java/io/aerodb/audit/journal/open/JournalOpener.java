package io.aerodb.audit.journal.open;

import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.audit.journal.segment.JournalCorruptException;
import io.aerodb.audit.journal.segment.JournalLayout;
import io.aerodb.audit.journal.segment.JournalTrail;
import io.aerodb.audit.journal.segment.RecordIndex;
import io.aerodb.audit.journal.segment.Segment;
import io.aerodb.audit.journal.segment.SegmentScanner;
import io.aerodb.audit.journal.write.ActiveSegment;
import io.aerodb.audit.journal.write.OpenJournal;
import io.aerodb.audit.judge.LogState;
import java.io.Closeable;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Opens a journal for writing: takes the lock, makes what is not there, reads everything and brings the end into order.
 *
 * @param origin the name that the journal must have, or takes when it is made
 * @param segmentBytes how long a segment may grow
 * @param random where the name of a new journal comes from when none is given
 */
public record JournalOpener(JournalLayout files, Optional<String> origin, long segmentBytes, RandomGenerator random) {
  private static final int ORIGIN_BYTES = 16;

  /**
   * Opens it.
   *
   * @throws AuditUnreadableException when somebody else has it open for writing, or it has another origin
   * @throws JournalCorruptException when acknowledged records are damaged or missing
   */
  public OpenJournal open() throws IOException {
    files.ensureDirectory(files.directory());
    Optional<Closeable> lock = files.disk().lock(files.lock());
    if (lock.isEmpty()) {
      throw new AuditUnreadableException("log in " + files.directory() + " is open for writing already");
    }
    try {
      return read(lock.get());
    } catch (IOException | RuntimeException e) {
      lock.get().close();
      throw e;
    }
  }

  private OpenJournal read(Closeable lock) throws IOException {
    if (!files.disk().exists(files.manifest())) {
      create();
    }
    String found = files.readOrigin();
    if (!origin.orElse(found).equals(found)) {
      throw new AuditUnreadableException(
          "log in " + files.directory() + " is '" + found + "' but '" + origin.orElseThrow() + "' was asked for");
    }
    files.ensureDirectory(files.quarantine());
    List<RecoveryNotices.Entry> notices = RecoveryNotices.list(files);
    var state = new LogState(RecoveryNotices.of(notices));
    var index = new RecordIndex();
    SegmentScanner.Tail tail = new SegmentScanner(files, found, state, index).advance();
    new TailRecovery(files, state).settle(tail, notices);
    return new OpenJournal(new JournalTrail(files, found, state, index),
        new ActiveSegment(files, index, segmentBytes), lock);
  }

  // The manifest comes last: where it stands there is at least one segment, so that segments which are gone are
  // noticed.
  private void create() throws IOException {
    files.ensureDirectory(files.segments());
    List<Segment> found = files.listSegments();
    Segment first = Segment.in(files.segments(), 1);
    boolean begun = found.isEmpty() || (found.equals(List.of(first)) && files.disk().stat(first.file()).size() == 0);
    if (!begun) {
      throw new JournalCorruptException(1, "journal.json is missing although there are segments");
    }
    files.disk().openForAppend(first.file()).close();
    files.disk().forceDirectory(files.segments());
    files.writeManifest(origin.orElseGet(this::newOrigin));
  }

  private String newOrigin() {
    byte[] bits = new byte[ORIGIN_BYTES];
    random.nextBytes(bits);
    return "aerodb-journal/" + HexFormat.of().formatHex(bits);
  }
}
