package io.aerodb.command;

import io.aerodb.command.error.Invariant;
import java.util.List;
import java.util.Locale;

/**
 * What a command is. Each class has its rule for confirmation and its rule for failure (CM-3.2).
 *
 * @since 0.1
 */
public enum CommandClass {
  INSPECTION("never confirmed", "fails closed: a complete, consistent view or an error, never partial data",
      Invariant.P7_A1,
      Invariant.P7_S2),
  DIAGNOSTIC("confirmed where it is expensive, with its declared cost",
      "fails closed: not executed, and nothing was changed",
      Invariant.P7_A1, Invariant.P7_S2),
  CONTROL("always confirmed", "rejected on ambiguity; once dispatched, executed, refused by the kernel, or unknown",
      Invariant.P7_A1,
      Invariant.P7_A2, Invariant.P7_E1, Invariant.P7_E2, Invariant.P7_E3, Invariant.P7_F1);

  private final String confirmationRule;
  private final String failureRule;
  private final List<Invariant> invariants;

  CommandClass(String confirmationRule, String failureRule, Invariant... invariants) {
    this.confirmationRule = confirmationRule;
    this.failureRule = failureRule;
    this.invariants = List.of(invariants);
  }

  /** The invariants of Phase 7 that every command of this class touches. */
  public List<Invariant> invariants() {
    return invariants;
  }

  /** When commands of this class are confirmed. */
  public String confirmationRule() {
    return confirmationRule;
  }

  /** What holds when a command of this class fails. */
  public String failureRule() {
    return failureRule;
  }

  /** The name in records, such as {@code control}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
