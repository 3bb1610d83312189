package io.aerodb.testkit.simulation;

import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.AuditTrail;
import io.aerodb.audit.Receipt;
import io.aerodb.audit.Stage;
import io.aerodb.audit.UnresolvedRequest;
import io.aerodb.audit.UnresolvedRequest.End;
import io.aerodb.audit.Verification;
import io.aerodb.testkit.fault.KernelMethod;
import io.aerodb.testkit.simulation.HistoryEvent.ReportedOutcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the audit trail against a model of it, against what the planes' log says of it, and against the history. */
final class TrailCheck {
  private final AuditTrail trail;
  private final AuditTrail asPlanesSeeIt;
  private final HistoryRecorder history;
  private final TrailModel model = new TrailModel();
  private final List<AuditRecord> records = new ArrayList<>();
  private final Map<KernelMethod, Integer> calls = new EnumMap<>(KernelMethod.class);
  private final Set<String> settled = new HashSet<>();

  TrailCheck(AuditTrail trail, AuditTrail asPlanesSeeIt, HistoryRecorder history) {
    this.trail = trail;
    this.asPlanesSeeIt = asPlanesSeeIt;
    this.history = history;
  }

  /** The kernel is called: the dispatch of this very call has to be durable. */
  void called(KernelMethod call, Optional<String> requestId) {
    catchUp();
    int times = calls.merge(call, 1, Integer::sum);
    boolean dispatched = requestId.map(call.isTransition() ? model::confirmedAndDispatched : model::dispatched)
        .orElseGet(() -> model.dispatches(call.methodName()) >= times);
    InvariantViolation.unless(dispatched, "the kernel was called for " + call
        + requestId.map(id -> " of " + id).orElse("") + " without a durable dispatch of its own");
  }

  /** What has to hold after every event. */
  void afterEvent() {
    catchUp();
    var unresolved = new LinkedHashMap<String, End>();
    for (UnresolvedRequest request : asPlanesSeeIt.controlStatus().unresolved()) {
      unresolved.put(request.requestId(), request.end());
    }
    InvariantViolation.unless(List.copyOf(unresolved.entrySet()).equals(List.copyOf(model.unresolved().entrySet())),
        "the log says that " + unresolved + " is unresolved, the trail says " + model.unresolved());
  }

  /** What has to hold once everything is over. */
  void atTheEnd() {
    catchUp();
    model.settledAs().forEach(this::settledAs);
    InvariantViolation.unless(trail.verify() instanceof Verification.Consistent, "the log does not agree with itself");
  }

  /** A person was told this, and that it is recorded: the record has to say the same. */
  void recorded(Receipt receipt, ReportedOutcome reported) {
    catchUp();
    InvariantViolation.unless(receipt.sequence() >= 1 && receipt.sequence() <= records.size()
        && records.get((int) receipt.sequence() - 1).receipt().equals(receipt), receipt + " names no record");
    Stage stage = records.get((int) receipt.sequence() - 1).event().stage();
    InvariantViolation.unless(ends(reported).contains(stage),
        reported + " was said, and record " + receipt.sequence() + " says " + stage);
  }

  private static Set<Stage> ends(ReportedOutcome reported) {
    return switch (reported) {
      case EXECUTED -> EnumSet.of(Stage.EXECUTED);
      case UNKNOWN -> EnumSet.of(Stage.UNKNOWN);
      case NOT_EXECUTED -> EnumSet.of(Stage.REJECTED, Stage.REFUSED, Stage.STALE, Stage.ABANDONED,
          Stage.KERNEL_REJECTED, Stage.NOT_ANSWERED, Stage.NOT_SENT);
      case CALL_REFUSED -> EnumSet.of(Stage.DUPLICATE, Stage.REJECTED, Stage.ABANDONED);
    };
  }

  List<AuditRecord> records() {
    return records;
  }

  private void catchUp() {
    List<AuditRecord> fresh = page();
    while (!fresh.isEmpty()) {
      model.take(fresh);
      records.addAll(fresh);
      fresh = page();
    }
    model.settledAs().forEach((id, resolution) -> {
      if (settled.add(id)) {
        settledAs(id, resolution);
      }
    });
  }

  private List<AuditRecord> page() {
    return trail.read(AuditQuery.builder().after(records.size()).limit(AuditQuery.MAX_LIMIT).build());
  }

  private void settledAs(String id, String resolution) {
    InvariantViolation.unless(resolution.equals("EXECUTED") == history.executed(id),
        id + " was settled as " + resolution + " and was " + (history.executed(id) ? "" : "not ") + "executed");
  }
}
