package io.aerodb.command.invariants;

import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.Authority;
import io.aerodb.command.Command;
import io.aerodb.command.Immediate;
import io.aerodb.command.OperatorInput;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCommands;
import io.aerodb.command.session.Admission;
import io.aerodb.freeze.claims.CoversViolation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Proves P7-A1: looking, refreshing and reconnecting grant and trigger nothing. */
class P7_A1_NoImplicitAuthorityTest {
  private final PlaneFixture fixture = new PlaneFixture();

  @Test
  @CoversViolation("P7-A1")
  void looking_at_everything_moves_nothing() {
    for (int i = 0; i < 5; i++) {
      for (Command<?> command : SampleCommands.each()) {
        if (command instanceof Immediate<?> immediate) {
          fixture.session.explain(id("r"), immediate);
          fixture.session.run(id("r-" + i + command.type()), immediate);
        }
      }
    }

    assertThat(fixture.kernel.actions())
        .noneMatch(action -> action.endsWith("Promotion") || action.endsWith("Demotion"));
    assertThat(fixture.log.controlStatus().lastControlDispatch()).isZero();
  }

  @Test
  @CoversViolation({"P7-A1", "CM-2.1", "AT-4"})
  void nobody_without_a_name_and_an_authority_gets_a_session() {
    for (var who : List.of(new OperatorInput(Optional.empty(), Optional.of("operator")),
        new OperatorInput(Optional.of("ann"), Optional.empty()), new OperatorInput(Optional.of("ann"), Optional.of("")),
        new OperatorInput(Optional.of("ann"), Optional.of("OPERATOR")))) {
      assertThat(fixture.plane.admit(who)).isInstanceOf(Admission.Denied.class);
    }
    assertThat(fixture.log.stages()).containsExactly("rejected", "rejected", "rejected", "rejected");
    assertThat(fixture.kernel.calls()).isEmpty();
  }

  @Test
  @CoversViolation({"P7-A1", "AT-5"})
  void a_new_session_inherits_no_proposal() {
    fixture.propose("r-1", PROMOTION);

    assertThat(fixture.session("ann", Authority.OPERATOR).openProposal()).isEmpty();
  }
}
