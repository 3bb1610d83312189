package io.aerodb.audit.journal;

import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.state.Draft;
import io.aerodb.audit.state.Judgement;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32C;

/** Appends that become durable together. */
final class Batch {
  /** Most appends in a batch. */
  static final int MAX_APPENDS = 1024;

  /** A batch takes no further append once it has this many bytes. */
  static final int MAX_BYTES = 4 << 20;

  private final JournalTrail trail;
  private final long durable;
  private final Draft draft;
  private final List<Waiter> waiters = new ArrayList<>();
  private final List<Judgement> judgements = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);

  private record Line(int length, int hash) {}

  Batch(JournalTrail trail) {
    this.trail = trail;
    this.durable = trail.state().standing().last();
    this.draft = trail.state().draft();
  }

  /** Judges an append after those that are in it already. */
  void judge(Waiter waiter) {
    waiters.add(waiter);
    Judgement judgement = draft.judge(trail.origin(), waiter.precondition(), waiter.events());
    if (judgement instanceof Judgement.Accepted(List<AuditRecord> records)) {
      for (AuditRecord record : records) {
        byte[] line = record.line();
        bytes.writeBytes(line);
        bytes.write('\n');
        lines.add(new Line(line.length + 1, Index.hash(record.event().requestId())));
      }
    }
    judgements.add(judgement);
  }

  boolean isFull() {
    return waiters.size() >= MAX_APPENDS || bytes.size() >= MAX_BYTES;
  }

  /** Whether there is nothing to write. */
  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Sequence of the first record. */
  long first() {
    return durable + 1;
  }

  /** Length of what is written, at most. */
  int size() {
    return bytes.size() + CommitLine.MAX_BYTES;
  }

  /** The lines, closed by a commit line. */
  ByteBuffer closed() {
    var crc = new CRC32C();
    crc.update(bytes.toByteArray());
    bytes.writeBytes(new CommitLine(first(), durable + lines.size(), (int) crc.getValue()).bytes());
    bytes.write('\n');
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  /** Makes the records part of the log, once they are durable. */
  void publish(long start) {
    long offset = start;
    for (Line line : lines) {
      trail.index().add(offset, line.hash());
      offset += line.length();
    }
    trail.state().commit(draft);
  }

  /** Answers everybody what was judged. */
  void settle() {
    for (int i = 0; i < waiters.size(); i++) {
      waiters.get(i).settle(judgements.get(i));
    }
  }

  /** Answers everybody after a failure before the first byte was written: that is a fact. */
  void notWritten(String reason) {
    answer(reason, accepted -> new Waiter.Reply.Settled(new Judgement.Refused(reason)));
  }

  /** Answers everybody after a failure while writing: of what was accepted nobody knows. */
  void uncertain(Throwable cause) {
    answer("log failed while what this append was judged by was written",
        accepted -> new Waiter.Reply.Uncertain(cause));
  }

  private void answer(String reason, Function<Judgement.Accepted, Waiter.Reply> accepted) {
    for (int i = 0; i < waiters.size(); i++) {
      Judgement judgement = i < judgements.size() ? judgements.get(i) : new Judgement.Refused(reason);
      Waiter.Reply reply =
          switch (judgement) {
            case Judgement.Accepted all -> accepted.apply(all);
            case Judgement.Claimed(long first) when first > durable ->
                new Waiter.Reply.Settled(new Judgement.Refused(reason));
            case Judgement.Moved(long newest) when newest > durable ->
                new Waiter.Reply.Settled(new Judgement.Refused(reason));
            case Judgement.Claimed claimed -> new Waiter.Reply.Settled(claimed);
            case Judgement.Moved moved -> new Waiter.Reply.Settled(moved);
            case Judgement.Refused refused -> new Waiter.Reply.Settled(refused);
          };
      waiters.get(i).answer().complete(reply);
    }
  }
}
