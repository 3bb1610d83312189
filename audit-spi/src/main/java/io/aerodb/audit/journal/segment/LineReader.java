package io.aerodb.audit.journal.segment;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.journal.disk.DiskReader;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines of a segment from a window, so that neighbouring ones cost one read. Never looks past its limit. */
final class LineReader {
  private static final int MAX_LINE = AuditEvent.MAX_LINE_BYTES + 1;

  private final DiskReader source;
  private final byte[] window;
  private final long limit;
  private long windowStart;
  private int windowLength;
  private long position;

  LineReader(DiskReader source, long position, long limit) {
    this.source = source;
    this.position = position;
    this.limit = limit;
    this.window = new byte[(int) Math.max(1, Math.min(2L * MAX_LINE, limit - position))];
  }

  /** Where the next line begins. */
  long position() {
    return position;
  }

  boolean atEnd() {
    return position >= limit;
  }

  /** Goes somewhere else. */
  void seek(long to) {
    position = to;
  }

  /**
   * The next line without its line feed; {@code null} at the end, and where no line feed follows soon enough for a
   * line.
   */
  byte @Nullable [] next() throws IOException {
    int end = lineFeed();
    if (end < 0) {
      fill();
      end = lineFeed();
    }
    if (end < 0) {
      return null;
    }
    byte[] line = Arrays.copyOfRange(window, (int) (position - windowStart), end);
    position = windowStart + end + 1;
    return line;
  }

  private int lineFeed() {
    if (position < windowStart || position >= windowStart + windowLength) {
      return -1;
    }
    int from = (int) (position - windowStart);
    int to = Math.min(windowLength, from + MAX_LINE);
    for (int i = from; i < to; i++) {
      if (window[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void fill() throws IOException {
    windowStart = position;
    windowLength = 0;
    int wanted = (int) Math.min(window.length, limit - position);
    while (windowLength < wanted) {
      int n = source.read(windowStart + windowLength, window, windowLength, wanted - windowLength);
      if (n < 0) {
        return;
      }
      windowLength += n;
    }
  }
}
