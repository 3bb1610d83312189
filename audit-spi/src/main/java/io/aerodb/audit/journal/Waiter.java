package io.aerodb.audit.journal;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.state.Judgement;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * An append on its way through the writer thread.
 *
 * @param answer completed exactly once
 */
record Waiter(Precondition precondition, List<AuditEvent> events, CompletableFuture<Reply> answer) {
  /** What the writer says. */
  sealed interface Reply {
    /** The judgement stands; what was accepted is durable. */
    record Settled(Judgement judgement) implements Reply {}

    /** Nobody knows. */
    record Uncertain(Throwable cause) implements Reply {}
  }

  void settle(Judgement judgement) {
    answer.complete(new Reply.Settled(judgement));
  }

  void refuse(String reason) {
    settle(new Judgement.Refused(reason));
  }

  /** Waits; an interrupt is kept and changes nothing, since the writer goes on all the same. */
  Reply await() {
    return answer.join();
  }
}
