package io.aerodb.audit.journal.open;

import io.aerodb.audit.RecoveryNotice;
import io.aerodb.audit.journal.disk.DiskFile;
import io.aerodb.audit.journal.disk.DiskReader;
import io.aerodb.audit.journal.segment.JournalLayout;
import io.aerodb.audit.journal.segment.SegmentScanner;
import io.aerodb.audit.journal.segment.UncommittedBatch;
import io.aerodb.audit.judge.LogState;
import io.aerodb.audit.merkle.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Brings the end of a journal into order when it is opened for writing: a batch that was not closed, of which nobody
 * was told. Whole lines stay and are closed by a commit line; what is not whole is set aside first and cut off then.
 * Nothing is made up (AU-7).
 *
 * <p>Each step leaves a state from which the next opening goes on: names are derived from the bytes, so that a repeated
 * step writes the same.
 */
final class TailRecovery {
  private static final int CHUNK = 1 << 16;

  private final JournalLayout files;
  private final LogState state;

  TailRecovery(JournalLayout files, LogState state) {
    this.files = files;
    this.state = state;
  }

  /**
   * Brings the tail into order.
   *
   * @param known the notices that are there already
   */
  void settle(SegmentScanner.Tail tail, List<RecoveryNotices.Entry> known) throws IOException {
    if (tail.isClean()) {
      return;
    }
    RecoveryNotices.Entry entry = entry(tail);
    boolean isNew = tail.hasBadBytes() || !isKnown(tail, known);
    if (tail.hasBadBytes()) {
      setAside(tail, entry.notice().id());
    }
    if (isNew) {
      RecoveryNotices.write(files, entry);
    }
    close(tail);
    if (isNew && known.stream().noneMatch(e -> e.notice().equals(entry.notice()))) {
      state.notice(entry.notice());
    }
  }

  private void close(SegmentScanner.Tail tail) throws IOException {
    UncommittedBatch pending = tail.pending();
    try (DiskFile segment = files.disk().openForAppend(tail.segment().file())) {
      if (tail.hasBadBytes()) {
        segment.truncate(pending.end());
        segment.force();
      }
      if (!pending.isEmpty()) {
        segment.write(ByteBuffer.wrap(withLineFeed(pending.commit().bytes())));
        segment.force();
        pending.publish();
      }
    }
  }

  // The opening that set the bytes aside and cut them off was stopped before it closed the lines it kept: its notice
  // says all there is to say.
  private static boolean isKnown(SegmentScanner.Tail tail, List<RecoveryNotices.Entry> known) {
    return known.stream()
        .anyMatch(
            e -> e.first() == tail.pending().first()
                && e.keptEnd() == tail.pending().end()
                && e.segment().equals(tail.segment().name()));
  }

  private RecoveryNotices.Entry entry(SegmentScanner.Tail tail) throws IOException {
    UncommittedBatch pending = tail.pending();
    String id = "recovery-" + pending.first() + "-" + digest(tail);
    var text = new StringBuilder("When the log was opened, a batch at its end had not been closed.");
    if (!pending.isEmpty()) {
      text.append(" Records ").append(pending.first()).append(" to ").append(pending.last())
          .append(" were whole and are kept.");
    }
    if (tail.hasBadBytes()) {
      text.append(" The ").append(tail.size() - pending.end()).append(" bytes from byte ").append(pending.end())
          .append(" of ");
      text.append(tail.segment().name()).append(" were not whole and were set aside in quarantine/").append(id)
          .append(".bytes.");
    }
    return new RecoveryNotices.Entry(new RecoveryNotice(id, text.toString()), pending.first(), tail.segment().name(),
        pending.end());
  }

  private String digest(SegmentScanner.Tail tail) throws IOException {
    MessageDigest sha = Sha256.start();
    copy(tail.segment().file(), tail.pending().start(), tail.size(), (bytes, n) -> sha.update(bytes, 0, n));
    return HexFormat.of().formatHex(sha.digest(), 0, 4);
  }

  private void setAside(SegmentScanner.Tail tail, String id) throws IOException {
    Path target = files.setAside(id);
    Path before = target.resolveSibling(target.getFileName() + ".new");
    try (DiskFile out = files.disk().openForAppend(before)) {
      out.truncate(0);
      copy(tail.segment().file(), tail.pending().end(), tail.size(),
          (bytes, n) -> out.write(ByteBuffer.wrap(bytes, 0, n)));
      out.force();
    }
    files.disk().rename(before, target);
    files.disk().forceDirectory(files.quarantine());
  }

  private interface Sink {
    void take(byte[] bytes, int length) throws IOException;
  }

  private void copy(Path file, long from, long to, Sink sink) throws IOException {
    byte[] chunk = new byte[CHUNK];
    try (DiskReader source = files.disk().openForRead(file)) {
      for (long position = from; position < to;) {
        int n = source.read(position, chunk, 0, (int) Math.min(CHUNK, to - position));
        if (n < 0) {
          throw new IOException(file + " ended while it was read");
        }
        sink.take(chunk, n);
        position += n;
      }
    }
  }

  static byte[] withLineFeed(byte[] line) {
    byte[] whole = Arrays.copyOf(line, line.length + 1);
    whole[line.length] = '\n';
    return whole;
  }
}
