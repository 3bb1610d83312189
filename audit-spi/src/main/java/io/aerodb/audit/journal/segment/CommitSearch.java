package io.aerodb.audit.journal.segment;

import io.aerodb.audit.journal.disk.DiskReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Looks for evidence behind bad bytes: a whole commit line of a later batch. It need not begin a line, since the line
 * feed before it may be what is damaged; inside a record it can't stand, because there its quotes are escaped or no
 * line feed follows its end.
 */
final class CommitSearch {
  private static final int WINDOW = 1 << 16;

  private CommitSearch() {}

  /**
   * A commit line.
   *
   * @param commit what it says
   * @param offset where it begins
   */
  record Found(CommitLine commit, long offset) {}

  /**
   * Searches for the commit line of a batch that begins behind a sequence.
   *
   * @param first the sequence that the batch with the bad bytes begins with; its own commit line proves nothing, since
   *     the pages of one write reach a disk in any order
   */
  static Optional<Found> laterThan(DiskReader source, long first, long from, long to) throws IOException {
    byte[] window = new byte[WINDOW];
    int kept = 0;
    for (long position = from; position < to;) {
      int n = source.read(position, window, kept, (int) Math.min(WINDOW - kept, to - position));
      if (n < 0) {
        return Optional.empty();
      }
      int length = kept + n;
      Optional<Found> found = in(window, length, position - kept, first);
      if (found.isPresent()) {
        return found;
      }
      position += n;
      kept = Math.min(length, CommitLine.MAX_BYTES + 1);
      System.arraycopy(window, length - kept, window, 0, kept);
    }
    return Optional.empty();
  }

  private static Optional<Found> in(byte[] window, int length, long offset, long first) {
    for (int i = 0; i + CommitLine.START.length <= length; i++) {
      if (Arrays.equals(window, i, i + CommitLine.START.length, CommitLine.START, 0, CommitLine.START.length)) {
        int end = i;
        while (end < length && end - i <= CommitLine.MAX_BYTES && window[end] != '\n') {
          end++;
        }
        if (end < length) {
          Optional<CommitLine> commit =
              CommitLine.parse(Arrays.copyOfRange(window, i, end)).filter(c -> c.first() > first);
          if (commit.isPresent()) {
            return Optional.of(new Found(commit.get(), offset + i));
          }
        }
      }
    }
    return Optional.empty();
  }
}
