package io.aerodb.testkit.kernel;

import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.HaltReason;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.sim.ClusterEvent;
import io.aerodb.sim.EventResult;
import io.aerodb.sim.SimulatedCluster;
import io.aerodb.sim.SimulatedKernel;
import io.aerodb.sim.storage.ClusterLayout;
import io.aerodb.sim.storage.CrashingStorage;
import io.aerodb.sim.storage.DirectoryLock;
import io.aerodb.sim.storage.QuickStorage;
import io.aerodb.sim.storage.Storage;
import io.aerodb.testkit.Arrangement;
import io.aerodb.testkit.Arrangement.Arranged;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * The fixture of a simulated cluster, which arranges every scenario. Its members are a, b and c, with ten entries each.
 */
public final class SimulatedKernelFixture implements KernelFixture {
  private static final int FOUR_SEGMENTS = 256;
  private static final ClusterId KIT = new ClusterId("kit");
  private static final NodeId A = new NodeId("a");
  private static final NodeId B = new NodeId("b");
  private static final NodeId C = new NodeId("c");
  private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

  private final Path dir;
  private final SimulatedCluster cluster;
  private final List<Closeable> held = new ArrayList<>();
  private Kernel kernel;

  private SimulatedKernelFixture(Path dir) {
    this.dir = dir;
    this.cluster = SimulatedCluster.create(dir, KIT, List.of(A, B, C), TIME, new QuickStorage());
    this.kernel = another();
    happen(new ClusterEvent.Write(A, 10));
  }

  /** A fresh cluster in a directory that is not there yet. */
  public static SimulatedKernelFixture in(Path dir) {
    return new SimulatedKernelFixture(dir);
  }

  @Override
  public Kernel kernel() {
    return kernel;
  }

  @Override
  public Kernel another() {
    return open(SimulatedKernel.DEFAULT_CALL_BOUND, new QuickStorage());
  }

  @Override
  public Arrangement<NodeId> arrange(KernelScenario scenario) {
    return new Arranged<>(switch (scenario) {
      case PRIMARY_LOST -> after(B, new ClusterEvent.Kill(A));
      case PRIMARY_SILENT -> after(B, new ClusterEvent.Freeze(A));
      case REPLICA_BEHIND -> after(B, new ClusterEvent.Lag(B, 5), new ClusterEvent.Kill(A));
      case REPLICA_HALTED ->
          after(B, new ClusterEvent.Halt(B, HaltReason.WAL_GAP_DETECTED), new ClusterEvent.Kill(A));
      case REPLICA_SILENT -> after(C, new ClusterEvent.Freeze(C));
      case IN_PROGRESS -> begun(after(C, new ClusterEvent.Kill(A)));
      case ANOTHER_EPOCH -> moved(after(C, new ClusterEvent.Kill(A)));
      case CUT_OFF_AFTER_EFFECT -> cutOff(after(B, new ClusterEvent.Kill(A)), true);
      case CUT_OFF_BEFORE_EFFECT -> cutOff(after(B, new ClusterEvent.Kill(A)), false);
      case EVIDENCE_UNREADABLE -> unreadable();
      case LONG_HISTORY -> after(A, new ClusterEvent.Write(A, FOUR_SEGMENTS),
          new ClusterEvent.TakeSnapshot(A), new ClusterEvent.TakeSnapshot(A), new ClusterEvent.TakeSnapshot(A));
      case UNREACHABLE -> locked();
    });
  }

  @Override
  public Set<Capability> denied() {
    return Set.of();
  }

  @Override
  public Optional<String> fingerprint() {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(dir)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(dir.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(content.toString());
  }

  @Override
  public void close() throws IOException {
    for (Closeable each : held.reversed()) {
      each.close();
    }
  }

  private Kernel open(Duration bound, Storage storage) {
    SimulatedKernel opened = SimulatedKernel.open(dir, bound, storage);
    held.add(opened::close);
    return opened;
  }

  private void happen(ClusterEvent event) {
    if (cluster.apply(event) instanceof EventResult.Impossible(String reason)) {
      throw new IllegalStateException(reason);
    }
  }

  private NodeId after(NodeId target, ClusterEvent... events) {
    Stream.of(events).forEach(this::happen);
    return target;
  }

  /** Another process began to promote b, and lives. */
  private NodeId begun(NodeId target) {
    held.add(cluster.begun(order("fixture-under-way", Transition.PROMOTION, B)));
    return target;
  }

  private NodeId moved(NodeId target) {
    Kernel other = another();
    completed(other.requestPromotion(order("fixture-promotion", Transition.PROMOTION, B)));
    completed(other.requestDemotion(order("fixture-demotion", Transition.DEMOTION, B)));
    return target;
  }

  /** The process of the kernel dies right after, or right before, the marker is there. */
  private NodeId cutOff(NodeId target, boolean after) {
    kernel = open(SimulatedKernel.DEFAULT_CALL_BOUND, new DyingStorage(ClusterLayout.of(dir).marker(), after));
    return target;
  }

  private NodeId unreadable() {
    try (Stream<Path> remembered = Files.list(ClusterLayout.of(dir).requests())) {
      for (Path file : remembered.toList()) {
        Files.writeString(file, "not a record");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return C;
  }

  /** Somebody holds the cluster's lock and does not let go. */
  private NodeId locked() {
    CountDownLatch holding = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Thread holder = Thread.ofPlatform().daemon().start(() -> {
      try {
        DirectoryLock.of(dir.toRealPath()).hold(Long.MAX_VALUE, () -> {
          holding.countDown();
          return awaited(done);
        });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    held.add(() -> {
      done.countDown();
      joined(holder);
    });
    awaited(holding);
    kernel = open(Duration.ofMillis(20), new QuickStorage());
    return B;
  }

  private TransitionOrder order(String id, Transition transition, NodeId target) {
    return TransitionOrder.builder().cluster(KIT).requestId(id).commandDigest("0".repeat(64)).operator("fixture")
        .reason("arranged").transition(transition).target(target)
        .expectedEpoch(completed(kernel.inspectClusterState()).epoch()).build();
  }

  private static <T> T completed(KernelResponse<T> answer) {
    return switch (answer) {
      case KernelResponse.Completed<T>(T value) -> value;
      case KernelResponse.Rejected<T> rejected -> throw new IllegalStateException(rejected.toString());
    };
  }

  private static void joined(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A storage that fails for ever once one file came to be, or was about to. */
  private static final class DyingStorage extends QuickStorage {
    private final Path deadly;
    private final boolean after;
    private boolean dead;

    DyingStorage(Path deadly, boolean after) {
      this.deadly = deadly;
      this.after = after;
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
      live();
      super.write(file, content);
    }

    @Override
    public void append(Path file, long offset, byte[] content) throws IOException {
      live();
      super.append(file, offset, content);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
      boolean deciding = to.getFileName().equals(deadly.getFileName());
      dead = dead || (deciding && !after);
      live();
      super.rename(from, to);
      dead = deciding;
      live();
    }

    @Override
    public void delete(Path file) throws IOException {
      live();
      super.delete(file);
    }

    private void live() {
      if (dead) {
        throw new CrashingStorage.Crash();
      }
    }
  }
}
