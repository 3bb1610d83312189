package io.aerodb.audit.journal;

import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.audit.state.LogState;
import java.io.Closeable;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A journal that is open for writing.
 *
 * @param trail what is read
 * @param active where it is written
 * @param lock released last
 */
record OpenJournal(JournalTrail trail, ActiveSegment active, Closeable lock) implements Closeable {
  private static final int ORIGIN_BYTES = 16;

  /** Takes the lock, makes what is not there, reads everything and brings the end into order. */
  static OpenJournal open(JournalFiles files, Options options) throws IOException {
    files.ensureDirectory(files.directory());
    Optional<Closeable> lock = files.disk().lock(files.lock());
    if (lock.isEmpty()) {
      throw new AuditUnreadableException("log in " + files.directory() + " is open for writing already");
    }
    try {
      return read(files, options, lock.get());
    } catch (IOException | RuntimeException e) {
      lock.get().close();
      throw e;
    }
  }

  private static OpenJournal read(JournalFiles files, Options options, Closeable lock) throws IOException {
    if (!files.disk().exists(files.manifest())) {
      create(files, options);
    }
    String origin = files.readOrigin();
    if (!options.origin().orElse(origin).equals(origin)) {
      throw new AuditUnreadableException(
          "log in " + files.directory() + " is '" + origin + "' but '" + options.origin().orElseThrow()
              + "' was asked for");
    }
    files.ensureDirectory(files.quarantine());
    List<Notices.Entry> notices = Notices.list(files);
    var state = new LogState(Notices.of(notices));
    var index = new Index();
    Scan.Tail tail = new Scan(files, origin, state, index).advance();
    new Recovery(files, state).settle(tail, notices);
    return new OpenJournal(new JournalTrail(files, origin, state, index),
        new ActiveSegment(files, index, options.segmentBytes()), lock);
  }

  // The manifest comes last: where it stands there is at least one segment, so that segments which are gone are noticed.
  private static void create(JournalFiles files, Options options) throws IOException {
    files.ensureDirectory(files.segments());
    List<Segment> found = files.listSegments();
    Segment first = Segment.in(files.segments(), 1);
    boolean begun = found.isEmpty() || (found.equals(List.of(first)) && files.disk().stat(first.file()).size() == 0);
    if (!begun) {
      throw new DamageException(1, "journal.json is missing although there are segments");
    }
    files.disk().openForAppend(first.file()).close();
    files.disk().forceDirectory(files.segments());
    files.writeManifest(options.origin().orElseGet(() -> newOrigin(options)));
  }

  private static String newOrigin(Options options) {
    byte[] bits = new byte[ORIGIN_BYTES];
    options.random().nextBytes(bits);
    return "aerodb-journal/" + HexFormat.of().formatHex(bits);
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      active.close();
    }
  }
}
