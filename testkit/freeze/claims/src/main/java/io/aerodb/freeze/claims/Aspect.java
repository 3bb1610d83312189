package io.aerodb.freeze.claims;

/**
 * The four things that each command must be tested for (CM-12.1).
 *
 * @since 0.1
 */
public enum Aspect {
  /** It is executed, and its answer reaches the operator. */
  SUCCESS,
  /** A failed precondition rejects it. */
  VALIDATION_FAILURE,
  /** Without its confirmation nothing happens; of a command that needs none, that none is asked for. */
  CONFIRMATION_REFUSAL,
  /** A crash at any point completes nothing and leaves no ambiguity that could be avoided. */
  CRASH_SAFETY
}
