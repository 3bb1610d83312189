package io.aerodb.command.session;

import static io.aerodb.audit.BodyMembers.ABOUT;
import static io.aerodb.audit.BodyMembers.ACKNOWLEDGED;
import static io.aerodb.audit.BodyMembers.CHALLENGE;
import static io.aerodb.audit.BodyMembers.CHECKS;
import static io.aerodb.audit.BodyMembers.CONFIRMATION;
import static io.aerodb.audit.BodyMembers.ERRORS;
import static io.aerodb.audit.BodyMembers.EXECUTION;
import static io.aerodb.audit.BodyMembers.EXPLANATION;
import static io.aerodb.audit.BodyMembers.FIRST;
import static io.aerodb.audit.BodyMembers.GIVEN;
import static io.aerodb.audit.BodyMembers.INPUT;
import static io.aerodb.audit.BodyMembers.KERNEL_ACTION;
import static io.aerodb.audit.BodyMembers.ORDER;
import static io.aerodb.audit.BodyMembers.READING;
import static io.aerodb.audit.BodyMembers.RECOVERY;
import static io.aerodb.audit.BodyMembers.RESPONSE;
import static io.aerodb.audit.BodyMembers.SETTLED;
import static io.aerodb.audit.BodyMembers.STATE;
import static io.aerodb.audit.BodyMembers.TEXT_SHA256;
import static io.aerodb.audit.BodyMembers.UNRESOLVED;
import static io.aerodb.audit.BodyMembers.VALID_UNTIL;

import io.aerodb.audit.RecoveryNotice;
import io.aerodb.audit.Stage;
import io.aerodb.audit.json.Json;
import io.aerodb.command.CommandType;
import io.aerodb.command.KernelJson;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.Execution;
import io.aerodb.command.explain.Explanation;
import io.aerodb.command.explain.Judgement;
import io.aerodb.command.explain.PlanBasis;
import io.aerodb.kernel.RequestResolution;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What each stage adds to its record: pure, and the same for the same arguments. */
final class StageBodies {
  private StageBodies() {}

  static StageBody requested(CommandType type) {
    return new StageBody(Stage.REQUESTED, Json.object().put(CONFIRMATION, type.confirmation().label()).build());
  }

  /** A request whose command could not be read: nobody knows which confirmation it would have needed. */
  static StageBody requestedUnread() {
    return new StageBody(Stage.REQUESTED, Json.object().put(CONFIRMATION, "unknown").build());
  }

  static StageBody rejected(List<CommandError> errors, Optional<Explanation> explanation) {
    var body = notExecuted(errors);
    explanation.ifPresent(e -> body.put(EXPLANATION, e.document()).put(TEXT_SHA256, e.textSha256()));
    return new StageBody(Stage.REJECTED, body.build());
  }

  /** Input that could not be read is held verbatim. */
  static StageBody rejectedInput(List<CommandError> errors, String raw) {
    return new StageBody(Stage.REJECTED,
        notExecuted(errors).put(INPUT, RecordLimits.text(raw, RecordLimits.INPUT)).build());
  }

  /** An attempt on a proposal that is not there to be answered; names the request without moving it. */
  static StageBody rejectedAttempt(List<CommandError> errors, String about, Optional<Acknowledgement> given) {
    var body = notExecuted(errors).put(ABOUT, about);
    given.ifPresent(g -> body.put(GIVEN, given(g)));
    return new StageBody(Stage.REJECTED, body.build());
  }

  static StageBody duplicate(List<CommandError> errors, long first) {
    return new StageBody(Stage.DUPLICATE, notExecuted(errors).put(FIRST, first).build());
  }

  /** The same of input that could not be read, which is held verbatim. */
  static StageBody duplicateInput(List<CommandError> errors, long first, String raw) {
    return new StageBody(Stage.DUPLICATE,
        notExecuted(errors).put(FIRST, first).put(INPUT, RecordLimits.text(raw, RecordLimits.INPUT)).build());
  }

  static StageBody proposed(Proposal<?> proposal) {
    return new StageBody(Stage.PROPOSED, Json.object().put(CHALLENGE, proposal.challenge().digest())
        .put(CONFIRMATION, proposal.command().type().confirmation().label())
        .put(EXPLANATION, proposal.explanation().document())
        .put(TEXT_SHA256, proposal.explanation().textSha256()).put(VALID_UNTIL, proposal.validUntil().toString())
        .build());
  }

