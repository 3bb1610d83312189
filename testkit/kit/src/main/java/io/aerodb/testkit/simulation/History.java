package io.aerodb.testkit.simulation;

import java.util.ArrayList;
import java.util.List;

/** The history of one run, judged event by event. */
final class History {
  private final HistoryChecker checker = new HistoryChecker();
  private final List<HistoryEvent> events = new ArrayList<>();
  private int calls;
  private int executions;

  /** A number for the next call of a person. */
  int nextCall() {
    return ++calls;
  }

  void add(HistoryEvent event) {
    events.add(event);
    checker.take(event).ifPresent(Broken::rule);
  }

  /** Takes in what the cluster did since it was looked at last. */
  void follow(ClusterUnderTest cluster) {
    List<Execution> all = cluster.executions();
    Broken.unless(all.size() >= executions, "the cluster forgot an execution: " + all);
    List<Execution> fresh = all.subList(executions, all.size());
    executions = all.size();
    fresh.forEach(execution -> add(new HistoryEvent.Executed(execution)));
  }

  boolean executed(String requestId) {
    return checker.executed(requestId);
  }

  List<HistoryEvent> events() {
    return events;
  }
}
