package io.aerodb.command.error;

import static io.aerodb.command.error.ErrorDomain.KERNEL_REJECTION;
import static io.aerodb.command.error.ErrorDomain.OPERATOR_INPUT;
import static io.aerodb.command.error.ErrorDomain.TRANSPORT;
import static io.aerodb.command.error.ErrorDomain.VALIDATION;
import static io.aerodb.command.error.Invariant.P7_A1;
import static io.aerodb.command.error.Invariant.P7_A2;
import static io.aerodb.command.error.Invariant.P7_D2;
import static io.aerodb.command.error.Invariant.P7_E1;
import static io.aerodb.command.error.Invariant.P7_E2;
import static io.aerodb.command.error.Invariant.P7_E3;
import static io.aerodb.command.error.Invariant.P7_F3;
import static io.aerodb.command.error.Invariant.P7_O2;
import static io.aerodb.command.error.Invariant.P7_O3;
import static io.aerodb.command.error.Invariant.P7_S3;

import java.util.List;

/**
 * The closed set of errors. Each code has its domain, the Phase 7 invariants it rests on, and its sentence. None is
 * generic (CM-10.4): what exactly was expected and observed stands in {@link CommandError#details()}.
 *
 * @since 0.1
 */
public enum ErrorCode {
  INPUT_MALFORMED(OPERATOR_INPUT, "The input can't be read as a command.", P7_S3),
  INPUT_TOO_LARGE(OPERATOR_INPUT, "The input is larger than any command.", P7_S3),
  REQUEST_ID_MISSING(OPERATOR_INPUT, "The request has no id.", P7_A2),
  REQUEST_ID_MALFORMED(OPERATOR_INPUT, "The request id is not well formed.", P7_A2),
  COMMAND_MISSING(OPERATOR_INPUT, "No command is named.", P7_S3),
  COMMAND_UNKNOWN(OPERATOR_INPUT, "There is no such command.", P7_S3),
  ARGUMENT_UNKNOWN(OPERATOR_INPUT, "The command has no such argument.", P7_S3),
  ARGUMENT_MISSING(OPERATOR_INPUT, "An argument that the command needs is missing.", P7_A2),
  ARGUMENT_REPEATED(OPERATOR_INPUT, "An argument has more values than it takes, or one of them twice.", P7_A2),
  REASON_MISSING(OPERATOR_INPUT, "A control command needs a reason.", P7_A2),
  NODE_ID_MALFORMED(OPERATOR_INPUT, "The node id is not well formed.", P7_A2),
  INVARIANT_ID_MALFORMED(OPERATOR_INPUT, "The invariant id is not well formed.", P7_A2),
  SCOPE_UNKNOWN(OPERATOR_INPUT, "There is no such scope of diagnostics.", P7_S3),
  PAGE_OUT_OF_RANGE(OPERATOR_INPUT, "The page is out of range.", P7_A2),
  TEXT_TOO_LONG(OPERATOR_INPUT, "The text is too long.", P7_A2),
  TEXT_FORBIDDEN_CHARACTER(OPERATOR_INPUT, "The text holds a control, format, separator or surrogate character.",
      P7_A2),
  OPERATOR_MISSING(OPERATOR_INPUT, "No operator is named.", P7_A1),
  AUTHORITY_UNKNOWN(OPERATOR_INPUT, "The authority is missing or not one there is, so there is none.", P7_A1),

