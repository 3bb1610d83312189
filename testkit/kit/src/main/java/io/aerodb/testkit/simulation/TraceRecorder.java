package io.aerodb.testkit.simulation;

import io.aerodb.audit.AuditRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Leads a simulator through its events and notes what each of them came to. */
final class TraceRecorder {
  private final List<String> entries = new ArrayList<>();
  private int history;
  private int records;

  List<String> entries() {
    return entries;
  }

  /** Runs all of them; what did not hold and when, if anything did not. */
  Optional<String> follow(Simulator simulator, List<Op> ops) {
    for (Op op : ops) {
      Optional<String> broken = attempt(() -> simulator.step(op));
      note(simulator, op);
      if (broken.isPresent()) {
        return Optional.of(broken.get() + ", at event " + entries.size());
      }
    }
    return attempt(simulator::atTheEnd).map(broken -> broken + ", at the end");
  }

  private static Optional<String> attempt(Runnable work) {
    try {
      work.run();
      return Optional.empty();
    } catch (InvariantViolation e) {
      return Optional.ofNullable(e.getMessage());
    } catch (RuntimeException | AssertionError e) {
      return Optional.of("a throwable came out: " + e);
    }
  }

  private void note(Simulator simulator, Op op) {
    List<HistoryEvent> happened = simulator.history().events();
    List<AuditRecord> recorded = simulator.records();
    entries.add(op + " " + List.copyOf(happened.subList(history, happened.size())) + recorded
        .subList(records, recorded.size()).stream().map(TraceRecorder::line).collect(Collectors.joining()));
    history = happened.size();
    records = recorded.size();
  }

  private static String line(AuditRecord record) {
    return "\n    " + record.sequence() + " " + record.event().stage() + " " + record.event().requestId().orElse("-")
        + " " + record.receipt().leafHash();
  }
}
