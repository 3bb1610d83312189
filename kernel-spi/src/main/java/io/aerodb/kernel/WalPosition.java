package io.aerodb.kernel;

import java.util.Comparator;

/**
 * A place in the write-ahead log. Positions are read member by member at their own moment: they are not part of what
 * makes a view consistent.
 *
 * @param sequence number of a WAL entry, 1 to 2^53-1; it never rewinds
 * @param byteOffset where that entry ends, in bytes, 0 to 2^53-1
 * @since 0.1
 */
public record WalPosition(long sequence, long byteOffset) implements Comparable<WalPosition> {
  private static final Comparator<WalPosition> ORDER = Comparator.comparingLong(WalPosition::sequence)
      .thenComparingLong(WalPosition::byteOffset);

  public WalPosition {
    Checks.range("WAL sequence", sequence, 1, Checks.MAX_INTEGER);
    Checks.count("WAL byte offset", byteOffset);
  }

  @Override
  public int compareTo(WalPosition other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return sequence + "@" + byteOffset;
  }
}
