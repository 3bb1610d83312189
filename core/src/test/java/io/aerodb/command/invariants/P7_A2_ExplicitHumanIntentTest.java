package io.aerodb.command.invariants;

import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.CommandInput;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Proposal;
import io.aerodb.freeze.claims.CoversViolation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Proves P7-A2: no default, no time and no gesture confirms. */
class P7_A2_ExplicitHumanIntentTest {
  private final PlaneFixture fixture = new PlaneFixture();

  @Test
  @CoversViolation({"P7-A2", "CF-2"})
  void nothing_happens_by_itself_however_long_one_waits() {
    fixture.propose("r-1", PROMOTION);
    fixture.clock.move(Duration.ofMinutes(9));
    fixture.session.openProposal();
    fixture.clock.move(Duration.ofDays(9));
    fixture.session.close();

    assertThat(fixture.kernel.actions()).isEmpty();
  }

  @Test
  @CoversViolation({"P7-A2", "CF-2"})
  void an_answer_that_a_script_could_know_beforehand_is_not_enough() {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);
    var answers = new TreeMap<>(Map.of("action", "request_promotion", "target", "n2", "code", "000000"));

    Outcome<?> outcome = fixture.session.confirm(proposal, new Acknowledgement(proposal.challenge().digest(), answers));

    assertThat(PlaneFixture.codes(outcome)).containsExactly(ErrorCode.ACKNOWLEDGEMENT_WRONG);
    assertThat(fixture.kernel.actions()).isEmpty();
  }

  @Test
  @CoversViolation({"P7-A2", "CM-7.1"})
  void a_mutation_without_a_reason_is_not_even_planned() {
    var input = CommandInput.of(Optional.of("r-1"), Optional.of("request_promotion"), Map.of("replica", List.of("n2")));

    assertThat(PlaneFixture.codes(fixture.session.submit(input))).containsExactly(ErrorCode.REASON_MISSING);
    assertThat(fixture.kernel.calls()).isEmpty();
  }
}
