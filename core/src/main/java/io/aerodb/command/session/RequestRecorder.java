package io.aerodb.command.session;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.Receipt;
import io.aerodb.audit.json.Json;
import io.aerodb.command.ControlCommand;
import io.aerodb.command.Operator;
import io.aerodb.command.RequestId;
import io.aerodb.command.explain.RequestContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records of one request, each append once. What leads to a kernel action is not written any more once the
 * plane takes nothing; an end is always tried.
 */
record RequestRecorder(PlaneContext plane, String session, Optional<Operator> operator, Optional<RequestId> request,
    Optional<Json.Obj> command, boolean control) {

  static RequestRecorder of(PlaneContext plane, RequestContext<?> context) {
    return new RequestRecorder(plane, context.session(), Optional.of(context.operator()),
        Optional.of(context.request()), Optional.of(context.command().json()),
        context.command() instanceof ControlCommand);
  }

  /** For what could not be read as a command. */
  static RequestRecorder unread(PlaneContext plane, String session, Optional<Operator> operator,
      Optional<RequestId> request) {
    return new RequestRecorder(plane, session, operator, request, Optional.empty(), false);
  }

  /** For a record that stands beside the request and never advances it. */
  RequestRecorder beside() {
    return new RequestRecorder(plane, session, operator, Optional.empty(), command, control);
  }

  /** Claims the request id with its first records. */
  ClaimResult claim(Instant now, StageBody... first) {
    return halted().<ClaimResult>map(ClaimResult.Written::new).orElseGet(() -> append(
        new Precondition.Unclaimed(request.orElseThrow().value()), now, first, ClaimResult.Written::new,
        answer -> answer instanceof Appended.AlreadyClaimed(var record) ? new ClaimResult.Taken(record) : null));
  }

  /** Records a control dispatch, unless there is a newer one than the last that its explanation knew. */
  DispatchClaim dispatchAfter(long lastControlDispatch, Instant now, StageBody... entries) {
    return halted().<DispatchClaim>map(DispatchClaim.Written::new).orElseGet(() -> append(
        new Precondition.LastControlDispatch(lastControlDispatch), now, entries, DispatchClaim.Written::new,
        answer -> answer instanceof Appended.ControlMoved(var record) ? new DispatchClaim.Moved(record) : null));
  }

  /** Records the dispatch of a command that changes nothing: no other one can spoil what its explanation said. */
  RecordStatus dispatch(Instant now, StageBody... entries) {
    return halted().orElseGet(() -> record(now, entries));
  }

  private Optional<RecordStatus> halted() {
    return plane.fence().halted().map(RecordStatus.Missing::new);
  }

  /** Records what has no condition. */
  RecordStatus record(Instant now, StageBody... entries) {
    return append(new Precondition.None(), now, entries, Function.identity(), answer -> null);
  }

  /**
   * Appends once. Whatever is thrown, and every answer that does not belong to the precondition, means that the records
   * may be there.
   *
   * @param refused what the precondition's own refusal comes to, {@code null} for any other answer
   */
  private <T> T append(Precondition precondition, Instant now, StageBody[] entries, Function<RecordStatus, T> written,
      Function<Appended, @Nullable T> refused) {
    List<AuditEvent> events = Stream.of(entries).map(entry -> event(now, entry)).toList();
    @Nullable Appended appended;
    try {
      appended = plane.log().append(precondition, events);
    } catch (Throwable e) {
      return written.apply(uncertain(e.getClass().getName()));
    }
    return switch (appended) {
      case null -> written.apply(uncertain("null"));
      case Appended.Durable(List<Receipt> receipts) -> written.apply(receipts.size() == events.size()
          ? new RecordStatus.Recorded(receipts.getLast()) : uncertain(receipts.size() + " receipts"));
      case Appended.NotWritten(String reason) ->
          written.apply(new RecordStatus.Missing(Errors.auditUnavailable("not written: " + reason)));
      case Appended.AlreadyClaimed other -> refusal(other, written, refused);
      case Appended.ControlMoved other -> refusal(other, written, refused);
    };
  }

  private static <T> T refusal(Appended answer, Function<RecordStatus, T> written,
      Function<Appended, @Nullable T> refused) {
    @Nullable T result = refused.apply(answer);
    return result != null ? result : written.apply(uncertain(answer.getClass().getSimpleName()));
  }

  private static RecordStatus uncertain(String observed) {
    return new RecordStatus.Missing(Errors.auditUnavailable(observed
        + "; the record may be in the log: its request id may be claimed, and a dispatch may show as unresolved"));
  }

  private AuditEvent event(Instant now, StageBody entry) {
    return AuditEvent.builder().stage(entry.stage()).requestId(request.map(RequestId::value)).time(now)
        .clock(plane.clockName()).cluster(plane.cluster().value()).session(session)
        .operator(operator.map(Operator::name)).authority(operator.map(who -> who.authority().label()))
        .command(command).control(control).body(entry.body()).build();
  }
}
