package io.aerodb.command.explain;

import static java.util.Objects.requireNonNull;

import io.aerodb.kernel.DiagnosticCost;

/**
 * What was read of the kernel in order to explain a command.
 *
 * @since 0.1
 */
public sealed interface PlanBasis {
  /**
   * The declared cost of a collection of diagnostics.
   *
   * @param cost upper bounds for each member
   */
  record Estimated(DiagnosticCost cost) implements PlanBasis {
    public Estimated {
      requireNonNull(cost, "cost");
    }
  }

  /**
   * The judgement of a change of authority.
   *
   * @param judgement every check
   */
  record Assessed(Judgement judgement) implements PlanBasis {
    public Assessed {
      requireNonNull(judgement, "judgement");
    }
  }
}
