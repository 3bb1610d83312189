package io.aerodb.command.invariants;

import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.Authority;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.TransitionOrder;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Proves P7-S1: nothing runs but what an operator asked for, on that operator's thread. */
class P7_S1_NoBackgroundActivityTest {
  private final PlaneFixture fixture = new PlaneFixture();

  @Test
  @Covers("P7-S1")
  void the_kernel_is_called_on_the_thread_of_the_operator_alone() {
    var threads = new ArrayList<Thread>();
    fixture.kernel.on("requestPromotion", a -> {
      threads.add(Thread.currentThread());
      return new KernelResponse.Completed<>(SampleCluster.done((TransitionOrder) a.getFirst()));
    });

    fixture.runs("r-1", PROMOTION);

    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  @CoversViolation("P7-S1")
  void opening_a_plane_and_sessions_starts_no_thread_and_calls_nothing() {
    var before = Thread.getAllStackTraces().keySet();

    PlaneFixture another = new PlaneFixture();
    another.session("bob", Authority.OPERATOR).close();

    assertThat(Thread.getAllStackTraces().keySet()).filteredOn(t -> t.getName().contains("aerodb")).isSubsetOf(before);
    assertThat(another.kernel.calls()).isEmpty();
    assertThat(another.log.appends()).isZero();
  }
}
