package io.aerodb.kernel;

import org.immutables.value.Value;

/**
 * One check of an assessment: what the kernel expected, what it observed, and what it made of it. Several findings may
 * rest on one invariant. All texts are the kernel's own and are surfaced verbatim (ER-4).
 *
 * @since 0.1
 */
@Value.Immutable
public sealed interface Finding permits ImmutableFinding {
  /**
   * The kernel's stable name of this check, 1 to 100 characters; also the code of the rejection that follows from it.
   */
  String code();

  InvariantId invariant();

  Verdict verdict();

  /** What has to hold, 1 to 1,000 characters. */
  String expected();

  /** What was seen, the evidence, 1 to 1,000 characters. */
  String observed();

  /**
   * What could not be seen and would be needed to prove the check; empty when nothing is missing; at most 1,000
   * characters.
   */
  String missingEvidence();

  /**
   * Whether an operator's assertion may stand in for this check, in the kernel's word. Always false for a satisfied
   * check.
   */
  boolean overridable();

  /** What happens if authority moves and this check does not in truth hold, 1 to 1,000 characters. */
  String consequence();

  WritesAtRisk writesAtRisk();

  /** Whether {@link #consequence()} can be undone. */
  Reversibility reversibility();

  @Value.Check
  default void check() {
    Checks.text("finding code", code(), Checks.MAX_CODE);
    Checks.text("expected", expected(), Checks.MAX_TEXT);
    Checks.text("observed", observed(), Checks.MAX_TEXT);
    Checks.optionalText("missing evidence", missingEvidence(), Checks.MAX_TEXT);
    Checks.text("consequence", consequence(), Checks.MAX_TEXT);
    Checks.require(!(overridable() && verdict() == Verdict.SATISFIED), "overridable", true,
        "be false for a satisfied check");
  }

  static Builder builder() {
    return new Builder();
  }

  final class Builder extends ImmutableFinding.Builder {
    Builder() {}
  }
}
