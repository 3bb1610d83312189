package io.aerodb.command.session;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.ControlStatus;
import io.aerodb.command.Command;
import io.aerodb.command.CommandClass;
import io.aerodb.command.CommandInput;
import io.aerodb.command.CommandType;
import io.aerodb.command.Confirmable;
import io.aerodb.command.Immediate;
import io.aerodb.command.Operator;
import io.aerodb.command.RequestId;
import io.aerodb.command.ValidationResult;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.explain.Explainer;
import io.aerodb.command.explain.Explanation;
import io.aerodb.command.explain.RequestContext;
import io.aerodb.command.explain.Validity;
import io.aerodb.command.session.SessionState.AwaitingAnswer;
import io.aerodb.command.session.SessionState.Closed;
import io.aerodb.command.session.SessionState.Idle;
import io.aerodb.command.session.SessionState.Planning;
import io.aerodb.kernel.ClusterId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where one identified operator runs, proposes and confirms commands. Thread-safe. It has at most one open proposal, so
 * nothing is ever confirmed in bulk (CF-10), and it is the only one that can answer it. It dies with the process; what
 * was recorded stays.
 *
 * @since 0.1
 */
public final class Session implements AutoCloseable {
  private final PlaneContext plane;
  private final Operator operator;
  private final String id;
  private final AtomicReference<SessionState> cell = new AtomicReference<>(new Idle());

  Session(PlaneContext plane, Operator operator, String id) {
    this.plane = plane;
    this.operator = operator;
    this.id = id;
  }

  /** The session's id, as it stands in every record; not a secret. */
  public String id() {
    return id;
  }

  /** Who works in it. */
  public Operator operator() {
    return operator;
  }

  /** The cluster that is operated. */
  public ClusterId cluster() {
    return plane.cluster();
  }

  /**
   * Reads an input and runs or proposes what it asks for. What can't be read is recorded and refused with all its
   * problems.
   *
   * @return an outcome, or a proposal that waits for an answer
   */
  public Reply<?> submit(CommandInput input) {
    return switch (input.validate()) {
      case ValidationResult.Valid(RequestId request, Command<?> command) -> switch (command) {
        case Immediate<?> immediate -> run(request, immediate);
        case Confirmable<?> confirmable -> propose(request, confirmable);
      };
      case ValidationResult.Invalid(Optional<RequestId> request, Optional<CommandType> type, List<
          CommandError> errors) -> {
        var all = new ArrayList<>(errors);
        type.ifPresent(named -> all.addAll(gate(named)));
        yield new InvalidInputRecorder(plane, this, request, input.raw()).refuse(all);
      }
    };
  }

  /** Explains a command that runs when it is asked for. Pure: nothing is read, called or recorded. */
  public Explanation explain(RequestId request, Immediate<?> command) {
    return Explainer
        .explain(new RequestContext<>(plane.cluster(), plane.log().origin(), id, operator, request, command));
  }

  /** Runs a command that needs no confirmation: two durable waits and one kernel action. */
  public <R> Outcome<R> run(RequestId request, Immediate<R> command) {
    RequestExecution<R> execution = new RequestExecution<>(plane, context(request, command));
    if (plane.fence().halted().isPresent()) {
      return halted(execution);
    }
    Instant now = plane.now();
    List<CommandError> refusals = gate(command.type());
    return refusals.isEmpty() ? execution.run(now) : execution.reject(refusals, Optional.empty(), now);
  }

  /**
   * Explains a command that needs a confirmation, records what is shown, and makes it this session's open proposal.
   * Calls no kernel action.
   */
  public <R> ProposeResult<R> propose(RequestId request, Confirmable<R> command) {
    RequestExecution<R> execution = new RequestExecution<>(plane, context(request, command));
    if (plane.fence().halted().isPresent()) {
      return halted(execution);
    }
    var planning = new Planning(request);
    Instant now = plane.now();
    List<CommandError> refusals = gate(command.type());
    if (refusals.isEmpty()) {
      refusals = enter(planning);
    }
    if (!refusals.isEmpty()) {
      return execution.reject(refusals, Optional.empty(), now);
    }
    try {
      return plan(execution, context(request, command), planning, now);
    } finally {
      cell.compareAndSet(planning, new Idle());
    }
  }

