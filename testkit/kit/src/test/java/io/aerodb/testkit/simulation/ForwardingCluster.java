package io.aerodb.testkit.simulation;

import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.NodeId;
import io.aerodb.sim.ClusterEvent;
import java.util.List;

/** Forwards to the simulated cluster, for tests that change one thing of it. */
class ForwardingCluster implements ClusterUnderTest {
  private final ClusterUnderTest cluster = new SimulatedClusterUnderTest();

  @Override
  public List<NodeId> members() {
    return cluster.members();
  }

  @Override
  public Kernel kernel() {
    return cluster.kernel();
  }

  @Override
  public void happen(ClusterEvent event) {
    cluster.happen(event);
  }

  @Override
  public void kernelDiesAt(int change, boolean halfway) {
    cluster.kernelDiesAt(change, halfway);
  }

  @Override
  public List<AuthorityChange> authorityChanges() {
    return cluster.authorityChanges();
  }

  @Override
  public void close() {
    cluster.close();
  }
}
