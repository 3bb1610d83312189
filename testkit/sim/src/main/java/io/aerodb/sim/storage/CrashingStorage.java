package io.aerodb.sim.storage;

import io.aerodb.kernel.KernelUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** A storage that dies at one change, before it or with half of it done, and never changes anything again. */
public final class CrashingStorage implements Storage {
  private final Storage storage;
  private final int at;
  private final Moment moment;
  private int changes;

  /**
   * A storage that will die.
   *
   * @param storage what it lies on
   * @param at the change that it dies at: 1 is the first
   * @param moment how far that change gets
   */
  public CrashingStorage(Storage storage, int at, Moment moment) {
    this.storage = storage;
    this.at = at;
    this.moment = moment;
  }

  /** How far the last change gets. */
  public enum Moment {
    BEFORE,
    WITHIN
  }

  /** Thrown by the change that the process died at, and by every later one. */
  public static final class Crash extends KernelUnavailableException {
    private static final long serialVersionUID = 1L;

    /** An exception with the one message there is. */
    public Crash() {
      super("the kernel's process died");
    }
  }

  private interface Change {
    void make() throws IOException;
  }

  /** How many changes there were, the one that it died at included. */
  public int changes() {
    return changes;
  }

  @Override
  public boolean exists(Path file) {
    return storage.exists(file);
  }

  @Override
  public byte[] read(Path file) throws IOException {
    return storage.read(file);
  }

  @Override
  public Path real(Path directory) throws IOException {
    return storage.real(directory);
  }

  @Override
  public DirectoryLock lock(Path real) {
    return storage.lock(real);
  }

  @Override
  public void createDirectories(Path directory) throws IOException {
    storage.createDirectories(directory);
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    change(() -> storage.write(file, content), () -> storage.write(file, half(content)));
  }

  @Override
  public void append(Path file, long offset, byte[] content) throws IOException {
    change(() -> storage.append(file, offset, content), () -> storage.append(file, offset, half(content)));
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    change(() -> storage.rename(from, to), () -> {});
  }

  @Override
  public void delete(Path file) throws IOException {
    change(() -> storage.delete(file), () -> {});
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    change(() -> storage.forceDirectory(directory), () -> {});
  }

  private void change(Change whole, Change half) throws IOException {
    changes++;
    if (changes < at) {
      whole.make();
      return;
    }
    if (changes == at && moment == Moment.WITHIN) {
      half.make();
    }
    throw new Crash();
  }

  private static byte[] half(byte[] content) {
    return Arrays.copyOf(content, content.length / 2);
  }
}
