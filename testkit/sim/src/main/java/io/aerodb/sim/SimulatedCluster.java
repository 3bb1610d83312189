package io.aerodb.sim;

import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.KernelUnavailableException;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.kernel.TransitionPhase;
import io.aerodb.sim.storage.ClusterLayout;
import io.aerodb.sim.storage.CrashingStorage;
import io.aerodb.sim.storage.DirectoryLock;
import io.aerodb.sim.storage.DiskStorage;
import io.aerodb.sim.storage.MemoryStorage;
import io.aerodb.sim.storage.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A simulated cluster in a directory or in memory: creates it, lets events happen to it, opens kernels of it and reads
 * back what they did. Safe for any number of threads and processes; it holds nothing open.
 *
 * <p>Nothing here moves write authority. That takes an order to a kernel.
 *
 * @since 0.1
 */
public final class SimulatedCluster {
  private final LockedCluster locked;
  private final InstantSource time;

  private SimulatedCluster(LockedCluster locked, InstantSource time) {
    this.locked = locked;
    this.time = time;
  }

  /**
   * Creates a cluster of members that are all up and have empty logs; the first is its primary.
   *
   * @param directory absent or empty
   * @param cluster its id
   * @param members at least one, each once
   * @param time gives snapshots their time
   * @throws IllegalArgumentException when the directory is not empty, or the members are not as said
   */
  public static SimulatedCluster create(Path directory, ClusterId cluster, List<NodeId> members, InstantSource time) {
    return create(directory, cluster, members, time, new DiskStorage());
  }

  /** Creates a cluster that is changed through that storage; for the test kit. */
  public static SimulatedCluster create(Path directory, ClusterId cluster, List<NodeId> members, InstantSource time,
      Storage storage) {
    requireEmpty(directory);
    return make(directory, cluster, members, time, storage);
  }

  /**
   * Creates a cluster that no disk ever sees, and that lasts as long as this object; otherwise as {@link #create}
   * does. Its kernels come from {@link #kernel()}.
   *
   * @param cluster its id
   * @param members at least one, each once
   * @param time gives snapshots their time
   * @throws IllegalArgumentException when the members are not as said
   */
  public static SimulatedCluster inMemory(ClusterId cluster, List<NodeId> members, InstantSource time) {
    return make(MemoryStorage.ROOT, cluster, members, time, new MemoryStorage());
  }

  private static SimulatedCluster make(Path directory, ClusterId cluster, List<NodeId> members, InstantSource time,
      Storage storage) {
    if (members.isEmpty() || new TreeSet<>(members).size() != members.size()) {
      throw new IllegalArgumentException("members is '" + members + "' but must name at least one, each once");
    }
    try {
      storage.createDirectories(directory);
      new ClusterFiles(ClusterLayout.of(storage.real(directory)), storage).create(cluster, members);
    } catch (IOException e) {
      throw new KernelUnavailableException("cluster " + cluster + " could not be created in " + directory, e);
    }
    return open(directory, time, storage);
  }

  /**
   * A cluster that was created before.
   *
   * @param directory its directory
   * @param time gives snapshots their time
   * @throws IllegalArgumentException when the directory holds no cluster
   */
  public static SimulatedCluster open(Path directory, InstantSource time) {
    return open(directory, time, new DiskStorage());
  }

  /** A cluster that was created before and is changed through that storage; for the test kit. */
  public static SimulatedCluster open(Path directory, InstantSource time, Storage storage) {
    return new SimulatedCluster(LockedCluster.open(directory, SimulatedKernel.DEFAULT_CALL_BOUND, storage), time);
  }

  /** A new kernel of this cluster. */
  public SimulatedKernel kernel() {
    return new SimulatedKernel(locked);
  }

  /**
   * A new kernel of this cluster whose process dies soon. Every call that wants to change something from then on
   * throws {@link KernelUnavailableException}, and what the last change left stays for others to recover.
   *
   * @param change the change of the cluster's files at which it dies, 1 for the first
   * @param halfway whether half of that change is still made
   */
  public SimulatedKernel dyingKernel(int change, boolean halfway) {
    if (change < 1) {
      throw new IllegalArgumentException("change is '" + change + "' but must be at least 1");
    }
    var moment = halfway ? CrashingStorage.Moment.WITHIN : CrashingStorage.Moment.BEFORE;
    return new SimulatedKernel(locked.through(storage -> new CrashingStorage(storage, change, moment)));
  }

