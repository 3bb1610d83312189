package com.acme.kernel;

import io.aerodb.kernel.*;
import java.util.*;
import java.util.function.Supplier;

/** A cluster whose members live in this process. What you operate stands in its place. */
final class Cluster {
  enum Life {
    ANSWERS, HALTED, SILENT, DEAD
  }

  /** A member and its log, a letter for each entry. */
  record Member(Life life, String log) {
    Optional<WalPosition> position() {
      return Optional.of(log.length()).filter(n -> n > 0).map(n -> new WalPosition(n, n));
    }
  }

  /** What an order was answered, and the digest that it came with. */
  record Answer(String digest, KernelResponse<CompletedTransition> response) {}

  final ClusterId id = new ClusterId("acme");
  final SortedMap<NodeId, Member> members = new TreeMap<>();
  final Map<String, Answer> answers = new HashMap<>();
  final List<CompletedTransition> transitions = new ArrayList<>();
  NodeId holder = new NodeId("n1");
  boolean reachable = true;

  /**
   * Nothing else is read or done meanwhile: so a view is of one moment, and comparing the epoch and acting are one
   * step.
   */
  synchronized <T> T step(Supplier<T> body) {
    if (!reachable) {
      throw new KernelUnavailableException("cluster " + id + " can't be reached");
    }
    return body.get();
  }

  AuthorityEpoch epoch() {
    return new AuthorityEpoch("epoch-" + transitions.size());
  }

  /** The effect, and the evidence of it. */
  CompletedTransition promote(NodeId target, String requestId) {
    AuthorityEpoch before = epoch();
    AuthorityEpoch after = new AuthorityEpoch("epoch-" + (transitions.size() + 1));
    transitions.add(CompletedTransition.builder().cluster(id).requestId(requestId).transition(Transition.PROMOTION)
        .target(target).epochBefore(before).epochAfter(after).position(members.get(target).position()).build());
    holder = target;
    return transitions.getLast();
  }
}
