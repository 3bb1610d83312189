package io.aerodb.command.invariants;

import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.session.ProposeResult;
import io.aerodb.freeze.claims.CoversViolation;
import org.junit.jupiter.api.Test;

/** Proves P7-F3: a retry is visible, and a duplicate is refused. */
class P7_F3_NoHiddenRetriesTest {
  private final PlaneFixture fixture = new PlaneFixture();

  @Test
  @CoversViolation({"P7-F3", "CM-9.2"})
  void the_same_request_after_an_unknown_outcome_is_not_sent_again() {
    fixture.kernel.fails("requestPromotion", new IllegalStateException());
    fixture.runs("r-1", PROMOTION);

    ProposeResult<?> again = fixture.session.propose(id("r-1"), PROMOTION);

    assertThat(PlaneFixture.codes(again)).containsExactly(ErrorCode.DUPLICATE_REQUEST);
    assertThat(PlaneFixture.errors(again).getFirst().text()).contains("newest stage is unknown");
    assertThat(fixture.kernel.actions()).hasSize(1);
    assertThat(fixture.log.stages("r-1")).endsWith("unknown", "duplicate");
  }
}