  /**
   * Another process begins to carry out a promotion, and lives until the result is closed: meanwhile each kernel finds
   * a transition in progress. Nothing is decided, and nothing will be.
   *
   * @throws IllegalStateException when a transition is in progress already
   */
  public Closeable begun(TransitionOrder order) {
    return locked.step((snapshot, files, lock) -> {
      DirectoryLock.Ownership own =
          lock.tryOwn().orElseThrow(() -> new IllegalStateException("a transition is in progress already"));
      files.step(snapshot.kernel(), TransitionPhase.PROMOTION_REQUESTED, Ongoing.of(order), snapshot.authority(),
          TransitionStep.Cause.ORDER);
      return own::close;
    });
  }

  /** Its id. */
  public ClusterId cluster() {
    return locked.cluster();
  }

  /**
   * Lets something happen, durably.
   *
   * @param event what
   * @return whether it could; events that contradict the state of the cluster change nothing
   */
  public EventResult apply(ClusterEvent event) {
    return locked.step((snapshot, files, lock) -> {
      EventApplier applier = new EventApplier(snapshot, time);
      Optional<String> impossible = applier.apply(event);
      if (impossible.isPresent()) {
        return new EventResult.Impossible(impossible.get());
      }
      for (NodeRecord node : applier.changed().values()) {
        if (!snapshot.has(node.node()) || !node.equals(snapshot.node(node.node()))) {
          files.replace(node);
        }
      }
      register(event, snapshot, files);
      return new EventResult.Applied();
    });
  }

  /**
   * The member that holds write authority by the kernel's record, whether it answers or not; empty after a demotion.
   */
  public Optional<NodeId> primary() {
    return locked.read((snapshot, files) -> snapshot.authority().holder());
  }

  /** Everything the state machines did, oldest first; an order that was never begun left nothing here. */
  public List<TransitionStep> steps() {
    return locked.read((snapshot, files) -> files.steps());
  }

  /**
   * The steps in which write authority changed, oldest first. One that was decided by a kernel that died right then is
   * among them, also before anybody recovered it.
   */
  public List<TransitionStep> executions() {
    return locked.raw((snapshot, files) -> {
      List<TransitionStep> done =
          new ArrayList<>(files.steps().stream().filter(TransitionStep::isExecution).toList());
      snapshot.marker().map(marker -> TransitionRecovery.success(snapshot.kernel(), marker))
          .filter(pending -> snapshot.kernel().phase() != pending.phase()).ifPresent(done::add);
      return List.copyOf(done);
    });
  }

  /** The cluster as it stands, for people: one line for the kernel and one for each member. */
  public String describe() {
    return locked.read((snapshot, files) -> {
      StringBuilder text = new StringBuilder("cluster " + snapshot.cluster() + ", " + Views.summary(snapshot) + "\n");
      for (NodeRecord node : snapshot.nodes().values()) {
        text.append(
            String.format(Locale.ROOT, "%-20s %-9s %-40s at %s, visible up to %s%s%n", node.node(), node.process(),
                States.name(node.replication()), Wal.at(node.wal().last()), Wal.at(node.log().visible()),
                node.lastError().map(code -> ", last error " + code).orElse("")));
      }
      return text.toString();
    });
  }

  /**
   * The kernel's own record follows the member's: a crash in between leaves it as if the event had not been
   * registered yet, never ahead.
   */
  private static void register(ClusterEvent event, ClusterSnapshot snapshot, ClusterFiles files) throws IOException {
    if (event instanceof ClusterEvent.Join) {
      files.replace(snapshot.kernel().joinedBy(event.node()));
    } else if (event instanceof ClusterEvent.Return && snapshot.authority().passedOver().contains(event.node())) {
      files.replace(snapshot.kernel().with(snapshot.authority().without(event.node())));
    }
  }

  private static void requireEmpty(Path directory) {
    if (Files.notExists(directory)) {
      return;
    }
    try (var content = Files.list(directory)) {
      if (content.findAny().isPresent()) {
        throw new IllegalArgumentException("directory is '" + directory + "' but must be absent or empty");
      }
    } catch (IOException e) {
      throw new KernelUnavailableException("directory " + directory + " could not be read", e);
    }
  }
}
