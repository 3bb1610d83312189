package io.aerodb.command.invariants;

import static io.aerodb.command.doubles.Bench.force;
import static io.aerodb.command.doubles.Bench.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.InspectClusterState;
import io.aerodb.command.doubles.Bench;
import io.aerodb.command.doubles.Facts;
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
  private final Bench bench = new Bench();

  @Test
  @CoversViolation({"P7-E3", "ER-4"})
  void a_rejection_after_the_yes_ends_the_request() {
    bench.cannotSeePrimary();
    bench.kernel.rejects("forcePromotion", "AERO_REPLICA_BEHIND_WAL", "n2 is 3 entries behind", "P6-S1");

    Outcome<?> outcome = bench.runs("r-1", force("P6-A1"));

    assertThat(Bench.errors(outcome)).singleElement().satisfies(error -> {
      assertThat(error.wireCode()).isEqualTo("AERO_REPLICA_BEHIND_WAL");
      assertThat(error.message()).isEqualTo("n2 is 3 entries behind");
      assertThat(error.invariants()).containsExactly(new InvariantId("P6-S1"));
    });
    assertThat(bench.kernel.actions()).hasSize(1);
  }

  @Test
  @Covers({"P7-E3", "CM-10.1"})
  void a_rejection_without_invariants_rests_on_this_one() {
    bench.kernel.rejects("inspectClusterState", "AERO_BUSY", "later");

    Outcome<?> outcome = bench.session.run(id("r-1"), new InspectClusterState());

    assertThat(Bench.errors(outcome).getFirst().invariants()).containsExactly(Invariant.P7_E3.id());
  }

  @Test
  @CoversViolation("P7-E3")
  void no_force_lifts_what_the_kernel_holds_fast() {
    bench.finds(Facts.findingBuilder("P6-S1", Verdict.VIOLATED).overridable(false).build());

    assertThat(Bench.kinds(bench.session.propose(id("r-1"), force("P6-S1")))).contains(ErrorCode.OVERRIDE_NOT_POSSIBLE);
  }
}
