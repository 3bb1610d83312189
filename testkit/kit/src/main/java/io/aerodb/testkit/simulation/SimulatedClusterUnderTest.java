package io.aerodb.testkit.simulation;

import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.NodeId;
import io.aerodb.sim.ClusterEvent;
import io.aerodb.sim.SimulatedCluster;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The simulated cluster in memory, for a simulation to drive: three members, ten entries each. */
final class SimulatedClusterUnderTest implements ClusterUnderTest {
  private static final List<NodeId> MEMBERS = List.of(new NodeId("a"), new NodeId("b"), new NodeId("c"));
  private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

  private final SimulatedCluster cluster = SimulatedCluster.inMemory(new ClusterId("simulation"), MEMBERS, TIME);
  private final CrashableKernel kernel = CrashableKernel.of(cluster, this::touched);
  /** Read once after each time that somebody could have changed them; they are asked for after every event. */
  private Optional<List<AuthorityChange>> changes = Optional.empty();

  SimulatedClusterUnderTest() {
    happen(new ClusterEvent.Write(MEMBERS.getFirst(), 10));
  }

  @Override
  public List<NodeId> members() {
    return MEMBERS;
  }

  @Override
  public Kernel kernel() {
    return kernel;
  }

  @Override
  public void happen(ClusterEvent event) {
    cluster.apply(event);
    touched();
  }

  @Override
  public void kernelDiesAt(int change, boolean halfway) {
    kernel.diesAt(change, halfway);
  }

  @Override
  public List<AuthorityChange> authorityChanges() {
    if (changes.isEmpty()) {
      changes = Optional.of(cluster.executions().stream()
          .map(entry -> new AuthorityChange(entry.requestId(), entry.transition(), entry.target())).toList());
    }
    return changes.get();
  }

  private void touched() {
    changes = Optional.empty();
  }

  @Override
  public void close() {
    kernel.close();
  }
}
