package io.aerodb.command.invariants;

import static io.aerodb.command.doubles.Bench.PROMOTION;
import static io.aerodb.command.doubles.Bench.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.doubles.Bench;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.session.ProposeResult;
import io.aerodb.freeze.claims.CoversViolation;
import org.junit.jupiter.api.Test;

/** Proves P7-F3: a retry is visible, and a duplicate is refused. */
class P7_F3_NoHiddenRetriesTest {
  private final Bench bench = new Bench();

  @Test
  @CoversViolation({"P7-F3", "CM-9.2"})
  void the_same_request_after_an_unknown_outcome_is_not_sent_again() {
    bench.kernel.fails("requestPromotion", new IllegalStateException());
    bench.runs("r-1", PROMOTION);

    ProposeResult<?> again = bench.session.propose(id("r-1"), PROMOTION);

    assertThat(Bench.kinds(again)).containsExactly(ErrorCode.DUPLICATE_REQUEST);
    assertThat(Bench.errors(again).getFirst().text()).contains("newest stage is unknown");
    assertThat(bench.kernel.actions()).hasSize(1);
    assertThat(bench.log.stages("r-1")).endsWith("unknown", "duplicate");
  }
}
