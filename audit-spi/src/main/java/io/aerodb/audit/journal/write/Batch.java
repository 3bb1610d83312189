package io.aerodb.audit.journal.write;

import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.journal.segment.CommitLine;
import io.aerodb.audit.journal.segment.JournalTrail;
import io.aerodb.audit.journal.segment.RecordIndex;
import io.aerodb.audit.judge.AppendDecision;
import io.aerodb.audit.judge.BatchDraft;
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
  private final BatchDraft draft;
  private final List<PendingAppend> waiters = new ArrayList<>();
  private final List<AppendDecision> judgements = new ArrayList<>();
  private final List<WrittenLine> lines = new ArrayList<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);

  private record WrittenLine(int length, int hash) {}

  Batch(JournalTrail trail) {
    this.trail = trail;
    this.durable = trail.state().snapshot().last();
    this.draft = trail.state().draft();
  }

  /** Judges an append after those that are in it already. */
  void judge(PendingAppend waiter) {
    waiters.add(waiter);
    AppendDecision judgement = draft.judge(trail.origin(), waiter.precondition(), waiter.events());
    if (judgement instanceof AppendDecision.Accepted(List<AuditRecord> records)) {
      for (AuditRecord record : records) {
        byte[] line = record.line();
        bytes.writeBytes(line);
        bytes.write('\n');
        lines.add(new WrittenLine(line.length + 1, RecordIndex.hash(record.event().requestId())));
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
    for (WrittenLine line : lines) {
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
    answer(reason, accepted -> new PendingAppend.Reply.Decided(new AppendDecision.Refused(reason)));
  }

  /** Answers everybody after a failure while writing: of what was accepted nobody knows. */
  void uncertain(Throwable cause) {
    answer("log failed while what this append was judged by was written",
        accepted -> new PendingAppend.Reply.Uncertain(cause));
  }

  private void answer(String reason, Function<AppendDecision.Accepted, PendingAppend.Reply> accepted) {
    for (int i = 0; i < waiters.size(); i++) {
      AppendDecision judgement = i < judgements.size() ? judgements.get(i) : new AppendDecision.Refused(reason);
      PendingAppend.Reply reply =
          switch (judgement) {
            case AppendDecision.Accepted all -> accepted.apply(all);
            case AppendDecision.Claimed(long first) when first > durable ->
                new PendingAppend.Reply.Decided(new AppendDecision.Refused(reason));
            case AppendDecision.Moved(long newest) when newest > durable ->
                new PendingAppend.Reply.Decided(new AppendDecision.Refused(reason));
            case AppendDecision.Claimed claimed -> new PendingAppend.Reply.Decided(claimed);
            case AppendDecision.Moved moved -> new PendingAppend.Reply.Decided(moved);
            case AppendDecision.Refused refused -> new PendingAppend.Reply.Decided(refused);
          };
      waiters.get(i).answer().complete(reply);
    }
  }
}
