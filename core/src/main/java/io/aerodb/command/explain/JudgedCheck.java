package io.aerodb.command.explain;

import static java.util.Objects.requireNonNull;

import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.Detail;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.Verdict;
import java.util.List;

/**
 * One check that a decision rests on: a kernel's finding, or one that this model adds, which is unprovable. Of the
 * kernel's invariants only the kernel can say that a check may be overridden; a check that the kernel did not make
 * never may be. The doubt that an unresolved request leaves is the trail's own, and a person who names it may override
 * that.
 *
 * @param finding the check
 * @param source {@link ErrorCode#KERNEL_REJECTED} for the kernel's own, else why the model added it
 * @since 0.1
 */
public record JudgedCheck(Finding finding, ErrorCode source) {
  public JudgedCheck {
    requireNonNull(finding, "finding");
    requireNonNull(source, "source");
  }

  /** Whether it stands in the way. */
  public boolean unsatisfied() {
    return finding.verdict() != Verdict.SATISFIED;
  }

  /** This check as the reason of a refusal, with its evidence. */
  CommandError error() {
    Detail detail = detail();
    return isKernels()
        ? CommandError.rejection(finding.code(), finding.observed(), List.of(finding.invariant()), List.of(detail))
        : CommandError.of(source, detail);
  }

  /** Whether the kernel made this check itself. */
  public boolean isKernels() {
    return source == ErrorCode.KERNEL_REJECTED;
  }

  Detail detail() {
    return new Detail(finding.code(), finding.invariant().value(), finding.expected(),
        finding.verdict() + ": " + finding.observed());
  }
}
