package io.aerodb.command.invariants;

import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.InspectReplicationStatus;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.ProposeResult;
import io.aerodb.freeze.claims.CoversViolation;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Proves P7-A3: facts only, in the order of names. */
class P7_A3_NoDelegatedDecisionsTest {
  private final PlaneFixture fixture = new PlaneFixture();

  @Test
  @CoversViolation("P7-A3")
  void replicas_stay_in_the_order_of_their_names_however_far_they_lag() {
    String text = fixture.session.run(id("r-1"), new InspectReplicationStatus()).text();

    assertThat(text.indexOf("node: n2")).isLessThan(text.indexOf("node: n3"));
  }

  @Test
  @CoversViolation({"P7-A3", "ER-8"})
  void a_refusal_names_no_way_out() {
    fixture.cannotSeePrimary();

    ProposeResult<?> planned = fixture.session.propose(id("r-1"), PROMOTION);

    Outcome.NotExecuted<?> refused = (Outcome.NotExecuted<?>) planned;
    assertThat((refused.text() + refused.explanation().orElseThrow().text()).toLowerCase(Locale.ROOT))
        .doesNotContain("force", "overrid", "recommend", "should", "n3 instead");
  }
}
