package io.aerodb.testkit.simulation;

import io.aerodb.audit.AuditRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Leads a world through its events and notes what each of them came to. */
final class Trace {
  private final List<String> entries = new ArrayList<>();
  private int history;
  private int records;

  List<String> entries() {
    return entries;
  }

  /** What did not hold, and when. */
  Optional<String> follow(World world, List<Op> ops) {
    for (Op op : ops) {
      Optional<String> broken = attempt(() -> world.step(op));
      note(world, op);
      if (broken.isPresent()) {
        return Optional.of(broken.get() + ", at event " + entries.size());
      }
    }
    return attempt(world::atTheEnd).map(broken -> broken + ", at the end");
  }

  private static Optional<String> attempt(Runnable work) {
    try {
      work.run();
      return Optional.empty();
    } catch (Broken e) {
      return Optional.ofNullable(e.getMessage());
    } catch (RuntimeException | AssertionError e) {
      return Optional.of("a throwable came out: " + e);
    }
  }

  private void note(World world, Op op) {
    List<HistoryEvent> happened = world.history().events();
    List<AuditRecord> recorded = world.records();
    entries.add(op + " " + List.copyOf(happened.subList(history, happened.size())) + recorded
        .subList(records, recorded.size()).stream().map(Trace::line).collect(Collectors.joining()));
    history = happened.size();
    records = recorded.size();
  }

  private static String line(AuditRecord record) {
    return "\n    " + record.sequence() + " " + record.event().stage() + " " + record.event().requestId().orElse("-")
        + " " + record.receipt().leafHash();
  }
}
