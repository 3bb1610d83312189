package io.aerodb.command.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.Confirmable;
import io.aerodb.command.doubles.Bench;
import io.aerodb.command.doubles.Facts;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proves CM-12.1, CM-6.1a, CM-6.1b, CM-6.1c, CM-6.1d. */
@Covers(command = "request_promotion")
class RequestPromotionTest extends ConfirmableContract<CompletedTransition> {
  @Override
  Confirmable<CompletedTransition> command() {
    return Bench.PROMOTION;
  }

  @Override
  void makeInvalid() {
    bench.finds(Facts.finding("P6-A1", Verdict.UNPROVABLE), Facts.finding("P6-S2", Verdict.VIOLATED));
  }

  @Override
  List<ErrorCode> refusals() {
    return List.of(ErrorCode.KERNEL_REJECTED, ErrorCode.KERNEL_REJECTED);
  }

  @Override
  List<ErrorCode> missing() {
    return List.of(ErrorCode.REASON_MISSING, ErrorCode.ARGUMENT_MISSING);
  }

  @Test
  @CoversViolation("CM-6.1d")
  void ambiguity_rejects_even_if_the_kernel_would_let_it_be_overridden() {
    bench.finds(Facts.finding("P6-A1", Verdict.UNPROVABLE));

    assertThat(Bench.kinds(bench.session.propose(Bench.id("r-1"), Bench.PROMOTION)))
        .containsExactly(ErrorCode.KERNEL_REJECTED);
  }
}
