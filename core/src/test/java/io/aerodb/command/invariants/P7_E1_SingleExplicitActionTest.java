package io.aerodb.command.invariants;

import static io.aerodb.command.doubles.Bench.DEMOTION;
import static io.aerodb.command.doubles.Bench.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.CommandType;
import io.aerodb.command.Confirmable;
import io.aerodb.command.Immediate;
import io.aerodb.command.doubles.Bench;
import io.aerodb.command.doubles.Samples;
import io.aerodb.command.session.Outcome;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proves P7-E1: one command is one kernel action, never two. */
class P7_E1_SingleExplicitActionTest {
  private final Bench bench = new Bench();

  @ParameterizedTest
  @EnumSource(CommandType.class)
  @Covers({"P7-E1", "CM-2.2"})
  void each_command_calls_its_one_action_once_and_nothing_follows(CommandType type) {
    if (type == CommandType.FORCE_PROMOTION) {
      bench.cannotSeePrimary();
    }

    Outcome<?> outcome = switch (Samples.of(type)) {
      case Immediate<?> immediate -> bench.session.run(id("r-1"), immediate);
      case Confirmable<?> confirmable -> bench.runs("r-1", confirmable);
    };

    assertThat(outcome).isInstanceOf(Outcome.Executed.class);
    assertThat(bench.kernel.actions()).containsExactly(type.kernelAction());
  }

  @Test
  @CoversViolation("P7-E1")
  void a_demotion_promotes_nobody() {
    bench.runs("r-1", DEMOTION);

    assertThat(bench.kernel.actions()).containsExactly("requestDemotion");
  }
}
