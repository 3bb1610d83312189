package io.aerodb.audit.journal.write;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.judge.AppendDecision;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * An append on its way through the writer thread.
 *
 * @param answer completed exactly once
 */
public record PendingAppend(Precondition precondition, List<AuditEvent> events, CompletableFuture<Reply> answer) {
  /** What the writer says. */
  public sealed interface Reply {
    /** The judgement stands; what was accepted is durable. */
    record Decided(AppendDecision judgement) implements Reply {}

    /** Nobody knows. */
    record Uncertain(Throwable cause) implements Reply {}
  }

  void settle(AppendDecision judgement) {
    answer.complete(new Reply.Decided(judgement));
  }

  void refuse(String reason) {
    settle(new AppendDecision.Refused(reason));
  }

  /** Waits; an interrupt is kept and changes nothing, since the writer goes on all the same. */
  Reply await() {
    return answer.join();
  }
}
