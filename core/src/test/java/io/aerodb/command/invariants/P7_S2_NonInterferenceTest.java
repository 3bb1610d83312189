package io.aerodb.command.invariants;

import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static io.aerodb.command.doubles.PlaneFixture.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.Authority;
import io.aerodb.command.InspectClusterState;
import io.aerodb.command.InspectReplicationStatus;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Proposal;
import io.aerodb.command.session.Session;
import io.aerodb.freeze.claims.CoversViolation;
import org.junit.jupiter.api.Test;

/** Proves P7-S2: a kernel that is looked at gets the same orders as one that is not. */
class P7_S2_NonInterferenceTest {
  private final PlaneFixture fixture = new PlaneFixture();

  @Test
  @CoversViolation({"P7-S2", "CM-4.0"})
  void inspections_in_between_change_no_order_and_no_answer() {
    PlaneFixture watched = new PlaneFixture();
    Proposal<?> plain = fixture.propose("r-1", PROMOTION);
    Outcome<?> quiet = fixture.session.confirm(plain, yes(plain));

    Session observer = watched.session("olga", Authority.OBSERVER);
    observer.run(id("i-1"), new InspectClusterState());
    Proposal<?> proposal = watched.propose("r-1", PROMOTION);
    observer.run(id("i-2"), new InspectReplicationStatus());
    Outcome<?> looked = watched.session.confirm(proposal, yes(proposal));

    assertThat(watched.kernel.arguments("requestPromotion")).isEqualTo(fixture.kernel.arguments("requestPromotion"));
    assertThat(((Outcome.Executed<?>) looked).value()).isEqualTo(((Outcome.Executed<?>) quiet).value());
  }
}
