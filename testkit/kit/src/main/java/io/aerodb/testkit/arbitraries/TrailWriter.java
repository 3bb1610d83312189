package io.aerodb.testkit.arbitraries;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the appends of several requests in an order that a log takes, each with what a plane would know by then. */
final class TrailWriter {
  private static final Duration TICK = Duration.ofMillis(250);

  private final String cluster;
  private final List<Append> appends = new ArrayList<>();
  private final Map<String, Long> claimed = new HashMap<>();
  private final Set<String> unresolved = new LinkedHashSet<>();
  private Instant now;
  private long sequence;
  private long lastControlDispatch;

  private TrailWriter(String cluster, Instant start) {
    this.cluster = cluster;
    this.now = start;
  }

  /**
   * The appends of these requests.
   *
   * @param picks which of the requests that are not done goes on next, each by its place among them; the first, once
   *     they run out
   */
  static List<Append> write(String cluster, Instant start, List<RequestPlan> plans, List<Integer> picks) {
    var writer = new TrailWriter(cluster, start);
    var open = new ArrayList<RequestProgress>();
    plans.forEach(plan -> open.add(new RequestProgress(plan, plan.appends(), 0)));
    for (int i = 0; !open.isEmpty(); i++) {
      int next = i < picks.size() ? picks.get(i) % open.size() : 0;
      RequestProgress progress = open.get(next);
      writer.append(progress.plan(), progress.appends().get(progress.at()));
      if (progress.at() + 1 < progress.appends().size()) {
        open.set(next, new RequestProgress(progress.plan(), progress.appends(), progress.at() + 1));
      } else {
        open.remove(next);
      }
    }
    return List.copyOf(writer.appends);
  }

  /** A request, and how many of its appends were written. */
  private record RequestProgress(RequestPlan plan, List<List<Stage>> appends, int at) {}

  private void append(RequestPlan plan, List<Stage> stages) {
    now = now.plus(TICK);
    Precondition precondition = precondition(plan, stages);
    var events = new ArrayList<AuditEvent>();
    for (Stage stage : stages) {
      sequence++;
      String id = plan.request().value();
      claimed.putIfAbsent(id, sequence);
      events.add(plan.event(stage, cluster, now,
          Bodies.of(stage, plan.filler(), claimed.get(id), List.copyOf(unresolved))));
      advance(plan, stage);
    }
    appends.add(new Append(precondition, events));
  }

  private Precondition precondition(RequestPlan plan, List<Stage> stages) {
    if (stages.getFirst() == Stage.REQUESTED) {
      return new Precondition.Unclaimed(plan.request().value());
    }
    return stages.contains(Stage.DISPATCHED) && plan.control()
        ? new Precondition.LastControlDispatch(lastControlDispatch) : new Precondition.None();
  }

  private void advance(RequestPlan plan, Stage stage) {
    if (stage == Stage.CONFIRMED) {
      unresolved.clear();
    } else if (plan.control() && stage == Stage.DISPATCHED) {
      lastControlDispatch = sequence;
      unresolved.add(plan.request().value());
    } else if (plan.control() && stage != Stage.UNKNOWN && stage != Stage.DUPLICATE) {
      unresolved.remove(plan.request().value());
    }
  }
}
