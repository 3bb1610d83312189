package io.aerodb.testkit.sequence;

import static io.aerodb.testkit.sequence.TrailModel.require;

import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.UnresolvedRequest;
import io.aerodb.audit.UnresolvedRequest.End;
import io.aerodb.command.ControlCommand;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Trail;
import io.aerodb.kernel.TransitionPhase;
import io.aerodb.testkit.fault.CountingKernel;
import io.aerodb.testkit.sequence.World.Answered;
import io.aerodb.testkit.sim.HistoryEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has to hold after every single step. It believes the kernel's own history, the records, and nothing that a plane
 * says.
 */
final class Invariants {
  private static final Set<TransitionPhase> SUCCESS =
      Set.of(TransitionPhase.PROMOTION_SUCCEEDED, TransitionPhase.DEMOTION_SUCCEEDED);
  /** Refusals of an attempt, which say nothing of the request that the id belongs to. */
  private static final Set<ErrorCode> OF_THE_ATTEMPT = Set.of(ErrorCode.DUPLICATE_REQUEST, ErrorCode.REQUEST_ID_REUSED,
      ErrorCode.CONFIRMATION_ALREADY_USED, ErrorCode.CONFIRMATION_NOT_YOURS, ErrorCode.PROPOSAL_UNKNOWN,
      ErrorCode.SESSION_CLOSED);

  private final World world;
  private final TrailModel model = new TrailModel();
  private final List<AuditRecord> records = new ArrayList<>();
  private final Map<String, Integer> executions = new HashMap<>();
  private final Set<String> notExecuted = new HashSet<>();
  private final Map<String, Integer> seen = new LinkedHashMap<>();
  private int calls;
  private int transitions;
  private int actions;

  Invariants(World world) {
    this.world = world;
  }

  /** How often each kind of outcome and refusal came up. */
  Map<String, Integer> seen() {
    return seen;
  }

  List<AuditRecord> records() {
    return records;
  }

  void afterStep(Op op, Optional<Answered> answered) {
    boolean knownBefore = answered.map(Answered::request).filter(model::claimed).isPresent();
    checkCalls();
    checkTrail();
    answered.ifPresent(answer -> checkAnswer(op, answer, knownBefore));
    checkExecutions();
  }

  /** What was said not to be executed never was, and never was after it was said. */
  void atTheEnd() {
    readHistory();
    checkExecutions();
    require(world.trail.verify() instanceof io.aerodb.audit.Verification.Consistent,
        "the log does not agree with itself");
  }

  private void checkCalls() {
    List<CountingKernel.Call> all = world.counted.calls();
    int actionsBefore = actions;
    int transitionsBefore = transitions;
    for (CountingKernel.Call call : all.subList(calls, all.size())) {
      if (call.method().isAction()) {
        actions++;
        require(call.dispatched(), call + " without a durable dispatch of its own");
        call.requestId().ifPresent(id -> require(world.counted.actionsOf(id) == 1, "a second action for " + id));
      }
      if (call.method().isTransition()) {
        transitions++;
        require(call.stages().toString().endsWith("CONFIRMED, DISPATCHED]"), call + " without a confirmation");
      }
    }
    require(actions - actionsBefore <= 1, "more than one kernel action in one step");
    calls = all.size();
    if (transitions > transitionsBefore) {
      readHistory();
    }
  }

  private void checkTrail() {
    List<AuditRecord> fresh = world.trail
        .read(AuditQuery.builder().after(model.last()).limit(AuditQuery.MAX_LIMIT).build());
    model.take(fresh);
    records.addAll(fresh);
    var standing = new LinkedHashMap<String, End>();
    for (UnresolvedRequest request : world.log.standing().unresolved()) {
      standing.put(request.requestId(), request.end());
    }
    require(List.copyOf(standing.entrySet()).equals(List.copyOf(model.unresolved().entrySet())),
        "the log says that " + standing + " is unresolved, the trail says " + model.unresolved());
    model.settledAs().forEach((id, word) -> require(word.equals("EXECUTED") == (executions.getOrDefault(id, 0) == 1),
        id + " was settled as " + word + " and was executed " + executions.getOrDefault(id, 0) + " times"));
  }

  private void checkAnswer(Op op, Answered answer, boolean knownBefore) {
    int executed = executions.getOrDefault(answer.request(), 0);
    switch (answer.reply()) {
      case Outcome.Executed<?> done -> {
        count("Executed " + (done.command() instanceof ControlCommand));
        require(!(done.command() instanceof ControlCommand) || executed == 1,
            answer.request() + " is said to be executed");
        checkReceipt(done.trail());
      }
      case Outcome.NotExecuted<?> not -> {
        not.errors().stream().map(CommandError::code).forEach(this::count);
        boolean ofTheAttempt = not.errors().stream().map(CommandError::kind).anyMatch(OF_THE_ATTEMPT::contains);
        boolean own = !ofTheAttempt && (op instanceof Op.Submit ? !knownBefore : true);
        if (own && model.claimed(answer.request())) {
          notExecuted.add(answer.request());
        }
        checkReceipt(not.trail());
      }
      case Outcome.Unknown<?> unknown -> {
        count("Unknown " + unknown.error().code());
        checkReceipt(unknown.trail());
      }
      case io.aerodb.command.session.Proposal<?> proposal -> {
        count("Proposal");
        proposal.challenge().demands().stream().map(demand -> demand.id().split(":", 2)[0])
            .filter(Set.of("unresolved", "override")::contains).forEach(this::count);
      }
    }
  }

  private void checkReceipt(Trail trail) {
    switch (trail) {
      case Trail.Recorded(var receipt) -> require(receipt.sequence() <= records.size()
          && records.get((int) receipt.sequence() - 1).receipt().equals(receipt), receipt + " names no record");
      case Trail.Missing missing -> count("Missing " + missing.error().code());
    }
  }

  private void readHistory() {
    executions.clear();
    world.cluster.history().stream().filter(entry -> SUCCESS.contains(entry.phase())).map(HistoryEntry::requestId)
        .forEach(id -> executions.merge(id, 1, Integer::sum));
  }

  private void checkExecutions() {
    executions.forEach((id, times) -> {
      require(times == 1, id + " was executed " + times + " times");
      require(model.confirmedAndDispatched(id), id + " was executed without being confirmed and dispatched");
      require(!notExecuted.contains(id), id + " was executed and is said not to be");
    });
  }

  private void count(String what) {
    seen.merge(what, 1, Integer::sum);
  }
}
