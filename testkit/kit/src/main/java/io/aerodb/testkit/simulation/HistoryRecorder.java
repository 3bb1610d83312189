package io.aerodb.testkit.simulation;

import java.util.ArrayList;
import java.util.List;

/** Collects the history of one run in order, and has each event judged as it comes. */
final class HistoryRecorder {
  private final HistoryChecker checker = new HistoryChecker();
  private final List<HistoryEvent> events = new ArrayList<>();
  private int calls;
  private int changes;

  /** The number of an operator's next call. */
  int nextCall() {
    return ++calls;
  }

  void add(HistoryEvent event) {
    events.add(event);
    checker.take(event).ifPresent(InvariantViolation::raise);
  }

  /** Adds the changes of authority that happened since the cluster was looked at last. */
  void follow(ClusterUnderTest cluster) {
    List<AuthorityChange> all = cluster.authorityChanges();
    InvariantViolation.unless(all.size() >= changes, "the cluster forgot an execution: " + all);
    List<AuthorityChange> fresh = all.subList(changes, all.size());
    changes = all.size();
    fresh.forEach(change -> add(new HistoryEvent.Executed(change)));
  }

  boolean executed(String requestId) {
    return checker.executed(requestId);
  }

  List<HistoryEvent> events() {
    return events;
  }
}
