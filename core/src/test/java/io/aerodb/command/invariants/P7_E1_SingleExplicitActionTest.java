package io.aerodb.command.invariants;

import static io.aerodb.command.doubles.PlaneFixture.DEMOTION;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.CommandType;
import io.aerodb.command.Confirmable;
import io.aerodb.command.Immediate;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCommands;
import io.aerodb.command.session.Outcome;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proves P7-E1: one command is one kernel action, never two. */
class P7_E1_SingleExplicitActionTest {
  private final PlaneFixture fixture = new PlaneFixture();

  @ParameterizedTest
  @EnumSource(CommandType.class)
  @Covers({"P7-E1", "CM-2.2"})
  void each_command_calls_its_one_action_once_and_nothing_follows(CommandType type) {
    if (type == CommandType.FORCE_PROMOTION) {
      fixture.cannotSeePrimary();
    }

    Outcome<?> outcome = switch (SampleCommands.of(type)) {
      case Immediate<?> immediate -> fixture.session.run(id("r-1"), immediate);
      case Confirmable<?> confirmable -> fixture.runs("r-1", confirmable);
    };

    assertThat(outcome).isInstanceOf(Outcome.Executed.class);
    assertThat(fixture.kernel.actions()).containsExactly(type.kernelAction());
  }

  @Test
  @CoversViolation("P7-E1")
  void a_demotion_promotes_nobody() {
    fixture.runs("r-1", DEMOTION);

    assertThat(fixture.kernel.actions()).containsExactly("requestDemotion");
  }
}
