package io.aerodb.testkit.plane;

import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.NodeId;
import io.aerodb.sim.SimulatedCluster;
import io.aerodb.sim.SimulatedKernel;
import io.aerodb.sim.storage.ClusterLayout;
import io.aerodb.sim.storage.QuickStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * Opens simulated clusters that force nothing to the disk, and lets a test act around the step that decides a
 * transition. A killed process loses nothing of such a cluster.
 */
public final class QuickCluster {
  private QuickCluster() {}

  /** Called before and after the marker is placed. */
  public interface AtMarker {
    /** The marker is not there yet. */
    void before();

    /** The marker is there: authority has moved, and nobody was told. */
    void after();
  }

  public static SimulatedCluster create(Path directory, ClusterId cluster, List<NodeId> members, InstantSource time) {
    return SimulatedCluster.create(directory, cluster, members, time, new QuickStorage());
  }

  public static SimulatedCluster cluster(Path directory, InstantSource time) {
    return SimulatedCluster.open(directory, time, new QuickStorage());
  }

  public static SimulatedKernel kernel(Path directory) {
    return SimulatedKernel.open(directory, SimulatedKernel.DEFAULT_CALL_BOUND, new QuickStorage());
  }

  public static SimulatedKernel kernel(Path directory, AtMarker hook) {
    return SimulatedKernel.open(directory, SimulatedKernel.DEFAULT_CALL_BOUND, new QuickStorage() {
      @Override
      public void rename(Path from, Path to) throws IOException {
        boolean marker = to.getFileName().equals(ClusterLayout.of(directory).marker().getFileName());
        if (marker) {
          hook.before();
        }
        super.rename(from, to);
        if (marker) {
          hook.after();
        }
      }
    });
  }
}
