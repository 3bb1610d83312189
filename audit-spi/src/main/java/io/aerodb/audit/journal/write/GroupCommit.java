package io.aerodb.audit.journal.write;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Group commit: whatever waits is judged in order, written in one go and forced once; only then does the state move and
 * anybody learn anything. The next batch begins after that (batches are never pipelined), which is what recovery reads
 * its evidence from.
 */
final class GroupCommit {
  private final OpenJournal journal;
  private final Supplier<Optional<PendingAppend>> more;

  GroupCommit(OpenJournal journal, Supplier<Optional<PendingAppend>> more) {
    this.journal = journal;
    this.more = more;
  }

  /**
   * Why nothing more may be written.
   *
   * @param reason in our own words
   */
  record Breakdown(String reason, Throwable cause) {}

  /**
   * Writes a batch and answers everybody in it.
   *
   * @param first the append that begins it
   * @return why there can't be another; empty when there can
   */
  Optional<Breakdown> write(PendingAppend first) {
    var batch = new Batch(journal.trail());
    try {
      for (Optional<PendingAppend> next = Optional.of(first); next.isPresent();
          next = batch.isFull() ? Optional.empty() : more.get()) {
        batch.judge(next.get());
      }
      if (!batch.isEmpty()) {
        journal.active().check();
        journal.active().makeRoom(batch.first(), batch.size());
      }
    } catch (Throwable e) {
      Breakdown broken = new Breakdown("before writing, " + said(e), e);
      batch.notWritten("log takes nothing more: " + broken.reason());
      return Optional.of(broken);
    }
    return batch.isEmpty() ? settled(batch) : force(batch);
  }

  private Optional<Breakdown> force(Batch batch) {
    try {
      long start = journal.active().size();
      journal.active().write(batch.closed());
      batch.publish(start);
    } catch (Throwable e) {
      Breakdown broken = new Breakdown("writing failed with " + e.getClass().getSimpleName(), e);
      batch.uncertain(e);
      return Optional.of(broken);
    }
    return settled(batch);
  }

  private static Optional<Breakdown> settled(Batch batch) {
    batch.settle();
    return Optional.empty();
  }

  // Only an IOException of this package says in its message what was found; of anything else the class is all that is
  // told.
  private static String said(Throwable e) {
    return e instanceof JournalChangedException changed ? changed.what() : e.getClass().getSimpleName();
  }
}
