package io.aerodb.sim;

import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.WalPosition;

/** Reads and writes the text form of a completed transition. */
final class Transitions {
  private Transitions() {}

  static CompletedTransition read(Fields fields) {
    long sequence = fields.number("position");
    return CompletedTransition.builder().cluster(new ClusterId(fields.text("cluster")))
        .requestId(fields.text("request"))
        .transition(Transition.valueOf(fields.text("transition"))).target(new NodeId(fields.text("target")))
        .epochBefore(new AuthorityEpoch(fields.text("epoch-before")))
        .epochAfter(new AuthorityEpoch(fields.text("epoch-after")))
        .position(Wal.position(sequence)).build();
  }

  static Fields fields(CompletedTransition last) {
    return Fields.empty().put("cluster", last.cluster()).put("request", last.requestId())
        .put("transition", last.transition())
        .put("target", last.target()).put("epoch-before", last.epochBefore()).put("epoch-after", last.epochAfter())
        .put("position", last.position().map(WalPosition::sequence).orElse(0L));
  }
}
