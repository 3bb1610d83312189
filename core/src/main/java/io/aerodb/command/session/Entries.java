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
import io.aerodb.command.explain.Planning;
import io.aerodb.command.session.EventFrame.Entry;
import io.aerodb.kernel.RequestResolution;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What each stage adds to its record: pure, and the same for the same arguments. */
final class Entries {
  private Entries() {}

  static Entry requested(CommandType type) {
    return new Entry(Stage.REQUESTED, Json.object().put(CONFIRMATION, type.confirmation().label()).build());
  }

  /** A request whose command could not be read: nobody knows which confirmation it would have needed. */
  static Entry requestedUnread() {
    return new Entry(Stage.REQUESTED, Json.object().put(CONFIRMATION, "unknown").build());
  }

  static Entry rejected(List<CommandError> errors, Optional<Explanation> explanation) {
    var body = notExecuted(errors);
    explanation.ifPresent(e -> body.put(EXPLANATION, e.document()).put(TEXT_SHA256, e.textSha256()));
    return new Entry(Stage.REJECTED, body.build());
  }

  /** Input that could not be read is held verbatim. */
  static Entry rejectedInput(List<CommandError> errors, String raw) {
    return new Entry(Stage.REJECTED, notExecuted(errors).put(INPUT, Bounded.text(raw, Bounded.INPUT)).build());
  }

  /** An attempt on a proposal that is not there to be answered; names the request without moving it. */
  static Entry rejectedAttempt(List<CommandError> errors, String about, Optional<Acknowledgement> given) {
    var body = notExecuted(errors).put(ABOUT, about);
    given.ifPresent(g -> body.put(GIVEN, given(g)));
    return new Entry(Stage.REJECTED, body.build());
  }

  static Entry duplicate(List<CommandError> errors, long first) {
    return new Entry(Stage.DUPLICATE, notExecuted(errors).put(FIRST, first).build());
  }

  /** The same of input that could not be read, which is held verbatim. */
  static Entry duplicateInput(List<CommandError> errors, long first, String raw) {
    return new Entry(Stage.DUPLICATE,
        notExecuted(errors).put(FIRST, first).put(INPUT, Bounded.text(raw, Bounded.INPUT)).build());
  }

  static Entry proposed(Proposal<?> proposal) {
    return new Entry(Stage.PROPOSED, Json.object().put(CHALLENGE, proposal.challenge().digest())
        .put(CONFIRMATION, proposal.command().type().confirmation().label())
        .put(EXPLANATION, proposal.explanation().document())
        .put(TEXT_SHA256, proposal.explanation().textSha256()).put(VALID_UNTIL, proposal.validUntil().toString())
        .build());
  }

  static Entry refused(Proposal<?> proposal, List<CommandError> errors, Optional<Acknowledgement> given) {
    return new Entry(Stage.REFUSED, answered(proposal, errors, given).build());
  }

  static Entry abandoned(List<CommandError> errors) {
    return new Entry(Stage.ABANDONED, notExecuted(errors).build());
  }

  static Entry stale(Proposal<?> proposal, List<CommandError> errors, Acknowledgement given,
      Optional<Judgement> reading) {
    var body = answered(proposal, errors, Optional.of(given));
    reading.ifPresent(now -> body.put(READING, reading(now)));
    return new Entry(Stage.STALE, body.build());
  }

  static Entry confirmed(Proposal<?> proposal, Acknowledgement given, Optional<Judgement> reading) {
    var body = Json.object().put(ACKNOWLEDGED, acknowledged(proposal)).put(CHALLENGE, proposal.challenge().digest())
        .put(CONFIRMATION, proposal.command().type().confirmation().label()).put(GIVEN, given(given));
    reading.ifPresent(now -> body.put(READING, reading(now)));
    return new Entry(Stage.CONFIRMED, body.build());
  }

  static Entry dispatched(CommandType type, KernelCall.Order order) {
    var body = Json.object().put(KERNEL_ACTION, type.kernelAction());
    switch (order) {
      case KernelCall.Order.None none -> {
      }
      // The ceiling stands in the proposal that this dispatch follows.
      case KernelCall.Order.Diagnostics diagnostics -> {
      }
      case KernelCall.Order.Transition(var transition) -> body.put(ORDER, KernelJson.of(transition));
    }
    return new Entry(Stage.DISPATCHED, body.build());
  }

  private static Json.Obj acknowledged(Proposal<?> proposal) {
    var settled = Json.object();
    List<String> checks = List.of();
    List<String> unresolved = List.of();
    List<RecoveryNotice> recovery = List.of();
    if (proposal.planning() instanceof Planning.Assessed(Judgement judgement)) {
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
        .put(GIVEN, given.map(Entries::given).orElse(Json.Obj.EMPTY))
        .put(TEXT_SHA256, proposal.explanation().textSha256());
  }

  private static Json given(Acknowledgement given) {
    boolean encodable =
        Stream.concat(given.answers().keySet().stream(), given.answers().values().stream())
            .allMatch(text -> Bounded.text(text, Bounded.GIVEN) instanceof Json.Str);
    return encodable && Bounded.text(given.digest(), Bounded.GIVEN) instanceof Json.Str
        ? Bounded.value(given.json(), Bounded.GIVEN) : Bounded.text(given.answers().toString(), 0);
  }

  private static Json reading(Judgement now) {
    var checks =
        new Json.Arr(now.checks().stream().map(check -> (Json) KernelJson.of(check.finding()).build()).toList());
    return Bounded.value(Json.object().put(CHECKS, checks).put("state", KernelJson.of(now.assessment())).build(),
        Bounded.READING);
  }

  static Json.ObjectBuilder notExecuted(List<CommandError> errors) {
    return Json.object().put(ERRORS, Bounded.errors(errors)).put(EXECUTION, Execution.NOT_EXECUTED.name());
  }

  static Json.Obj unknown(CommandError error) {
    return Json.object().put(ERRORS, Bounded.errors(List.of(error))).put(EXECUTION, Execution.UNKNOWN.name()).build();
  }

  static Json.Obj executed(Json.Obj response) {
    return Json.object().put(EXECUTION, Execution.EXECUTED.name()).put(RESPONSE, response).build();
  }
}
