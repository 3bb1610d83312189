package io.aerodb.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.ReplicationState;
import io.aerodb.sim.storage.QuickStorage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moves authority all the time while others look, and tests that no view mixes two moments. */
class ConsistentViewTest {
  private static final int SWITCHOVERS = 10;
  private static final int READERS = 3;

  @TempDir
  Path dir;

  @Test
  @CoversViolation("ST-3")
  void no_view_mixes_two_moments_while_authority_moves() throws Exception {
    SimFixture sim = SimFixture.written(dir);
    var moved = new CountDownLatch(1);
    var looking = new CountDownLatch(READERS);

    List<ClusterState> seen = new ArrayList<>();
    try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
      List<Future<List<ClusterState>>> views = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        views.add(readers.submit(looks(sim, looking, moved)));
      }
      looking.await();
      switchOver(sim);
      moved.countDown();
      for (Future<List<ClusterState>> view : views) {
        seen.addAll(view.get());
      }
    }

    Map<AuthorityEpoch, Optional<NodeId>> primaryOf = new HashMap<>();
    assertThat(seen).allSatisfy(view -> {
      assertThat(writable(view)).isEqualTo(view.primary().map(List::of).orElse(List.of()));
      assertThat(view.primary()).isEqualTo(primaryOf.computeIfAbsent(view.epoch(), epoch -> view.primary()));
    });
    assertThat(primaryOf).hasSizeGreaterThan(1);
  }

  /** Looks at least once before anything moves, and once after everything has. */
  private static Callable<List<ClusterState>> looks(SimFixture sim, CountDownLatch looking, CountDownLatch moved) {
    return () -> {
      SimulatedKernel kernel = sim.kernel(new QuickStorage());
      List<ClusterState> views = new ArrayList<>();
      views.add(SimFixture.value(kernel.inspectClusterState()));
      looking.countDown();
      while (moved.getCount() > 0) {
        views.add(SimFixture.value(kernel.inspectClusterState()));
      }
      views.add(SimFixture.value(kernel.inspectClusterState()));
      return views;
    };
  }

  private static void switchOver(SimFixture sim) {
    NodeId primary = SimFixture.A;
    for (int i = 0; i < SWITCHOVERS; i++) {
      NodeId next = primary.equals(SimFixture.A) ? SimFixture.B : SimFixture.A;
      SimFixture.value(sim.demote(primary));
      SimFixture.value(sim.promote(next));
      primary = next;
    }
  }

  private static List<NodeId> writable(ClusterState view) {
    return view.members().stream()
        .filter(member -> member.answeredState().filter(ReplicationState.PrimaryActive.class::isInstance).isPresent())
        .map(MemberState::node).toList();
  }
}
