package io.aerodb.testkit.fault;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.journal.disk.Disk;
import io.aerodb.audit.journal.disk.DiskFile;
import io.aerodb.audit.journal.disk.DiskReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A disk that runs a hook at every step that changes something. A hook that throws makes the step fail; one that never
 * returns stops the writer there.
 *
 * @since 0.1
 */
public final class FaultyDisk implements Disk {
  private final Disk disk;
  private final Hook hook;

  private FaultyDisk(Disk disk, Hook hook) {
    this.disk = requireNonNull(disk, "disk");
    this.hook = requireNonNull(hook, "hook");
  }

  /** Wraps a disk. */
  public static FaultyDisk around(Disk disk, Hook hook) {
    return new FaultyDisk(disk, hook);
  }

  /** The steps of a disk that change something. */
  public enum DiskStep {
    CREATE_DIRECTORY,
    OPEN,
    WRITE,
    FORCE,
    TRUNCATE,
    RENAME,
    FORCE_DIRECTORY
  }

  /** A callback that a disk runs at each step, and that may make it fail. */
  @FunctionalInterface
  public interface Hook {
    /**
     * Called on the thread that does the step.
     *
     * @param step what is done
     * @param path to what
     * @param point where in it; only a {@link DiskStep#WRITE} passes {@link Point#HALFWAY}
     * @throws IOException to make the step fail there
     */
    void at(DiskStep step, Path path, Point point) throws IOException;
  }

  private interface Effect {
    void run() throws IOException;
  }

  private void around(DiskStep step, Path path, Effect effect) throws IOException {
    hook.at(step, path, Point.BEFORE_CALL);
    effect.run();
    hook.at(step, path, Point.AFTER_EFFECT);
  }

  @Override
  public boolean exists(Path path) throws IOException {
    return disk.exists(path);
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    around(DiskStep.CREATE_DIRECTORY, directory, () -> disk.createDirectory(directory));
  }

  @Override
  public List<Path> list(Path directory) throws IOException {
    return disk.list(directory);
  }

  @Override
  public Entry stat(Path path) throws IOException {
    return disk.stat(path);
  }

  @Override
  public DiskFile openForAppend(Path file) throws IOException {
    hook.at(DiskStep.OPEN, file, Point.BEFORE_CALL);
    DiskFile opened = disk.openForAppend(file);
    hook.at(DiskStep.OPEN, file, Point.AFTER_EFFECT);
    return new Watched(file, opened);
  }

  @Override
  public DiskReader openForRead(Path file) throws IOException {
    return disk.openForRead(file);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    around(DiskStep.RENAME, to, () -> disk.rename(from, to));
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    around(DiskStep.FORCE_DIRECTORY, directory, () -> disk.forceDirectory(directory));
  }

  @Override
  public Optional<Closeable> lock(Path file) throws IOException {
    return disk.lock(file);
  }

  private final class Watched implements DiskFile {
    private final Path path;
    private final DiskFile file;

    Watched(Path path, DiskFile file) {
      this.path = path;
      this.file = file;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      hook.at(DiskStep.WRITE, path, Point.BEFORE_CALL);
      int half = bytes.remaining() / 2;
      file.write(bytes.slice(bytes.position(), half));
      hook.at(DiskStep.WRITE, path, Point.HALFWAY);
      bytes.position(bytes.position() + half);
      file.write(bytes);
      hook.at(DiskStep.WRITE, path, Point.AFTER_EFFECT);
    }

    @Override
    public void force() throws IOException {
      around(DiskStep.FORCE, path, file::force);
    }

    @Override
    public void truncate(long size) throws IOException {
      around(DiskStep.TRUNCATE, path, () -> file.truncate(size));
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
