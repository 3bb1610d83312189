package io.aerodb.testkit.simulation;

import io.aerodb.command.CommandInput;
import io.aerodb.command.ControlCommand;
import io.aerodb.command.RequestId;
import io.aerodb.command.ValidationResult;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.confirm.Demand;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Proposal;
import io.aerodb.command.session.RecordStatus;
import io.aerodb.command.session.Reply;
import io.aerodb.testkit.simulation.HistoryEvent.ReportedOutcome;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Records what operators ask and are told as events of the history, and counts each kind of answer. */
final class ClientHistory {
  /** Refusals of a call, which say nothing of the request that the id or the proposal belongs to. */
  private static final Set<ErrorCode> OF_THE_CALL = Set.of(ErrorCode.DUPLICATE_REQUEST, ErrorCode.REQUEST_ID_REUSED,
      ErrorCode.CONFIRMATION_ALREADY_USED, ErrorCode.CONFIRMATION_NOT_YOURS, ErrorCode.PROPOSAL_UNKNOWN,
      ErrorCode.SESSION_CLOSED);
  private static final Set<String> DEMANDS_WORTH_COUNTING = Set.of("unresolved", "override");

  private final HistoryRecorder history;
  private final TrailCheck trail;
  private final Map<String, Integer> seen = new TreeMap<>();

  ClientHistory(HistoryRecorder history, TrailCheck trail) {
    this.history = history;
    this.trail = trail;
  }

  /** How often each kind of answer, error code and demand came up. */
  Map<String, Integer> seen() {
    return seen;
  }

  /** Records what somebody asks for if it is a control command, and says whether it is. */
  boolean asked(int call, CommandInput input) {
    if (input.validate() instanceof ValidationResult.Valid(RequestId request, ControlCommand command)) {
      history.add(new HistoryEvent.ProposalRequested(call, request.value(), command.transition(), command.node()));
      return true;
    }
    return false;
  }

  void answered(int call, boolean control, Reply<?> reply) {
    switch (reply) {
      case Outcome<?> outcome -> outcome(call, control, outcome);
      case Proposal<?> proposal -> {
        count("Proposal");
        proposal.challenge().demands().stream().map(demand -> demand.id().split(":", 2)[0])
            .filter(DEMANDS_WORTH_COUNTING::contains).forEach(this::count);
        if (control) {
          history.add(new HistoryEvent.Proposed(call));
        }
      }
    }
  }

  /** What a person gives to a proposal. */
  Acknowledgement given(Proposal<?> proposal, Op.Answer answer) {
    var answers = new TreeMap<String, String>();
    for (Demand demand : proposal.challenge().demands()) {
      answers.put(demand.id(), demand.expected());
    }
    switch (answer) {
      case RIGHT, RIGHT_BY_REQUEST_ID, FROM_ANOTHER_SESSION -> {
      }
      case WRONG_CODE -> answers.put("code", "000000");
      case PARTIAL -> answers.remove(answers.lastKey());
      case UNASKED -> answers.put("yes", "yes");
      case EMPTY -> answers.clear();
    }
    return new Acknowledgement(proposal.challenge().digest(), answers);
  }

  private void outcome(int call, boolean control, Outcome<?> outcome) {
    ReportedOutcome reported = reported(outcome);
    count(reported + (control ? " control" : ""));
    switch (outcome) {
      case Outcome.NotExecuted<?> not -> not.errors().stream().map(CommandError::wireCode).forEach(this::count);
      case Outcome.Unknown<?> unknown -> count(unknown.error().wireCode());
      case Outcome.Executed<?> done -> {
      }
    }
    switch (outcome.trail()) {
      case RecordStatus.Recorded(var receipt) -> trail.recorded(receipt, reported);
      case RecordStatus.Missing(var error) -> count("Missing " + error.wireCode());
    }
    if (control) {
      history.add(new HistoryEvent.Answered(call, reported));
    }
  }

  private static ReportedOutcome reported(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Executed<?> done -> ReportedOutcome.EXECUTED;
      case Outcome.Unknown<?> unknown -> ReportedOutcome.UNKNOWN;
      case Outcome.NotExecuted<?> not ->
          not.errors().stream().map(CommandError::code).anyMatch(OF_THE_CALL::contains) ? ReportedOutcome.CALL_REFUSED
              : ReportedOutcome.NOT_EXECUTED;
    };
  }

  private void count(String what) {
    seen.merge(what, 1, Integer::sum);
  }
}
