package io.aerodb.sim.storage;

import io.aerodb.kernel.KernelUnavailableException;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The two locks of a cluster's directory. The short one is held for one read or one step. The long one is held, in
 * between too, by whoever carries out an order: an ongoing order whose long lock is free belongs to a process that
 * died, and no timeout is needed to know it.
 *
 * <p>A file lock belongs to a process, and closing any channel of a locked file may give the lock up. So threads of
 * one process are kept apart by one object for each directory, and a file is not opened a second time while this
 * process holds its lock.
 */
public final class DirectoryLock {
  private static final ConcurrentHashMap<Path, DirectoryLock> BY_DIRECTORY = new ConcurrentHashMap<>();
  private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

  private final ClusterLayout layout;
  private final FileLocks files;
  private final ReentrantLock threads = new ReentrantLock();
  private volatile @Nullable Ownership owner;

  DirectoryLock(Path directory, FileLocks files) {
    this.layout = ClusterLayout.of(directory);
    this.files = files;
  }

  /** Locks files between processes. */
  interface FileLocks {
    /** Takes the lock of a file that exists, without waiting; closing what is answered gives it back. */
    Optional<Closeable> tryLock(Path file) throws IOException;
  }

  /** The one object for a directory in this process. */
  public static DirectoryLock of(Path realDirectory) {
    return BY_DIRECTORY.computeIfAbsent(realDirectory, real -> new DirectoryLock(real, DirectoryLock::tryLock));
  }

  /** Work that is done while the short lock is held. */
  public interface Section<T> {
    T run() throws IOException;
  }

  /** Holds the short lock, if it can be had before {@link System#nanoTime} reaches the deadline. */
  public <T> T hold(long deadline, Section<T> section) throws IOException {
    if (!enter(deadline)) {
      throw notHad();
    }
    try {
      Closeable lock = awaitProcesses(deadline);
      try {
        return section.run();
      } finally {
        lock.close();
      }
    } finally {
      threads.unlock();
    }
  }

  /** Takes the long lock, under the short one; empty when somebody living has it. */
  public Optional<Ownership> tryOwn() throws IOException {
    requireShortLock();
    if (owner != null) {
      return Optional.empty();
    }
    Optional<Closeable> lock = files.tryLock(layout.transitionLock());
    if (lock.isEmpty()) {
      return Optional.empty();
    }
    Ownership own = new Ownership(lock.get());
    owner = own;
    return Optional.of(own);
  }

  /** Whether somebody living has the long lock; asked under the short one. */
  public boolean owned() throws IOException {
    Optional<Ownership> probe = tryOwn();
    if (probe.isPresent()) {
      probe.get().close();
    }
    return probe.isEmpty();
  }

  /** The long lock while it is held. Closing it a second time does nothing. */
  public final class Ownership implements AutoCloseable {
    private final Closeable file;

    private Ownership(Closeable file) {
      this.file = file;
    }

    @Override
    public void close() throws IOException {
      // The file goes first: a thread that still sees the owner is wrong for an instant, one that no longer does is
      // right.
      file.close();
      if (owner == this) {
        owner = null;
      }
    }
  }

  private boolean enter(long deadline) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return threads.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          // The wait is bounded anyway, and giving up half-way through an order would leave its outcome unknown for
          // nothing.
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Closeable awaitProcesses(long deadline) throws IOException {
    while (true) {
      Optional<Closeable> lock = files.tryLock(layout.lock());
      if (lock.isPresent()) {
        return lock.get();
      }
      if (System.nanoTime() - deadline > 0) {
        throw notHad();
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static Optional<Closeable> tryLock(Path path) throws IOException {
    RandomAccessFile file = existing(path);
    boolean had = false;
    try {
      had = file.getChannel().tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Another class loader of this process has a DirectoryLock of its own.
    } finally {
      if (!had) {
        file.close();
      }
    }
    return had ? Optional.of(file) : Optional.empty();
  }

  private void requireShortLock() {
    if (!threads.isHeldByCurrentThread()) {
      throw new IllegalStateException("the long lock of " + layout.root() + " is only ever taken under the short one");
    }
  }

  private static RandomAccessFile existing(Path file) throws IOException {
    if (!file.toFile().isFile()) {
      throw new IOException(file + " is gone");
    }
    return new RandomAccessFile(file.toFile(), "rw");
  }

  private KernelUnavailableException notHad() {
    return new KernelUnavailableException("the lock of " + layout.root() + " was not had within the call bound");
  }
}