  private <R> ProposeResult<R> plan(RequestExecution<R> execution, RequestContext<Confirmable<R>> context,
      Planning planning,
      Instant now) {
    ControlStatus controlStatus;
    try {
      Optional<AuditRecord> first = plane.log().first(context.request().value());
      if (first.isPresent()) {
        return execution.duplicate(first.get(), now);
      }
      controlStatus = plane.log().controlStatus();
    } catch (RuntimeException e) {
      return execution.reject(List.of(Errors.auditUnavailable("it can't be read: " + e.getClass().getName())),
          Optional.empty(), now);
    }
    Validity validity = Validity.starting(now, plane.validity());
    return switch (new Planner(plane.kernel()).plan(context, controlStatus, validity)) {
      case Plan.Refused(List<CommandError> errors, Optional<Explanation> explanation) ->
          execution.reject(errors, explanation, now);
      case Plan.Ready ready -> {
        var proposal = new Proposal<>(this, context, ready, controlStatus, validity);
        Optional<Outcome.NotExecuted<R>> unclaimed = execution.claim(now, StageBodies.proposed(proposal));
        if (unclaimed.isPresent()) {
          yield unclaimed.get();
        }
        yield cell.compareAndSet(planning, new AwaitingAnswer(proposal)) ? proposal : abandon(execution);
      }
    };
  }

  /**
   * Answers a proposal. Whatever comes of it, the proposal is spent by it (CF-5); another session's attempt spends
   * nothing. The state is read again, CONFIRMED and DISPATCHED are recorded durably together, and only then is the
   * kernel called, once.
   *
   * @param given what the person gave, verbatim
   */
  public <R> Outcome<R> confirm(Proposal<R> proposal, Acknowledgement given) {
    requireNonNull(given, "given");
    RequestRecorder recorder = RequestRecorder.of(plane, proposal.context());
    RequestExecution<R> execution = new RequestExecution<>(plane, proposal.context(), recorder);
    Optional<CommandError> unanswerable = take(proposal);
    if (plane.fence().halted().isPresent()) {
      return halted(execution, unanswerable);
    }
    return unanswerable.isPresent() ? attemptOn(proposal).attempt(unanswerable.get(), Optional.of(given))
        : new ConfirmedExecution<>(plane, execution, recorder, proposal, given).run();
  }

  /** Answers the open proposal of that request; for a host that holds only its id. */
  public Outcome<?> confirm(RequestId request, Acknowledgement given) {
    Optional<Proposal<?>> open = openProposal().filter(proposal -> proposal.request().equals(request));
    return open.isPresent() ? confirm(open.get(), given) : unknownProposal(request);
  }

  /** Says no. Recorded, with who refused (CF-11). */
  public <R> Outcome<R> refuse(Proposal<R> proposal) {
    RequestExecution<R> execution = new RequestExecution<>(plane, proposal.context());
    Optional<CommandError> unanswerable = take(proposal);
    if (plane.fence().halted().isPresent()) {
      return halted(execution, unanswerable);
    }
    if (unanswerable.isPresent()) {
      return attemptOn(proposal).attempt(unanswerable.get(), Optional.empty());
    }
    List<CommandError> errors =
        List.of(CommandError.ofOne(ErrorCode.CONFIRMATION_DECLINED, "confirmation", "an acknowledgement", "no"));
    return execution.end(plane.now(), errors, Optional.of(proposal.explanation()),
        StageBodies.refused(proposal, errors, Optional.empty()));
  }

  /** Says no to the open proposal of that request; for a host that holds only its id. */
  public Outcome<?> refuse(RequestId request) {
    Optional<Proposal<?>> open = openProposal().filter(proposal -> proposal.request().equals(request));
    return open.isPresent() ? refuse(open.get()) : unknownProposal(request);
  }

  /** The proposal that waits for an answer, if there is one; expired or not. */
  public Optional<Proposal<?>> openProposal() {
    return cell.get() instanceof AwaitingAnswer(Proposal<?> proposal) ? Optional.of(proposal) : Optional.empty();
  }

  /** Ends the session. An open proposal is recorded as abandoned. A second call does nothing. */
  @Override
  public void close() {
    if (cell.getAndSet(new Closed()) instanceof AwaitingAnswer(Proposal<?> proposal)
        && plane.fence().halted().isEmpty()) {
      abandon(new RequestExecution<>(plane, proposal.context()));
    }
  }

