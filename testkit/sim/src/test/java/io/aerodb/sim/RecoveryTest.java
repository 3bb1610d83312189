package io.aerodb.sim;

import static io.aerodb.sim.SimFixture.A;
import static io.aerodb.sim.SimFixture.B;
import static io.aerodb.sim.SimFixture.C;
import static io.aerodb.sim.SimFixture.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.KernelResponse.Completed;
import io.aerodb.kernel.KernelResponse.Rejected;
import io.aerodb.kernel.ReplicationState;
import io.aerodb.kernel.RequestResolution;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.kernel.TransitionPhase;
import io.aerodb.sim.storage.ClusterLayout;
import io.aerodb.sim.storage.CrashingStorage;
import io.aerodb.sim.storage.QuickStorage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kills a kernel at each of its changes, and tests what recovery makes of it. */
class RecoveryTest {
  private static final int MOST_OPERATIONS = 60;

  @TempDir
  Path dir;
  private int created;

  @TestFactory
  Stream<DynamicTest> a_crash_at_any_operation_leaves_the_state_before_or_the_state_after() {
    return Stream.of(Transition.values()).flatMap(transition -> Stream.of(CrashingStorage.Moment.values())
        .map(moment -> DynamicTest.dynamicTest(transition + ", crash " + moment + " each operation",
            () -> sweep(transition, moment))));
  }

  @ParameterizedTest
  @EnumSource(Transition.class)
  void a_crash_of_the_recovery_itself_changes_nothing_about_the_outcome(Transition transition) {
    for (int at = 1; at <= operations(transition); at += 5) {
      for (int again = 1; again <= 20; again += 2) {
        SimFixture sim = crashed(transition, at, CrashingStorage.Moment.WITHIN, "again-" + at + "-" + again);
        ClusterState before = value(sim.kernel.inspectClusterState());
        RequestResolution word = word(sim, transition);

        provoke(sim, again);

        assertThat(value(sim.kernel.inspectClusterState())).isEqualTo(before);
        assertThat(word(sim, transition)).isEqualTo(word);
        provoke(sim, MOST_OPERATIONS);
        assertThat(word(sim, transition)).isEqualTo(word);
        StepGrammar.check(sim.cluster.steps());
      }
    }
  }

  @Test
  void a_marker_decides_although_no_other_file_knows_of_it() {
    int at = IntStream.rangeClosed(1, operations(Transition.PROMOTION))
        .filter(
            i -> ClusterLayout.of(crashed(Transition.PROMOTION, i, CrashingStorage.Moment.BEFORE, "marker-" + i).dir)
                .marker().toFile().exists())
        .findFirst().orElseThrow();
    SimFixture sim = crashed(Transition.PROMOTION, at, CrashingStorage.Moment.BEFORE, "decided");

    assertThat(sim.member(B).replication()).isEqualTo(new ReplicationState.PrimaryActive());
    assertThat(value(sim.kernel.inspectPromotionState()).lastTransition().map(CompletedTransition::requestId))
        .contains("r-1");
    sim.after(new ClusterEvent.Write(B, 1));
    assertThat(ClusterLayout.of(sim.dir).marker()).doesNotExist();
    assertThat(sim.cluster.steps()).extracting(TransitionStep::cause).contains(TransitionStep.Cause.RECOVERY);
  }

  @Test
  void a_forgotten_order_is_refused_when_it_comes_again() {
    SimFixture sim = crashed(Transition.PROMOTION, 9, CrashingStorage.Moment.BEFORE, "forgotten");

    Rejected<CompletedTransition> refusal =
        SimFixture.refused(SimFixture.give(sim.kernel, first(sim, Transition.PROMOTION)));

    assertThat(refusal.code()).isEqualTo("AERO_TRANSITION_FORGOTTEN");
    assertThat(SimFixture.names(refusal)).containsExactly("P6-F2");
    assertThat(refusal.message()).contains("nothing changed");
  }

  @Test
  void what_a_killed_process_left_is_forced_before_a_word_rests_on_it() {
    SimFixture sim = crashed(Transition.PROMOTION, 9, CrashingStorage.Moment.BEFORE, "forced");
    List<Path> forced = new ArrayList<>();
    SimulatedKernel reading = sim.kernel(new QuickStorage() {
      @Override
      public void forceDirectory(Path directory) {
        forced.add(directory.getFileName());
      }
    });

    value(reading.assess(Transition.PROMOTION, C, SimFixture.ids("r-1")));

    assertThat(forced).contains(Path.of("requests"), sim.dir.getFileName());
  }

