package io.aerodb.command;

import java.util.Locale;

/**
 * The permission to ask, never to succeed. It is handed over by the host with an identified operator and is never
 * escalated, inferred or restored (AT-5).
 *
 * @since 0.1
 */
public enum Authority {
  /** Runs and explains inspections (AT-1). */
  OBSERVER,
  /** Also runs diagnostics and control commands, and confirms them (AT-2). */
  OPERATOR,
  /** Reads the trail and runs nothing (AT-3). */
  AUDITOR;

  /** Whether a command of this class may be asked for. */
  public boolean covers(CommandClass commandClass) {
    return switch (this) {
      case OBSERVER -> commandClass == CommandClass.INSPECTION;
      case OPERATOR -> true;
      case AUDITOR -> false;
    };
  }

  /** The name in records and on command lines, such as {@code operator}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
