package io.aerodb.audit.judge;

import static io.aerodb.audit.BodyMembers.ACKNOWLEDGED;
import static io.aerodb.audit.BodyMembers.FIRST;
import static io.aerodb.audit.BodyMembers.RECOVERY;
import static io.aerodb.audit.BodyMembers.SETTLED;
import static io.aerodb.audit.BodyMembers.UNRESOLVED;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.RecoveryNotice;
import io.aerodb.audit.Stage;
import io.aerodb.audit.UnresolvedRequest;
import io.aerodb.audit.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the events of one append into a draft: the grammar of a request (AU-2), and what each stage changes. */
final class RequestGrammar {
  private final LogView base;
  private final Map<String, RequestState> changed = new HashMap<>();
  private long last;
  private Optional<String> cluster;
  private long lastControlDispatch;
  private List<LogSnapshot.PendingRequest> pending;
  private List<RecoveryNotice> notices;

  RequestGrammar(LogView base) {
    LogSnapshot before = base.snapshot();
    this.base = base;
    this.last = before.last();
    this.cluster = before.cluster();
    this.lastControlDispatch = before.lastControlDispatch();
    this.pending = before.pending();
    this.notices = before.notices();
  }

  long last() {
    return last;
  }

  Map<String, RequestState> changed() {
    return changed;
  }

  LogSnapshot snapshot() {
    return new LogSnapshot(last, cluster, lastControlDispatch, pending, notices);
  }

  /**
   * Takes the next event in.
   *
   * @param claim the id that may be claimed
   * @return why it can't follow; nothing was changed then
   */
  Optional<String> take(AuditEvent event, Optional<String> claim) {
    Optional<String> refusal = refusal(event, claim);
    if (refusal.isEmpty()) {
      last++;
      cluster = Optional.of(event.cluster());
      event.requestId().ifPresent(id -> advance(id, event));
    }
    return refusal;
  }

  private Optional<String> refusal(AuditEvent event, Optional<String> claim) {
    if (!cluster.orElse(event.cluster()).equals(event.cluster())) {
      return Optional
          .of("cluster is '" + event.cluster() + "' but the log is bound to '" + cluster.orElseThrow() + "'");
    }
    if (event.requestId().isEmpty()) {
      return Optional.empty();
    }
    RequestState request = request(event.requestId().get());
    return switch (event.stage()) {
      case REQUESTED -> requested(event, request, claim);
      case DUPLICATE -> duplicate(event, request);
      case REJECTED, PROPOSED, REFUSED, ABANDONED, STALE, CONFIRMED, DISPATCHED, EXECUTED, KERNEL_REJECTED,
          NOT_ANSWERED, UNKNOWN, NOT_SENT ->
          follows(event, request);
    };
  }

  private static Optional<String> requested(AuditEvent event, @Nullable RequestState request, Optional<String> claim) {
    if (request != null) {
      return Optional.of(stageOf(event) + " but the id was claimed by sequence " + request.first());
    }
    return claim.equals(event.requestId()) ? Optional.empty()
        : Optional.of(stageOf(event) + " but the precondition does not claim that id");
  }

  private static Optional<String> duplicate(AuditEvent event, @Nullable RequestState request) {
    if (request == null) {
      return Optional.of(stageOf(event) + " but nothing has claimed that id");
    }
    boolean names = event.body().get(FIRST).orElse(null) instanceof Json.Int(long first) && first == request.first();
    return names ? Optional.empty()
        : Optional.of(stageOf(event) + " but its first is not " + request.first() + ", which claimed the id");
  }

  private Optional<String> follows(AuditEvent event, @Nullable RequestState request) {
    if (request == null) {
      return Optional.of(stageOf(event) + " but nothing has claimed that id");
    }
    if (!request.stage().successors().contains(event.stage())) {
      return Optional.of(stageOf(event) + " but can't follow " + request.stage().label());
    }
    if (!RequestState.identityOf(event).equals(request.identity())) {
      return Optional
          .of(stageOf(event) + " but its control flag, operator or command is not that of sequence " + request.first());
    }
    return event.stage() == Stage.DISPATCHED && event.control() ? dispatchable(event, request) : Optional.empty();
  }

  // The one thing that can't be taken back: not without a confirmation, and not past a request that nobody knows the
  // end of (CF-9, CM-9.2).
  private Optional<String> dispatchable(AuditEvent event, RequestState request) {
    if (request.stage() != Stage.CONFIRMED) {
      return Optional.of(stageOf(event) + " but a control command can only follow confirmed");
    }
    return pending.isEmpty()
        ? Optional.empty()
        : Optional.of(stageOf(event) + " but request '" + pending.getFirst().requestId()
            + "' is unresolved and was not acknowledged");
  }

  private void advance(String id, AuditEvent event) {
    if (event.stage() == Stage.DUPLICATE) {
      return;
    }
    RequestState before = request(id);
    changed.put(id, before == null ? RequestState.claimed(last, event) : before.after(event.stage()));
    if (event.stage() == Stage.CONFIRMED) {
      acknowledge(event.body().object(ACKNOWLEDGED).orElse(Json.Obj.EMPTY));
    } else if (event.control()) {
      advanceControl(id, event.stage());
    }
  }

  private void advanceControl(String id, Stage stage) {
    if (stage == Stage.DISPATCHED) {
      lastControlDispatch = last;
      var more = new ArrayList<>(pending);
      more.add(new LogSnapshot.PendingRequest(id, last, UnresolvedRequest.End.MISSING));
      pending = more;
    } else if (stage == Stage.UNKNOWN) {
      pending =
          pending.stream()
              .map(p -> p.requestId().equals(id)
                  ? new LogSnapshot.PendingRequest(id, p.dispatched(), UnresolvedRequest.End.UNKNOWN) : p)
              .toList();
    } else {
      pending = pending.stream().filter(p -> !p.requestId().equals(id)).toList();
    }
  }

  private void acknowledge(Json.Obj acknowledged) {
    Set<String> requests = new HashSet<>(acknowledged.texts(UNRESOLVED));
    requests.addAll(acknowledged.object(SETTLED).orElse(Json.Obj.EMPTY).members().keySet());
    Set<String> seen = Set.copyOf(acknowledged.texts(RECOVERY));
    pending = pending.stream().filter(p -> !requests.contains(p.requestId())).toList();
    notices = notices.stream().filter(n -> !seen.contains(n.id())).toList();
  }

  private @Nullable RequestState request(String id) {
    RequestState here = changed.get(id);
    return here != null ? here : base.request(id);
  }

  private static String stageOf(AuditEvent event) {
    return "stage of request '" + event.requestId().orElseThrow() + "' is " + event.stage().label();
  }
}