  private void sweep(Transition transition, CrashingStorage.Moment moment) {
    int operations = operations(transition);
    assertThat(operations).isBetween(20, MOST_OPERATIONS);
    for (int at = 1; at <= operations; at++) {
      SimFixture sim = crashed(transition, at, moment, transition + "-" + moment + "-" + at);
      Map<String, String> files = sim.content();

      boolean moved = moved(sim, transition);
      RequestResolution word = word(sim, transition);

      assertThat(sim.content()).as("reads changed nothing").isEqualTo(files);
      assertThat(word == RequestResolution.EXECUTED).as("operation %s: %s", at, word).isEqualTo(moved);
      assertThat(value(sim.kernel.inspectPromotionState()).phase()).isEqualTo(TransitionPhase.STEADY);
      resolved(sim, transition, word);
    }
  }

  /** Giving the order again ends as the word said, and the order never takes effect twice. */
  private void resolved(SimFixture sim, Transition transition, RequestResolution word) {
    KernelResponse<CompletedTransition> again = SimFixture.give(sim.kernel, first(sim, transition));
    assertThat(again).isInstanceOf(word == RequestResolution.NOT_EXECUTED ? Rejected.class : Completed.class);
    assertThat(moved(sim, transition)).isEqualTo(word != RequestResolution.NOT_EXECUTED);
    assertThat(StepGrammar.executions(sim.cluster.steps(), "r-1"))
        .isEqualTo(word == RequestResolution.NOT_EXECUTED ? 0 : 1);
    StepGrammar.check(sim.cluster.steps());
  }

  /** Whether authority has moved, from a view that is either wholly before or wholly after. */
  private static boolean moved(SimFixture sim, Transition transition) {
    ClusterState state = value(sim.kernel.inspectClusterState());
    boolean moved = state.epoch().value().equals("demo/epoch-2");
    assertThat(state.primary().isPresent()).isEqualTo(!moved || transition != Transition.DEMOTION);
    if (transition == Transition.DEMOTION) {
      assertThat(sim.member(A).replication())
          .isEqualTo(moved ? new ReplicationState.ReplicaActive() : new ReplicationState.PrimaryActive());
    } else {
      assertThat(state.primary()).contains(moved ? B : A);
      assertThat(sim.member(B).replication())
          .isEqualTo(moved ? new ReplicationState.PrimaryActive() : new ReplicationState.ReplicaActive());
    }
    return moved;
  }

  /** Lets anything change the cluster, which makes the recovery durable first; dies at one of its operations. */
  private static void provoke(SimFixture sim, int at) {
    try {
      SimulatedCluster
          .open(sim.dir, SimFixture.TIME, new CrashingStorage(new QuickStorage(), at, CrashingStorage.Moment.BEFORE))
          .apply(new ClusterEvent.Kill(SimFixture.NOBODY));
    } catch (CrashingStorage.Crash e) {
      assertThat(at).isLessThan(MOST_OPERATIONS);
    }
  }

  private SimFixture crashed(Transition transition, int at, CrashingStorage.Moment moment, String name) {
    SimFixture sim = prepared(transition, name);
    SimulatedKernel dying = sim.kernel(new CrashingStorage(new QuickStorage(), at, moment));
    TransitionOrder order = first(sim, transition);
    assertThatThrownBy(() -> SimFixture.give(dying, order)).isInstanceOf(CrashingStorage.Crash.class);
    return sim;
  }

  private int operations(Transition transition) {
    SimFixture sim = prepared(transition, "counted-" + transition);
    CrashingStorage storage = new CrashingStorage(new QuickStorage(), Integer.MAX_VALUE, CrashingStorage.Moment.BEFORE);
    value(SimFixture.give(sim.kernel(storage), first(sim, transition)));
    return storage.changes();
  }

  private SimFixture prepared(Transition transition, String name) {
    created++;
    SimFixture sim = SimFixture.written(dir.resolve(name + "-" + created));
    return switch (transition) {
      case PROMOTION -> sim.after(new ClusterEvent.Kill(A), new ClusterEvent.Diverge(C, 1));
      case FORCED_PROMOTION -> sim.after(new ClusterEvent.Freeze(A));
      case DEMOTION -> sim;
    };
  }

  private static RequestResolution word(SimFixture sim, Transition transition) {
    boolean demoted = transition == Transition.DEMOTION;
    return value(sim.kernel.assess(demoted ? Transition.PROMOTION : transition, C, SimFixture.ids("r-1"))).settled()
        .get("r-1");
  }

  private static TransitionOrder first(SimFixture sim, Transition transition) {
    AuthorityEpoch epoch = new AuthorityEpoch("demo/epoch-1");
    return switch (transition) {
      case PROMOTION -> SimFixture.order("r-1", transition, B, epoch);
      case DEMOTION -> SimFixture.order("r-1", transition, A, epoch);
      case FORCED_PROMOTION ->
          SimFixture.order("r-1", transition, B, epoch, Check.PRIMARY_STILL_ACTIVE.code(), Check.BEHIND_WAL.code());
    };
  }
}
