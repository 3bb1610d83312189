package io.aerodb.sim;

import static io.aerodb.sim.SimFixture.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.KernelResponse.Completed;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.ReplicationState.PrimaryActive;
import io.aerodb.kernel.RequestResolution;
import io.aerodb.kernel.RoleAfter;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.sim.storage.CrashingStorage;
import io.aerodb.sim.storage.QuickStorage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs random clusters, one seed each, and looks after every step at all members, also those that no kernel can see.
 */
class RandomClusterTest {
  private static final int RUNS = 4;
  private static final int STEPS = 60;

  @TempDir
  Path dir;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 13})
  void whatever_happens_authority_stays_single_positions_grow_and_epochs_never_return(long seed) {
    for (int run = 0; run < RUNS; run++) {
      new CheckedRun(seed * 1000 + run, SimFixture.in(dir.resolve("run-" + run))).go();
    }
  }

  /** One random cluster, and what was seen of it so far. */
  private static final class CheckedRun {
    private final long seed;
    private final SimFixture sim;
    private final RandomRun random;
    private final Map<NodeId, Long> positions = new HashMap<>();
    private final Map<String, KernelResponse<CompletedTransition>> answers = new HashMap<>();
    private final Set<AuthorityEpoch> epochs = new HashSet<>();
    private boolean forced;

    CheckedRun(long seed, SimFixture sim) {
      this.seed = seed;
      this.sim = sim;
      this.random = new RandomRun(seed);
      epochs.add(sim.epoch());
    }

    void go() {
      for (int step = 0; step < STEPS; step++) {
        try {
          step();
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError("seed " + seed + ", step " + step + "\n" + sim.cluster.describe(), e);
        }
      }
    }

    private void step() {
      AuthorityEpoch before = sim.epoch();
      if (random.chance(70)) {
        sim.cluster.apply(random.event(sim));
        assertThat(sim.epoch()).isEqualTo(before);
      } else if (random.chance(25)) {
        crash();
      } else {
        order();
      }
      look();
      if (!sim.epoch().equals(before)) {
        assertThat(epochs.add(sim.epoch())).as("%s is new", sim.epoch()).isTrue();
      }
    }

    private void order() {
      TransitionOrder order = random.order(sim);
      ClusterSnapshot before = snapshot();
      SortedMap<NodeId, RoleAfter> announced = roles(order);
      KernelResponse<CompletedTransition> answer = SimFixture.give(sim.kernel, order);
      KernelResponse<CompletedTransition> first = answers.putIfAbsent(order.requestId(), answer);
      if (first != null) {
        assertThat(answer).isEqualTo(first);
      } else if (answer instanceof Completed) {
        executed(order, before, announced);
      } else {
        assertThat(snapshot().authority()).isEqualTo(before.authority());
        assertThat(snapshot().nodes()).isEqualTo(before.nodes());
      }
    }

    private SortedMap<NodeId, RoleAfter> roles(TransitionOrder order) {
      return sim.kernel.assess(order.transition(), order.target(),
          SimFixture.ids()) instanceof Completed<Assessment> judged
              ? judged.value().rolesAfter()
              : new TreeMap<>();
    }

    private void executed(TransitionOrder order, ClusterSnapshot before, SortedMap<NodeId, RoleAfter> announced) {
      forced |= order.transition() == Transition.FORCED_PROMOTION;
      announced.forEach((node, role) -> {
        if (role instanceof RoleAfter.Becomes becomes) {
          assertThat(sim.member(node).replication()).isEqualTo(becomes.state());
        }
      });
      if (order.transition() == Transition.PROMOTION) {
        // The eyes of the test: what the last primary held, whether it could be asked or not, is in the log of the
        // new one.
        Wal old = before.holder().map(NodeRecord::wal).orElse(before.authority().line());
        assertThat(old.isPrefixOf(before.node(order.target()).wal())).as("no acknowledged write is lost").isTrue();
      }
    }

    private void crash() {
      TransitionOrder order = random.order(sim);
      if (answers.containsKey(order.requestId())) {
        return;
      }
      forced |= order.transition() == Transition.FORCED_PROMOTION;
      CrashingStorage.Moment moment = random.chance(50) ? CrashingStorage.Moment.BEFORE : CrashingStorage.Moment.WITHIN;
      try {
        answers.put(order.requestId(),
            SimFixture.give(sim.kernel(new CrashingStorage(new QuickStorage(), random.upTo(45), moment)), order));
      } catch (CrashingStorage.Crash e) {
        RequestResolution word =
            locked().raw((snapshot, files) -> TransitionRecovery.settle(snapshot, files, order.requestId()));
        if (word != RequestResolution.CANNOT_TELL) {
          KernelResponse<CompletedTransition> answer = SimFixture.give(sim.kernel, order);
          assertThat(answer instanceof Completed).isEqualTo(word == RequestResolution.EXECUTED);
          answers.put(order.requestId(), answer);
        }
      }
    }

    private void look() {
      ClusterSnapshot snapshot = snapshot();
      List<NodeId> writable =
          snapshot.nodes().values().stream().filter(NodeRecord::answersAsWritable).map(NodeRecord::node).toList();
      assertThat(writable).as("writable members that answer").hasSizeLessThanOrEqualTo(1);
      assertThat(writable).isSubsetOf(snapshot.authority().holder().map(List::of).orElse(List.of()));
      if (!forced) {
        assertThat(snapshot.nodes().values().stream().filter(node -> node.process() != ProcessCondition.KILLED)
            .filter(node -> node.replication() instanceof PrimaryActive)).as("writable members, silent ones too")
            .hasSizeLessThanOrEqualTo(1);
      }
      snapshot.nodes().forEach((id, node) -> {
        assertThat(node.wal().last()).as("position of %s", id).isGreaterThanOrEqualTo(positions.getOrDefault(id, 0L));
        positions.put(id, node.wal().last());
      });
      StepGrammar.check(sim.cluster.steps());
      settled();
    }

    private void settled() {
      SortedSet<String> ids = new TreeSet<>(answers.keySet());
      Transition possible = sim.cluster.primary().isPresent() ? Transition.DEMOTION : Transition.PROMOTION;
      Map<String, RequestResolution> words =
          value(sim.kernel.assess(possible, sim.cluster.primary().orElse(SimFixture.A), ids)).settled();
      answers.forEach((id, answer) -> assertThat(words.get(id))
          .isEqualTo(answer instanceof Completed ? RequestResolution.EXECUTED : RequestResolution.NOT_EXECUTED));
    }

    private ClusterSnapshot snapshot() {
      return TransitionRecovery.view(raw());
    }

    private ClusterSnapshot raw() {
      return locked().raw((snapshot, files) -> snapshot);
    }

    private LockedCluster locked() {
      return LockedCluster.open(sim.dir, SimulatedKernel.DEFAULT_CALL_BOUND, new QuickStorage());
    }
  }
}
