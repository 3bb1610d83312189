package io.aerodb.audit;

import java.util.List;
import java.util.Set;

/**
 * The stages of a request. Each is a record of its own (AU-2). A stage knows its name in a record, the members its body
 * must have, and what may directly follow it in one request.
 *
 * @since 0.1
 */
public enum Stage {
  /** The request was received, and its id is claimed for ever. */
  REQUESTED("requested", BodyMembers.CONFIRMATION),
  /**
   * It was refused before anything was asked of a person or of the kernel's actions. The one stage that may stand
   * without a request id.
   */
  REJECTED("rejected", BodyMembers.ERRORS, BodyMembers.EXECUTION),
  /** An explanation was shown and a confirmation asked for. */
  PROPOSED("proposed", BodyMembers.CHALLENGE, BodyMembers.CONFIRMATION, BodyMembers.EXPLANATION,
      BodyMembers.TEXT_SHA256, BodyMembers.VALID_UNTIL),
  /** The operator said no, or what was acknowledged is not what was asked for. */
  REFUSED("refused", BodyMembers.ERRORS, BodyMembers.EXECUTION, BodyMembers.EXPLANATION, BodyMembers.GIVEN),
  /** The session ended before anybody answered. */
  ABANDONED("abandoned", BodyMembers.ERRORS, BodyMembers.EXECUTION),
  /** It was acknowledged, but too late or in another state of the cluster than the one explained. */
  STALE("stale", BodyMembers.ERRORS, BodyMembers.EXECUTION, BodyMembers.EXPLANATION, BodyMembers.GIVEN),
  /** It was acknowledged in full. */
  CONFIRMED("confirmed", BodyMembers.ACKNOWLEDGED, BodyMembers.CHALLENGE, BodyMembers.CONFIRMATION, BodyMembers.GIVEN),
  /** The kernel is about to be called. */
  DISPATCHED("dispatched", BodyMembers.KERNEL_ACTION),
  /** The kernel said that it did it. */
  EXECUTED("executed", BodyMembers.EXECUTION, BodyMembers.RESPONSE),
  /** The kernel refused it. */
  KERNEL_REJECTED("kernel-rejected", BodyMembers.ERRORS, BodyMembers.EXECUTION, BodyMembers.RESPONSE),
  /** A read-only command got no usable answer. */
  NOT_ANSWERED("not-answered", BodyMembers.ERRORS, BodyMembers.EXECUTION),
  /** A control command got no usable answer: nobody knows. */
  UNKNOWN("unknown", BodyMembers.ERRORS, BodyMembers.EXECUTION),
  /** The kernel was not called after all. */
  NOT_SENT("not-sent", BodyMembers.ERRORS, BodyMembers.EXECUTION),
  /** The request id was taken already; names the first record and never moves the first request. */
  DUPLICATE("duplicate", BodyMembers.ERRORS, BodyMembers.EXECUTION, BodyMembers.FIRST);

  private final String label;
  // List.of made it.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> members;

  Stage(String label, String... members) {
    this.label = label;
    this.members = List.of(members);
  }

  /** The name of this stage in a record. */
  public String label() {
    return label;
  }

  /** The names of the members that the body of such a record must have. */
  public List<String> requiredMembers() {
    return members;
  }

  /** The stages that may directly follow this one in the same request. */
  public Set<Stage> successors() {
    return switch (this) {
      case REQUESTED -> Set.of(REJECTED, DISPATCHED, PROPOSED);
      case PROPOSED -> Set.of(REFUSED, ABANDONED, STALE, CONFIRMED);
      case CONFIRMED -> Set.of(DISPATCHED);
      case DISPATCHED -> Set.of(EXECUTED, KERNEL_REJECTED, NOT_ANSWERED, UNKNOWN, NOT_SENT);
      case REJECTED, REFUSED, ABANDONED, STALE, EXECUTED, KERNEL_REJECTED, NOT_ANSWERED, UNKNOWN, NOT_SENT, DUPLICATE ->
          Set.of();
    };
  }
}
