package io.aerodb.command.invariants;

import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static io.aerodb.command.doubles.PlaneFixture.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.session.Proposal;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proves P7-D2: same request and state, same denial for the same reasons. */
class P7_D2_DeterministicDecisionsTest {
  private final PlaneFixture fixture = new PlaneFixture();

  @Test
  @Covers({"P7-D2", "CM-10.2"})
  void the_same_denial_has_the_same_reasons_in_the_same_order() {
    PlaneFixture again = new PlaneFixture();
    for (PlaneFixture each : List.of(fixture, again)) {
      each.finds(SampleCluster.finding("P6-S2", Verdict.VIOLATED), SampleCluster.finding("P6-A1", Verdict.UNPROVABLE));
    }

    assertThat(PlaneFixture.errors(fixture.session.propose(id("r-1"), PROMOTION)))
        .isEqualTo(PlaneFixture.errors(again.session.propose(id("r-1"), PROMOTION))).hasSize(2);
  }

  @Test
  @CoversViolation({"P7-D2", "ST-2"})
  void a_decision_does_not_outlive_the_state_it_was_made_in() {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);
    fixture.finds(SampleCluster.finding("P6-S2", Verdict.UNPROVABLE));

    assertThat(PlaneFixture.codes(fixture.session.confirm(proposal, yes(proposal))))
        .containsExactly(ErrorCode.CONFIRMATION_STALE);
  }
}