  private <R> Outcome.NotExecuted<R> abandon(RequestExecution<R> execution) {
    List<CommandError> errors = List.of(closed());
    return execution.end(plane.now(), errors, Optional.empty(), StageBodies.abandoned(errors));
  }

  /** What this session tries: recorded as its own operator's act in its own cluster, whosever the proposal is. */
  private <R> RequestExecution<R> attemptOn(Proposal<R> proposal) {
    return new RequestExecution<>(plane, context(proposal.request(), proposal.command()));
  }

  /** Frees the cell of this very proposal, before anything else is looked at; else why it can't be answered here. */
  private Optional<CommandError> take(Proposal<?> proposal) {
    if (proposal.session() != this) {
      return Optional.of(CommandError.ofOne(ErrorCode.CONFIRMATION_NOT_YOURS, "session", proposal.session().id(), id));
    }
    SessionState now = cell.get();
    if (now instanceof AwaitingAnswer(Proposal<?> open) && open == proposal && cell.compareAndSet(now, new Idle())) {
      return Optional.empty();
    }
    return Optional.of(cell.get() instanceof Closed ? closed()
        : CommandError.ofOne(ErrorCode.CONFIRMATION_ALREADY_USED, "proposal", "a proposal that nobody answered yet",
            proposal.request().value()));
  }

  private List<CommandError> enter(Planning planning) {
    while (true) {
      switch (cell.get()) {
        case Closed closed -> {
          return List.of(closed());
        }
        case AwaitingAnswer(Proposal<?> open) -> {
          return List.of(alreadyOpen(open.request()));
        }
        case Planning(RequestId other) -> {
          return List.of(alreadyOpen(other));
        }
        case Idle idle -> {
          if (cell.compareAndSet(idle, planning)) {
            return List.of();
          }
        }
      }
    }
  }

  private static CommandError alreadyOpen(RequestId open) {
    return CommandError.ofOne(ErrorCode.PROPOSAL_ALREADY_OPEN, "session", "no open proposal",
        "the proposal of request " + open);
  }

  /** Authority and what else must hold before a command is even planned. */
  private List<CommandError> gate(CommandType type) {
    var errors = new ArrayList<CommandError>();
    if (cell.get() instanceof Closed) {
      errors.add(closed());
    }
    if (!operator.authority().covers(type.commandClass())) {
      errors.add(CommandError.ofOne(ErrorCode.AUTHORITY_INSUFFICIENT, "authority",
          "an authority that covers " + type.commandClass().label() + " commands",
          operator.authority().label()));
    }
    if (type.commandClass() == CommandClass.CONTROL) {
      plane.fence().inFlight().ifPresent(first -> errors.add(ConfirmedExecution.inFlight(first)));
    }
    return errors;
  }

  private CommandError closed() {
    return CommandError.ofOne(ErrorCode.SESSION_CLOSED, "session", "an open session", id);
  }

  /** A proposal that was answered before may have been executed: then it is not said that nothing was. */
  private <R> Outcome.NotExecuted<R> halted(RequestExecution<R> execution, Optional<CommandError> unanswerable) {
    return unanswerable.isEmpty() ? halted(execution)
        : execution.missing(List.of(unanswerable.get()), Optional.empty(), plane.fence().halted().orElseThrow());
  }

  private <R> Outcome.NotExecuted<R> halted(RequestExecution<R> execution) {
    CommandError error = plane.fence().halted().orElseThrow();
    return execution.missing(List.of(error), Optional.empty(), error);
  }

  private Outcome<?> unknownProposal(RequestId request) {
    CommandError error =
        CommandError.ofOne(ErrorCode.PROPOSAL_UNKNOWN, "request", "the request of the open proposal", request.value());
    Optional<CommandError> halted = plane.fence().halted();
    // What was proposed may have been executed: it is not said that nothing was.
    return halted.isPresent()
        ? new Outcome.NotExecuted<>(List.of(error), Optional.empty(), new RecordStatus.Missing(halted.get()))
        : new InvalidInputRecorder(plane, this, Optional.empty(), request.value()).refuse(List.of(error));
  }

  private <C extends Command<?>> RequestContext<C> context(RequestId request, C command) {
    return new RequestContext<>(plane.cluster(), plane.log().origin(), id, operator, request, command);
  }
}
