package io.aerodb.command.error;

/**
 * Where an error comes from. Every error has exactly one domain (ER-1).
 *
 * @since 0.1
 */
public enum ErrorDomain {
  /** What was handed in is wrong; found before any kernel contact, with field-level detail. */
  OPERATOR_INPUT,
  /** A Phase 7 rule refuses it. */
  VALIDATION,
  /** The kernel refuses it; code, message and invariants are its own. */
  KERNEL_REJECTION,
  /** Something did not answer. Unknown after a control command was dispatched, not executed otherwise. */
  TRANSPORT
}
