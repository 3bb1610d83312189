package io.aerodb.sim;

import static io.aerodb.sim.SimFixture.A;
import static io.aerodb.sim.SimFixture.B;
import static io.aerodb.sim.SimFixture.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.KernelResponse.Completed;
import io.aerodb.kernel.KernelUnavailableException;
import io.aerodb.kernel.RequestResolution;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a cluster in memory behaves as one on disk does. */
class MemoryClusterTest {
  private static final int STEPS = 150;
  /** More than the changes that any order makes. */
  private static final int MOST_CHANGES = 60;

  @TempDir
  Path dir;

  @ParameterizedTest
  @ValueSource(longs = {3, 29, 30})
  void whatever_happens_in_memory_happens_on_disk(long seed) {
    SimFixture memory = SimFixture.inMemory();
    SimFixture disk = SimFixture.in(dir.resolve("cluster"));
    var inMemory = new RandomRun(seed);
    var onDisk = new RandomRun(seed);

    for (int step = 0; step < STEPS; step++) {
      assertThat(happen(memory, inMemory)).as("seed %s, step %s", seed, step).isEqualTo(happen(disk, onDisk));
      assertThat(memory.cluster.describe()).isEqualTo(disk.cluster.describe());
    }

    assertThat(memory.cluster.steps()).isNotEmpty().isEqualTo(disk.cluster.steps());
    assertThat(memory.cluster.executions()).isNotEmpty().isEqualTo(disk.cluster.executions());
  }

  @Test
  void two_kernels_of_one_cluster_see_the_same_and_two_clusters_share_nothing() {
    SimFixture one = SimFixture.inMemory();
    SimFixture other = SimFixture.inMemory();

    value(one.demote(A));

    assertThat(value(one.cluster.kernel().inspectClusterState()).primary()).isEmpty();
    assertThat(value(other.kernel.inspectClusterState()).primary()).contains(A);
  }

  @Test
  void of_many_promotions_at_once_exactly_one_wins() {
    SimFixture sim = SimFixture.inMemory();
    value(sim.demote(A));
    List<TransitionOrder> orders = IntStream.range(0, 16)
        .mapToObj(i -> SimFixture.order("p-" + i, Transition.PROMOTION, i % 2 == 0 ? A : B, sim.epoch())).toList();

    List<KernelResponse<CompletedTransition>> answers =
        orders.parallelStream().map(order -> SimFixture.give(sim.cluster.kernel(), order)).toList();

    assertThat(answers).filteredOn(Completed.class::isInstance).hasSize(1);
    assertThat(sim.cluster.executions()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void every_kernel_says_the_same_of_an_order_whose_kernel_died_anywhere(boolean halfway) {
    int executed = 0;
    int died = 0;
    for (int change = 1; change <= MOST_CHANGES; change++) {
      SimFixture sim = SimFixture.inMemory();
      TransitionOrder order = sim.order(Transition.DEMOTION, A);
      SimulatedKernel dying = sim.cluster.dyingKernel(change, halfway);
      died += answers(dying, order) ? 0 : 1;

      boolean happened = sim.cluster.executions().stream().anyMatch(step -> step.requestId().equals("r-1"));

      assertThat(sim.cluster.executions()).as("change %s", change).hasSize(happened ? 1 : 0);
      RequestResolution word =
          sim.assess(Transition.PROMOTION, B, "r-1").settled().getOrDefault("r-1", RequestResolution.CANNOT_TELL);
      assertThat(word == RequestResolution.EXECUTED).as("change %s", change).isEqualTo(happened);
      assertThat(SimFixture.give(sim.kernel, order) instanceof Completed)
          .isEqualTo(word != RequestResolution.NOT_EXECUTED);
      executed += happened ? 1 : 0;
    }

    assertThat(died).isBetween(10, MOST_CHANGES - 1);
    assertThat(executed).isGreaterThan(MOST_CHANGES - died);
  }

  @Test
  void a_kernel_that_died_answers_nothing_that_would_change_the_cluster() {
    SimFixture sim = SimFixture.inMemory();
    SimulatedKernel dying = sim.cluster.dyingKernel(1, false);
    assertThatThrownBy(() -> SimFixture.give(dying, sim.order(Transition.DEMOTION, A)))
        .isInstanceOf(KernelUnavailableException.class).hasMessage("the kernel's process died");

    assertThatThrownBy(() -> SimFixture.give(dying, sim.order(Transition.DEMOTION, A)))
        .isInstanceOf(KernelUnavailableException.class);
    assertThat(sim.cluster.executions()).isEmpty();
  }

  @Test
  void what_is_not_a_cluster_or_a_change_is_refused() {
    assertThatThrownBy(() -> SimulatedCluster.inMemory(SimFixture.DEMO, List.of(A, A), SimFixture.TIME))
        .hasMessageContaining("must name at least one, each once");
    assertThatThrownBy(() -> SimFixture.inMemory().cluster.dyingKernel(0, true))
        .hasMessage("change is '0' but must be at least 1");
  }

  private static boolean answers(SimulatedKernel kernel, TransitionOrder order) {
    try {
      SimFixture.give(kernel, order);
      return true;
    } catch (KernelUnavailableException e) {
      return false;
    }
  }

  private static Object happen(SimFixture sim, RandomRun random) {
    return random.chance(70) ? sim.cluster.apply(random.event(sim)) : SimFixture.give(sim.kernel, random.order(sim));
  }
}
