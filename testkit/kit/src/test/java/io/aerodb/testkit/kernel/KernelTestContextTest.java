package io.aerodb.testkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.NodeId;
import io.aerodb.testkit.Arrangement;
import io.aerodb.testkit.Arrangement.Arranged;
import io.aerodb.testkit.Arrangement.Denied;
import io.aerodb.testkit.Arrangement.Impossible;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;

/** What the kit makes of each answer of a fixture. */
class KernelTestContextTest {
  private static final NodeId TARGET = new NodeId("n2");

  @Test
  void the_test_goes_on_with_the_target_that_was_arranged() {
    assertThat(answering(new Arranged<>(TARGET)).arrange(KernelScenario.PRIMARY_LOST)).isEqualTo(TARGET);
  }

  @Test
  void an_impossible_scenario_skips_the_test_with_the_reason_of_the_host() {
    KernelTestContext context = answering(new Impossible<>("one step"));

    assertThatThrownBy(() -> context.arrange(KernelScenario.IN_PROGRESS)).isInstanceOf(TestAbortedException.class)
        .hasMessageEndingWith("scenario IN_PROGRESS can't be arranged: one step");
  }

  @ParameterizedTest
  @EnumSource
  void a_fixture_that_denies_a_scenario_is_wrong(KernelScenario scenario) {
    KernelTestContext context = answering(new Denied<>("no"));

    assertThatThrownBy(() -> context.arrange(scenario)).isInstanceOf(AssertionError.class)
        .hasMessage("the fixture answered " + scenario + " with Denied[message=no], but a scenario happens behind the "
            + "kernel's back, and no kernel is asked whether it may");
  }

  private static KernelTestContext answering(Arrangement<NodeId> answer) {
    return new KernelTestContext(new Answering(answer));
  }

  /** A fixture that has nothing but its answer. */
  private record Answering(Arrangement<NodeId> answer) implements KernelFixture {
    @Override
    public Kernel kernel() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Kernel another() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Arrangement<NodeId> arrange(KernelScenario scenario) {
      return answer;
    }

    @Override
    public Set<Capability> denied() {
      return Set.of();
    }

    @Override
    public Optional<String> fingerprint() {
      return Optional.empty();
    }

    @Override
    public void close() {
      // It holds nothing.
    }
  }
}
