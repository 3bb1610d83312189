package io.aerodb.command.invariants;

import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.session.Outcome;
import io.aerodb.freeze.claims.CoversViolation;
import org.junit.jupiter.api.Test;

/** Proves P7-E2: an unknown outcome is never said to have failed or not to have happened. */
class P7_E2_NoPartialExecutionTest {
  private final PlaneFixture fixture = new PlaneFixture();

  @Test
  @CoversViolation({"P7-E2", "ER-5"})
  void a_timeout_is_unknown_in_every_rendering() {
    fixture.kernel.fails("requestPromotion", new IllegalStateException("timeout"));

    Outcome<?> outcome = fixture.runs("r-1", PROMOTION);

    assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
    assertThat(outcome.text()).startsWith("UNKNOWN").doesNotContain("NOT_EXECUTED", "NOT EXECUTED", "failed");
    assertThat(outcome.json().text("outcome")).contains("unknown");
    assertThat(fixture.log.newest().event().body().text("execution")).contains("UNKNOWN");
  }

  @Test
  @CoversViolation("P7-E2")
  void nothing_that_follows_relies_on_it() {
    fixture.kernel.fails("requestPromotion", new IllegalStateException("timeout"));
    fixture.runs("r-1", PROMOTION);

    assertThat(PlaneFixture.codes(fixture.session.propose(id("r-2"), PROMOTION)))
        .containsExactly(ErrorCode.TARGET_UNRESOLVED);
  }
}
