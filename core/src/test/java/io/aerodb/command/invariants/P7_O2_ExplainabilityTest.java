package io.aerodb.command.invariants;

import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.Execution;
import io.aerodb.command.error.Invariant;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.Verdict;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Proves P7-O2: every rejection names what it rests on. */
class P7_O2_ExplainabilityTest {
  private final PlaneFixture fixture = new PlaneFixture();

  @Test
  @Covers({"P7-O2", "CM-7.2"})
  void all_failed_checks_are_named_with_expected_and_observed() {
    fixture.finds(SampleCluster.finding("P6-A1", Verdict.UNPROVABLE), SampleCluster.finding("P6-S2", Verdict.VIOLATED));

    List<CommandError> errors = PlaneFixture.errors(fixture.session.propose(id("r-1"), PROMOTION));

    assertThat(errors).extracting(e -> e.invariants().getFirst().value()).containsExactly("P6-A1", "P6-S2");
    assertThat(errors).allSatisfy(e -> assertThat(e.details().getFirst().expected()).endsWith("holds"));
  }

  @Test
  @CoversViolation({"P7-O2", "ER-3"})
  void an_error_without_an_invariant_cannot_be_made() {
    Assertions
        .assertThatThrownBy(() -> new CommandError(ErrorCode.SESSION_CLOSED, "SESSION_CLOSED",
            "x", List.of(), Execution.NOT_EXECUTED, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one");
  }

  @Test
  @CoversViolation("CM-10.4")
  void a_generic_code_cannot_be_made() {
    Assertions.assertThatThrownBy(() -> new CommandError(ErrorCode.SESSION_CLOSED, "ERROR", "x",
        List.of(Invariant.P7_A1.id()), Execution.NOT_EXECUTED, List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
