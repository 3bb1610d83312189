package io.aerodb.sim;

import io.aerodb.kernel.WalPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The entries of a member's write-ahead log, as runs with the authority that wrote them: {@code 1:10,3:15} are ten
 * entries written under epoch 1 and five under epoch 3. Two logs agree as far as their runs do, so a fork is seen in
 * the data and not in a flag.
 *
 * @param runs each past the one before
 */
record Wal(List<Run> runs) {
  /** Size of every simulated entry. */
  static final long ENTRY_BYTES = 128;

  static final Wal EMPTY = new Wal(List.of());

  /** Successive entries up to and with {@code last}, all by one writer. */
  record Run(String writer, long last) {}

  Wal {
    runs = List.copyOf(runs);
  }

  static Wal parse(String text) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    List<Run> runs = new ArrayList<>();
    for (String run : text.split(",", -1)) {
      int colon = run.indexOf(':');
      runs.add(new Run(run.substring(0, colon), Long.parseLong(run.substring(colon + 1))));
    }
    return new Wal(runs);
  }

  static Optional<WalPosition> position(long sequence) {
    return sequence == 0 ? Optional.empty() : Optional.of(new WalPosition(sequence, sequence * ENTRY_BYTES));
  }

  /** For texts: a position, or that there is none. */
  static String at(long sequence) {
    return position(sequence).map(WalPosition::toString).orElse("the start of an empty log");
  }

  /** Sequence of the newest entry; 0 when there is none. */
  long last() {
    return runs.isEmpty() ? 0 : runs.getLast().last();
  }

  Wal append(String writer, long entries) {
    if (entries == 0) {
      return this;
    }
    List<Run> longer = new ArrayList<>(runs);
    if (!longer.isEmpty() && longer.getLast().writer().equals(writer)) {
      longer.removeLast();
    }
    longer.add(new Run(writer, last() + entries));
    return new Wal(longer);
  }

  /** The leading entries up to and with {@code sequence}. */
  Wal upTo(long sequence) {
    List<Run> shorter = new ArrayList<>();
    long before = 0;
    for (Run run : runs) {
      if (before < sequence) {
        shorter.add(new Run(run.writer(), Math.min(run.last(), sequence)));
      }
      before = run.last();
    }
    return new Wal(shorter);
  }

  /** How many leading entries the two have in common. */
  long commonWith(Wal other) {
    long common = 0;
    int here = 0;
    int there = 0;
    while (here < runs.size() && there < other.runs.size()
        && runs.get(here).writer().equals(other.runs.get(there).writer())) {
      long mine = runs.get(here).last();
      long theirs = other.runs.get(there).last();
      common = Math.min(mine, theirs);
      here += mine == common ? 1 : 0;
      there += theirs == common ? 1 : 0;
    }
    return common;
  }

  boolean isPrefixOf(Wal other) {
    return commonWith(other) == last();
  }

  /**
   * How many leading entries belong to a cluster whose history is {@code line} and goes on with entries of {@code
   * writer}.
   */
  long onLine(Wal line, String writer) {
    Wal endless = line.append(writer, Math.max(0, last() - line.last()));
    return commonWith(endless);
  }

  @Override
  public String toString() {
    return String.join(",", runs.stream().map(run -> run.writer() + ":" + run.last()).toList());
  }
}
