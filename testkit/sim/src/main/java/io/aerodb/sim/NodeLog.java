package io.aerodb.sim;

/**
 * The write-ahead log of one member, and how it takes entries in.
 *
 * @param wal the history it holds
 * @param firstRetained sequence of the oldest entry that is still there; 1 while nothing was cut off, also in an
 *     empty log
 * @param visible sequence up to which committed transactions are visible to its readers
 * @param heldBack how many entries it stays behind the member it follows
 * @param stalled whether it takes entries in without making them visible
 */
record NodeLog(Wal wal, long firstRetained, long visible, long heldBack, boolean stalled) {
  /** Entries in one segment file. */
  static final long SEGMENT_ENTRIES = 64;

  static final NodeLog EMPTY = new NodeLog(Wal.EMPTY, 1, 0, 0, false);

  /** The same member with a longer history. */
  NodeLog with(Wal longer) {
    return new NodeLog(longer, firstRetained, stalled ? visible : longer.last(), heldBack, stalled);
  }

  NodeLog heldBack(long entries) {
    return new NodeLog(wal, firstRetained, visible, entries, stalled);
  }

  NodeLog stall() {
    return new NodeLog(wal, firstRetained, visible, heldBack, true);
  }

  /** Everything held is visible, and nothing is held back any more. */
  NodeLog caughtUp(Wal whole, long first) {
    return new NodeLog(whole, first, whole.last(), 0, false);
  }

  /** Cuts off every segment before the one that holds the newest entry. */
  NodeLog cutOff() {
    long current = wal.last() == 0 ? 1 : (wal.last() - 1) / SEGMENT_ENTRIES * SEGMENT_ENTRIES + 1;
    return new NodeLog(wal, Math.max(firstRetained, current), visible, heldBack, stalled);
  }

  /** Number of segment files that are there. */
  long segmentCount() {
    return wal.last() == 0 ? 0 : (wal.last() - 1) / SEGMENT_ENTRIES - (firstRetained - 1) / SEGMENT_ENTRIES + 1;
  }

  long bytes() {
    return (wal.last() - firstRetained + 1) * Wal.ENTRY_BYTES;
  }

  static NodeLog read(Fields fields) {
    return new NodeLog(Wal.parse(fields.text("wal")), fields.number("first-retained"), fields.number("visible"),
        fields.number("held-back"),
        Boolean.parseBoolean(fields.text("stalled")));
  }

  Fields fields() {
    return Fields.empty().put("wal", wal).put("first-retained", firstRetained).put("visible", visible)
        .put("held-back", heldBack)
        .put("stalled", stalled);
  }
}