  static StageBody refused(Proposal<?> proposal, List<CommandError> errors, Optional<Acknowledgement> given) {
    return new StageBody(Stage.REFUSED, answered(proposal, errors, given).build());
  }

  static StageBody abandoned(List<CommandError> errors) {
    return new StageBody(Stage.ABANDONED, notExecuted(errors).build());
  }

  static StageBody stale(Proposal<?> proposal, List<CommandError> errors, Acknowledgement given,
      Optional<Judgement> reading) {
    var body = answered(proposal, errors, Optional.of(given));
    reading.ifPresent(now -> body.put(READING, reading(now)));
    return new StageBody(Stage.STALE, body.build());
  }

  static StageBody confirmed(Proposal<?> proposal, Acknowledgement given, Optional<Judgement> reading) {
    var body = Json.object().put(ACKNOWLEDGED, acknowledged(proposal)).put(CHALLENGE, proposal.challenge().digest())
        .put(CONFIRMATION, proposal.command().type().confirmation().label()).put(GIVEN, given(given));
    reading.ifPresent(now -> body.put(READING, reading(now)));
    return new StageBody(Stage.CONFIRMED, body.build());
  }

  static StageBody dispatched(CommandType type, KernelOrder order) {
    var body = Json.object().put(KERNEL_ACTION, type.kernelAction());
    switch (order) {
      case KernelOrder.None none -> {
      }
      // The ceiling stands in the proposal that this dispatch follows.
      case KernelOrder.Diagnostics diagnostics -> {
      }
      case KernelOrder.Transition(var transition) -> body.put(ORDER, KernelJson.of(transition));
    }
    return new StageBody(Stage.DISPATCHED, body.build());
  }

  private static Json.Obj acknowledged(Proposal<?> proposal) {
    var settled = Json.object();
    List<String> checks = List.of();
    List<String> unresolved = List.of();
    List<RecoveryNotice> recovery = List.of();
    if (proposal.planning() instanceof PlanBasis.Assessed(Judgement judgement)) {
      judgement.settled().forEach((id, word) -> {
        if (word != RequestResolution.CANNOT_TELL) {
          settled.put(id, word.name());
        }
      });
      checks = judgement.unsatisfied().stream().map(check -> check.finding().code()).toList();
      unresolved = judgement.unsettled();
      recovery = proposal.controlStatus().recovery();
    }
    return Json.object().put(CHECKS, Json.Arr.ofStrings(checks))
        .put(RECOVERY, Json.Arr.ofStrings(recovery.stream().map(RecoveryNotice::id).toList()))
        .put(SETTLED, settled.build())
        .put(UNRESOLVED, Json.Arr.ofStrings(unresolved)).build();
  }

  private static Json.ObjectBuilder answered(Proposal<?> proposal, List<CommandError> errors,
      Optional<Acknowledgement> given) {
    return notExecuted(errors).put(EXPLANATION, proposal.explanation().document())
        .put(GIVEN, given.map(StageBodies::given).orElse(Json.Obj.EMPTY))
        .put(TEXT_SHA256, proposal.explanation().textSha256());
  }

  private static Json given(Acknowledgement given) {
    boolean encodable =
        Stream.concat(given.answers().keySet().stream(), given.answers().values().stream())
            .allMatch(text -> RecordLimits.text(text, RecordLimits.GIVEN) instanceof Json.Str);
    return encodable && RecordLimits.text(given.digest(), RecordLimits.GIVEN) instanceof Json.Str
        ? RecordLimits.value(given.json(), RecordLimits.GIVEN) : RecordLimits.text(given.answers().toString(), 0);
  }

  private static Json reading(Judgement now) {
    var checks =
        new Json.Arr(now.checks().stream().map(check -> (Json) KernelJson.of(check.finding()).build()).toList());
    return RecordLimits.value(Json.object().put(CHECKS, checks).put(STATE, KernelJson.of(now.assessment())).build(),
        RecordLimits.READING);
  }

  static Json.ObjectBuilder notExecuted(List<CommandError> errors) {
    return Json.object().put(ERRORS, RecordLimits.errors(errors)).put(EXECUTION, Execution.NOT_EXECUTED.name());
  }

  static Json.Obj unknown(CommandError error) {
    return Json.object().put(ERRORS, RecordLimits.errors(List.of(error))).put(EXECUTION, Execution.UNKNOWN.name())
        .build();
  }

  static Json.Obj executed(Json.Obj response) {
    return Json.object().put(EXECUTION, Execution.EXECUTED.name()).put(RESPONSE, response).build();
  }
}
