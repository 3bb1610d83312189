package io.aerodb.command.explain;

import static java.util.Objects.requireNonNull;

import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.Detail;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.Verdict;
import java.util.List;

/**
 * One check that a decision rests on: a kernel's finding, or one that this model adds where the kernel made none. What the model adds is
 * unprovable and never overridable: only the kernel can say that something may be overridden.
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
    return source == ErrorCode.KERNEL_REJECTED
        ? CommandError.rejection(finding.code(), finding.observed(), List.of(finding.invariant()), List.of(detail))
        : CommandError.of(source, detail);
  }

  Detail detail() {
    return new Detail(finding.code(), finding.invariant().value(), finding.expected(),
        finding.verdict() + ": " + finding.observed());
  }
}