  AUTHORITY_INSUFFICIENT(VALIDATION, "The operator's authority does not cover this command.", P7_A1),
  SESSION_CLOSED(VALIDATION, "The session is closed.", P7_A1),
  DUPLICATE_REQUEST(VALIDATION, "This very request was made before.", P7_F3),
  REQUEST_ID_REUSED(VALIDATION, "The request id belongs to another request.", P7_F3),
  PROPOSAL_ALREADY_OPEN(VALIDATION, "The session already has a proposal that waits for an answer.", P7_A2),
  PROPOSAL_UNKNOWN(VALIDATION, "The session has no open proposal of that request.", P7_A2),
  CONFIRMATION_DECLINED(VALIDATION, "The operator declined.", P7_A2),
  CONFIRMATION_NOT_YOURS(VALIDATION, "The proposal belongs to another session.", P7_A2),
  CONFIRMATION_ALREADY_USED(VALIDATION, "The proposal was answered before.", P7_A2, P7_F3),
  CONFIRMATION_EXPIRED(VALIDATION, "The time in which the proposal could be confirmed is over.", P7_A2),
  CONFIRMATION_STALE(VALIDATION, "The cluster is no longer in the state that was explained.", P7_A2, P7_D2),
  CONTROL_MOVED(VALIDATION, "Another control command was dispatched since this one was explained.", P7_A2, P7_E1),
  CONTROL_IN_FLIGHT(VALIDATION, "Another control command is under way.", P7_E1),
  ACKNOWLEDGEMENT_OF_ANOTHER(VALIDATION, "The acknowledgement answers another challenge.", P7_A2),
  ACKNOWLEDGEMENT_INCOMPLETE(VALIDATION, "A demand of the challenge was not answered.", P7_A2),
  ACKNOWLEDGEMENT_WRONG(VALIDATION, "A demand of the challenge was answered with something else.", P7_A2),
  ACKNOWLEDGEMENT_UNASKED(VALIDATION, "Something was acknowledged that the challenge does not ask for.", P7_A2),
  REQUIRED_CHECK_MISSING(VALIDATION,
      "The kernel made no check that this transition requires, so it counts as unprovable.", P7_E3, P7_O2),
  TARGET_UNRESOLVED(VALIDATION, "An earlier request to the same target is unresolved and the kernel can't settle it.",
      P7_E2),
  OVERRIDES_NOT_EXACT(VALIDATION, "The overrides are not exactly the invariants whose checks are not satisfied.", P7_A2,
      P7_E3),
  OVERRIDE_NOT_POSSIBLE(VALIDATION, "The kernel does not let this check be overridden.", P7_E3),
  NOTHING_TO_OVERRIDE(VALIDATION, "Every check is satisfied, so there is nothing to override.", P7_A2),
  CLUSTER_MISMATCH(VALIDATION, "The kernel answered for another cluster.", P7_S3),
  COST_NOT_DECLARED(VALIDATION, "The kernel declared no usable cost.", P7_O2),
  EXPLANATION_TOO_LARGE(VALIDATION, "The explanation is too large to be recorded.", P7_O2, P7_O3),
  AUDIT_LOG_ON_OPERATED_CLUSTER(VALIDATION, "The audit log lives in the cluster that it would be the trail of.", P7_O3),
  AUDIT_LOG_OF_ANOTHER_CLUSTER(VALIDATION, "The audit log belongs to another cluster.", P7_O3),

  KERNEL_REJECTED(KERNEL_REJECTION, "The kernel refused."),

  KERNEL_UNAVAILABLE(TRANSPORT, "The kernel did not answer.", P7_E2),
  OUTCOME_UNKNOWN(TRANSPORT,
      "The kernel was called and did not answer: it may or may not have happened, or may still happen.", P7_E2),
  KERNEL_ANSWER_MISMATCH(TRANSPORT, "The kernel's answer does not belong to what it was asked.", P7_E2),
  AUDIT_UNAVAILABLE(TRANSPORT, "The audit log could not record this, so nothing was executed.", P7_E2, P7_O3),
  AUDIT_INCOMPLETE(TRANSPORT, "The audit log could not record the end of this request.", P7_E2, P7_O3);

  private final ErrorDomain domain;
  private final String message;
  private final List<Invariant> invariants;

  ErrorCode(ErrorDomain domain, String message, Invariant... invariants) {
    this.domain = domain;
    this.message = message;
    this.invariants = List.of(invariants);
  }

  /** The domain of every error of this code. */
  public ErrorDomain domain() {
    return domain;
  }

  /** The sentence of every error of this code; a kernel rejection has the kernel's own instead. */
  public String message() {
    return message;
  }

  /** The invariants of Phase 7 it rests on; empty only for {@link #KERNEL_REJECTED}, which has the kernel's. */
  public List<Invariant> invariants() {
    return invariants;
  }
}
