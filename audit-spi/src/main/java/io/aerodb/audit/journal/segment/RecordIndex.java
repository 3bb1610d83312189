package io.aerodb.audit.journal.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where each record begins, and a hash of its request id: 12 bytes for a record. Derived, held in memory, made anew at
 * each opening; a hit is believed only after it was confirmed against the line itself.
 *
 * <p>Added to by one thread. Any thread may ask for a sequence once the state that covers it was published.
 */
public final class RecordIndex {
  private static final int CHUNK_BITS = 12;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private volatile List<Segment> segments = List.of();
  private volatile long[][] offsets = {};
  private volatile int[][] hashes = {};
  private long size;

  /** Begins a segment. */
  public void begin(Segment segment) {
    var more = new ArrayList<>(segments);
    more.add(segment);
    segments = List.copyOf(more);
  }

  /** Adds the next sequence, in the newest segment. */
  public void add(long offset, int hash) {
    int chunk = (int) (size >>> CHUNK_BITS);
    if (chunk == offsets.length) {
      offsets = grown(offsets, new long[CHUNK]);
      hashes = grown(hashes, new int[CHUNK]);
    }
    offsets[chunk][(int) size & (CHUNK - 1)] = offset;
    hashes[chunk][(int) size & (CHUNK - 1)] = hash;
    size++;
  }

  long offset(long sequence) {
    return offsets[(int) ((sequence - 1) >>> CHUNK_BITS)][(int) (sequence - 1) & (CHUNK - 1)];
  }

  int hash(long sequence) {
    return hashes[(int) ((sequence - 1) >>> CHUNK_BITS)][(int) (sequence - 1) & (CHUNK - 1)];
  }

  /** The segment that holds a sequence. */
  Segment segment(long sequence) {
    List<Segment> all = segments;
    int low = 0;
    int high = all.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (all.get(middle).first() <= sequence) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return all.get(low);
  }

  public List<Segment> segments() {
    return segments;
  }

  public static int hash(Optional<String> requestId) {
    return requestId.map(String::hashCode).orElse(0);
  }

  private static <T> T[] grown(T[] before, T chunk) {
    T[] after = Arrays.copyOf(before, before.length + 1);
    after[before.length] = chunk;
    return after;
  }
}
