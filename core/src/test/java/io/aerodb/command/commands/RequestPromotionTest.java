package io.aerodb.command.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.Confirmable;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests {@code request_promotion}; proves CM-12.1, CM-6.1a, CM-6.1b, CM-6.1c, CM-6.1d. */
@Covers(command = "request_promotion")
class RequestPromotionTest extends ConfirmableContract<CompletedTransition> {
  @Override
  Confirmable<CompletedTransition> command() {
    return PlaneFixture.PROMOTION;
  }

  @Override
  void makeInvalid() {
    fixture.finds(SampleCluster.finding("P6-A1", Verdict.UNPROVABLE), SampleCluster.finding("P6-S2", Verdict.VIOLATED));
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
    fixture.finds(SampleCluster.finding("P6-A1", Verdict.UNPROVABLE));

    assertThat(PlaneFixture.codes(fixture.session.propose(PlaneFixture.id("r-1"), PlaneFixture.PROMOTION)))
        .containsExactly(ErrorCode.KERNEL_REJECTED);
  }
}
