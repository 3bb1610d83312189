package io.aerodb.testkit.sim;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Dies at one operation, before it or with half of it done, and never does anything again. */
final class CrashingStorage extends QuickStorage {
  /** How far the last operation gets. */
  enum Moment {
    BEFORE,
    WITHIN
  }

  /** The process is gone. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final int at;
  private final Moment moment;
  private int operations;

  CrashingStorage(int at, Moment moment) {
    this.at = at;
    this.moment = moment;
  }

  int operations() {
    return operations;
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    if (!lives() && moment == Moment.WITHIN) {
      super.write(file, Arrays.copyOf(content, content.length / 2));
    }
    dieUnlessAlive();
    super.write(file, content);
  }

  @Override
  public void append(Path file, long offset, byte[] content) throws IOException {
    if (!lives() && moment == Moment.WITHIN) {
      super.append(file, offset, Arrays.copyOf(content, content.length / 2));
    }
    dieUnlessAlive();
    super.append(file, offset, content);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    lives();
    dieUnlessAlive();
    super.rename(from, to);
  }

  @Override
  public void delete(Path file) throws IOException {
    lives();
    dieUnlessAlive();
    super.delete(file);
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    lives();
    dieUnlessAlive();
  }

  private boolean lives() {
    operations++;
    return operations < at;
  }

  private void dieUnlessAlive() {
    if (operations >= at) {
      throw new Crash();
    }
  }
}
