package io.aerodb.sim;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.KernelUnavailableException;
import io.aerodb.sim.storage.ClusterLayout;
import io.aerodb.sim.storage.DirectoryLock;
import io.aerodb.sim.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Reads and changes a cluster under its lock; whatever fails on the way is a {@link KernelUnavailableException}. */
final class LockedCluster {
  private final ClusterFiles files;
  private final DirectoryLock lock;
  private final Duration bound;
  private final ClusterId cluster;
  private final OptionalLong deadline;

  private LockedCluster(ClusterFiles files, DirectoryLock lock, Duration bound, ClusterId cluster,
      OptionalLong deadline) {
    this.files = files;
    this.lock = lock;
    this.bound = bound;
    this.cluster = cluster;
    this.deadline = deadline;
  }

  /** A read under the lock; it changes nothing. */
  interface LockedRead<T> {
    T of(ClusterSnapshot snapshot, ClusterFiles files) throws IOException;
  }

  /** A step under the lock; what it changes is durable when it returns. */
  interface LockedStep<T> {
    T apply(ClusterSnapshot snapshot, ClusterFiles files, DirectoryLock lock) throws IOException;
  }

  static LockedCluster open(Path directory, Duration bound, Storage storage) {
    if (bound.isZero() || bound.isNegative()) {
      throw new IllegalArgumentException("call bound is '" + bound + "' but must be positive");
    }
    if (!storage.exists(ClusterLayout.of(directory).identity())) {
      throw new IllegalArgumentException(
          "directory is '" + directory + "' but must be one in which a simulated cluster was created");
    }
    try {
      Path real = storage.real(directory);
      ClusterLayout layout = ClusterLayout.of(real);
      return new LockedCluster(new ClusterFiles(layout, storage), storage.lock(real), bound, identity(layout, storage),
          OptionalLong.empty());
    } catch (IOException e) {
      throw new KernelUnavailableException("the cluster in " + directory + " could not be read", e);
    }
  }

  /** The same cluster, changed through another storage that leads to the same medium. */
  LockedCluster through(UnaryOperator<Storage> storage) {
    return new LockedCluster(files.on(storage), lock, bound, cluster, deadline);
  }

  ClusterId cluster() {
    return cluster;
  }

  Duration bound() {
    return bound;
  }

  /** For a call of several steps: all of them together wait no longer than the bound. */
  LockedCluster call() {
    return new LockedCluster(files, lock, bound, cluster, OptionalLong.of(fromNow()));
  }

  /** Reads the cluster as recovery leaves it; writes nothing. */
  <T> T read(LockedRead<T> read) {
    return raw((snapshot, f) -> read.of(TransitionRecovery.view(snapshot), f));
  }

  /** Reads the files as they are, also in the middle of an order that died; writes nothing. */
  <T> T raw(LockedRead<T> read) {
    return held(() -> read.of(snapshot(), files));
  }

  /** Takes one step from a cluster in which nothing is left to recover. */
  <T> T step(LockedStep<T> step) {
    return held(() -> step.apply(TransitionRecovery.persist(snapshot(), files), files, lock));
  }

  private ClusterSnapshot snapshot() throws IOException {
    boolean steady = files.kernel().steady();
    if (!steady) {
      files.force();
    }
    return files.read(!steady && lock.owned() ? ClusterSnapshot.Runner.ALIVE : ClusterSnapshot.Runner.NONE);
  }

  private long fromNow() {
    return System.nanoTime() + bound.toNanos();
  }

  private <T> T held(DirectoryLock.Section<T> section) {
    try {
      return lock.hold(deadline.orElseGet(this::fromNow), section);
    } catch (IOException e) {
      throw new KernelUnavailableException("cluster " + cluster + " could not be read or written", e);
    }
  }

  private static ClusterId identity(ClusterLayout layout, Storage storage) throws IOException {
    List<String> lines = new String(storage.read(layout.identity()), UTF_8).lines().toList();
    Optional<String> id = lines.size() == 2 && lines.getFirst().equals(ClusterLayout.FORMAT)
        ? Optional.of(lines.getLast()) : Optional.empty();
    return new ClusterId(id.orElseThrow(() -> new IllegalArgumentException(
        "file is '" + layout.identity() + "' but must hold " + ClusterLayout.FORMAT + " and a cluster id")));
  }
}
