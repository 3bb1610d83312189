package io.aerodb.sim;

import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.OngoingTransition;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;

/** An order that a kernel has begun to carry out and not ended. */
record Ongoing(String requestId, String digest, Transition transition, NodeId target) {
  static Ongoing of(TransitionOrder order) {
    return new Ongoing(order.requestId(), order.commandDigest(), order.transition(), order.target());
  }

  OngoingTransition view() {
    return new OngoingTransition(requestId, transition, target);
  }

  static Ongoing read(Fields fields) {
    return new Ongoing(fields.text("request"), fields.text("digest"), Transition.valueOf(fields.text("transition")),
        new NodeId(fields.text("target")));
  }

  Fields fields() {
    return Fields.empty().put("request", requestId).put("digest", digest).put("transition", transition).put("target",
        target);
  }
}
