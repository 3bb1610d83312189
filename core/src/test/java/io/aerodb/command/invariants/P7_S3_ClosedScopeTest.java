package io.aerodb.command.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.CommandInput;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.Invariant;
import io.aerodb.freeze.claims.CoversViolation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Proves P7-S3: what is not explicitly allowed is forbidden. */
class P7_S3_ClosedScopeTest {
  private final PlaneFixture fixture = new PlaneFixture();

  @Test
  @CoversViolation({"P7-S3", "CM-1.1", "CM-2.5"})
  void what_is_no_command_reaches_nothing() {
    for (String name : List.of("promote", "demote", "restart", "drain", "inspect", "FORCE_PROMOTION",
        "force_promotion2",
        "request_promotion;force_promotion", "*", "")) {
      var input = CommandInput.of(Optional.empty(), Optional.of(name), Map.of());
      assertThat(PlaneFixture.codes(fixture.session.submit(input))).contains(ErrorCode.COMMAND_UNKNOWN);
    }
    assertThat(fixture.kernel.calls()).isEmpty();
    assertThat(fixture.log.stages()).hasSize(10).containsOnly("rejected");
  }

  @Test
  void each_invariant_has_a_title_a_statement_and_its_own_id() {
    assertThat(Invariant.values()).hasSize(17).extracting(i -> i.id().value()).doesNotHaveDuplicates()
        .allMatch(id -> id.matches("P7-[ADEFOS][1-3]"));
    assertThat(Invariant.values()).allSatisfy(i -> {
      assertThat(i.title()).isNotEmpty();
      assertThat(i.statement()).isNotEmpty();
    });
  }
}
