package io.aerodb.command;

import io.aerodb.audit.json.Json;
import io.aerodb.command.error.Detail;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Changes who is primary. Always confirmed, always with a reason, and its outcome may be unknown.
 *
 * @since 0.1
 */
public sealed interface ControlCommand extends Command<CompletedTransition>, Confirmable<CompletedTransition>
    permits RequestPromotion, RequestDemotion, ForcePromotion {
  /** The member that is named; exact. */
  NodeId node();

  /** Why, in the operator's words. */
  Reason reason();

  /** Which change of authority it asks for. */
  Transition transition();

  /** The kernel invariants that the operator overrides; empty unless it is a force. */
  SortedSet<InvariantId> overrides();

  @Override
  default Class<CompletedTransition> resultType() {
    return CompletedTransition.class;
  }

  @Override
  default Optional<NodeId> target() {
    return Optional.of(node());
  }

  @Override
  default ClusterId clusterOf(CompletedTransition answer) {
    return answer.cluster();
  }

  @Override
  default Json.Obj answerJson(CompletedTransition answer) {
    return KernelJson.of(answer);
  }

  @Override
  default List<Detail> mismatches(CompletedTransition answer) {
    var found = new ArrayList<>(Detail.ofMismatch("target", node(), answer.target()));
    found.addAll(Detail.ofMismatch("transition", transition(), answer.transition()));
    return found;
  }
}
