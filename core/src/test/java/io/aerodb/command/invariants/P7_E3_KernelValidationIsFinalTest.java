package io.aerodb.command.invariants;

import static io.aerodb.command.doubles.PlaneFixture.force;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.InspectClusterState;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.Invariant;
import io.aerodb.command.session.Outcome;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.Verdict;
import org.junit.jupiter.api.Test;

/** Proves P7-E3: a rejection is surfaced exactly and never overridden. */
class P7_E3_KernelValidationIsFinalTest {
  private final PlaneFixture fixture = new PlaneFixture();

  @Test
  @CoversViolation({"P7-E3", "ER-4"})
  void a_rejection_after_the_yes_ends_the_request() {
    fixture.cannotSeePrimary();
    fixture.kernel.rejects("forcePromotion", "AERO_REPLICA_BEHIND_WAL", "n2 is 3 entries behind", "P6-S1");

    Outcome<?> outcome = fixture.runs("r-1", force("P6-A1"));

    assertThat(PlaneFixture.errors(outcome)).singleElement().satisfies(error -> {
      assertThat(error.wireCode()).isEqualTo("AERO_REPLICA_BEHIND_WAL");
      assertThat(error.message()).isEqualTo("n2 is 3 entries behind");
      assertThat(error.invariants()).containsExactly(new InvariantId("P6-S1"));
    });
    assertThat(fixture.kernel.actions()).hasSize(1);
  }

  @Test
  @Covers({"P7-E3", "CM-10.1"})
  void a_rejection_without_invariants_rests_on_this_one() {
    fixture.kernel.rejects("inspectClusterState", "AERO_BUSY", "later");

    Outcome<?> outcome = fixture.session.run(id("r-1"), new InspectClusterState());

    assertThat(PlaneFixture.errors(outcome).getFirst().invariants()).containsExactly(Invariant.P7_E3.id());
  }

  @Test
  @CoversViolation("P7-E3")
  void no_force_lifts_what_the_kernel_holds_fast() {
    fixture.finds(SampleCluster.findingBuilder("P6-S1", Verdict.VIOLATED).overridable(false).build());

    assertThat(PlaneFixture.codes(fixture.session.propose(id("r-1"), force("P6-S1"))))
        .contains(ErrorCode.OVERRIDE_NOT_POSSIBLE);
  }
}
