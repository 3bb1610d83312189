package io.aerodb.audit.judge;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A batch in the making: appends that were accepted but are not durable yet. Each is judged against what is durable
 * plus what stands before it here, and leaves no trace when it is not accepted. A draft that is never committed changes
 * nothing. Not thread-safe.
 */
public final class BatchDraft implements LogView {
  /** Most events in one append. */
  public static final int MAX_EVENTS = 1000;

  private final LogView base;
  private final Map<String, RequestState> changed = new HashMap<>();
  private LogSnapshot snapshot;

  /** A batch that begins with what that log knows now. */
  public BatchDraft(LogView base) {
    this.base = base;
    this.snapshot = base.snapshot();
  }

  /**
   * Judges an append, and takes it in if it is accepted. The records are encoded here, since one that is too long must
   * not be accepted.
   */
  public AppendDecision judge(String origin, Precondition precondition, List<AuditEvent> events) {
    Optional<String> misfit = misfit(precondition, events);
    if (misfit.isPresent()) {
      return new AppendDecision.Refused(misfit.get());
    }
    return switch (precondition) {
      case Precondition.None none -> accept(origin, Optional.empty(), events);
      case Precondition.Unclaimed(String id) -> {
        OptionalLong first = first(id);
        yield first.isPresent() ? new AppendDecision.Claimed(first.getAsLong())
            : accept(origin, Optional.of(id), events);
      }
      case Precondition.LastControlDispatch(long expected) -> {
        long newest = snapshot.lastControlDispatch();
        yield newest == expected ? accept(origin, Optional.empty(), events) : moved(expected, newest);
      }
    };
  }

  /**
   * Takes in a record that a log holds already.
   *
   * @return why it can't follow what stands before it; empty when it can
   */
  public Optional<String> replay(AuditRecord record) {
    if (record.sequence() != snapshot.last() + 1) {
      return Optional.of("sequence is " + record.sequence() + " but must be " + (snapshot.last() + 1));
    }
    var step = new RequestGrammar(this);
    Optional<String> refusal = step.take(record.event(), record.event().requestId());
    if (refusal.isEmpty()) {
      take(step);
    }
    return refusal;
  }

  /** The log as it will be. */
  @Override
  public LogSnapshot snapshot() {
    return snapshot;
  }

  /** The requests that this batch moves, as they will be. */
  public Map<String, RequestState> changed() {
    return changed;
  }

  @Override
  public @Nullable RequestState request(String id) {
    RequestState here = changed.get(id);
    return here != null ? here : base.request(id);
  }

  private OptionalLong first(String id) {
    RequestState found = request(id);
    return found == null ? OptionalLong.empty() : OptionalLong.of(found.first());
  }

  private AppendDecision accept(String origin, Optional<String> claim, List<AuditEvent> events) {
    var step = new RequestGrammar(this);
    var records = new ArrayList<AuditRecord>(events.size());
    for (AuditEvent event : events) {
      Optional<String> refusal = step.take(event, claim);
      if (refusal.isPresent()) {
        return new AppendDecision.Refused(refusal.get());
      }
      try {
        records.add(AuditRecord.of(origin, step.last(), event));
      } catch (IllegalArgumentException e) {
        return new AppendDecision.Refused(String.valueOf(e.getMessage()));
      }
    }
    take(step);
    return new AppendDecision.Accepted(records);
  }

  private void take(RequestGrammar step) {
    changed.putAll(step.changed());
    snapshot = step.snapshot();
  }

  private Optional<String> misfit(Precondition precondition, List<AuditEvent> events) {
    if (events.isEmpty() || events.size() > MAX_EVENTS) {
      return Optional.of("append has " + events.size() + " events but must have 1 to " + MAX_EVENTS);
    }
    AuditEvent first = events.getFirst();
    if (precondition instanceof Precondition.Unclaimed(String id)
        && !(first.stage() == Stage.REQUESTED && first.requestId().equals(Optional.of(id)))) {
      return Optional
          .of("precondition claims a request id but the first event is not the requested stage of that request");
    }
    for (AuditEvent event : events) {
      if (!event.time().equals(first.time())) {
        return Optional.of("events have the times " + first.time() + " and " + event.time() + " but must have one");
      }
    }
    return Optional.empty();
  }

  private static AppendDecision moved(long expected, long newest) {
    return newest == 0
        ? new AppendDecision.Refused(
            "precondition names the control dispatch " + expected + " but none was ever recorded")
        : new AppendDecision.Moved(newest);
  }
}
