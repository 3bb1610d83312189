package io.aerodb.command;

import java.util.Locale;

/**
 * Which confirmation a command needs.
 *
 * @since 0.1
 */
public enum ConfirmationKind {
  /** None; the command is {@link Immediate}. */
  NONE,
  /** Action, target and a code of this very explanation. */
  STANDARD,
  /** Also every overridden check by name, the risk, and responsibility signed with the operator's own name (CF-8). */
  OVERRIDE;

  /** The name in records, such as {@code standard}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
