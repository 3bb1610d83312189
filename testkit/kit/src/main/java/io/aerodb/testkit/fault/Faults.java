package io.aerodb.testkit.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The faults of a double that wait for a call; each strikes once, the oldest that fits first. */
final class Faults<C> {
  private final List<PlannedFault<C>> planned = new ArrayList<>();

  private record PlannedFault<C>(Predicate<? super C> when, Fault fault) {}

  synchronized void add(Predicate<? super C> when, Fault fault) {
    planned.add(new PlannedFault<>(when, fault));
  }

  synchronized void clear() {
    planned.clear();
  }

  synchronized int waiting() {
    return planned.size();
  }

  @Nullable Object around(C call, Supplier<?> effect) {
    return next(call).around(effect);
  }

  private synchronized Fault next(C call) {
    for (Iterator<PlannedFault<C>> each = planned.iterator(); each.hasNext();) {
      PlannedFault<C> candidate = each.next();
      if (candidate.when().test(call)) {
        each.remove();
        return candidate.fault();
      }
    }
    return Fault.pass();
  }
}
