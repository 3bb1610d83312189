package io.aerodb.freeze.gate;

/**
 * One reason why a build can't be frozen, with what to do about it.
 *
 * @param kind what sort of thing
 * @param subject what it is about: a rule, a command and its aspect, a claim and its test
 * @param message what is missing and what to do about it
 * @since 0.1
 */
public record Gap(Kind kind, String subject, String message) {
  /** What sort of thing a gap is. */
  public enum Kind {
    /** A module recorded nothing. */
    NO_EVIDENCE,
    /** A claim names something that does not exist. */
    UNKNOWN_CLAIM,
    /** No test that passed proves the rule. */
    RULE_UNPROVED,
    /** No negative test that passed attacks the rule. */
    RULE_NOT_ATTACKED,
    /** A command lacks one of its four aspects. */
    ASPECT_MISSING,
    /** An invariant of Phase 7 is no rule that needs a negative test, or the list names one that is none. */
    INVARIANT_NOT_LISTED,
    /** The model document and the library do not agree. */
    DOCUMENT_DIFFERS,
    /** The model document names no precondition of a command. */
    PRECONDITIONS_MISSING,
    /** The model document does not say how a command fails. */
    FAILURE_SEMANTICS_MISSING,
    /** The model document holds no complete audit of a command against the text that is the authority now. */
    NOT_AUDITED,
    /** The tests that prove something are not the frozen ones. */
    NOT_AS_FROZEN
  }
}
