package io.aerodb.audit.journal;

import io.aerodb.audit.journal.disk.Disk;
import io.aerodb.audit.journal.disk.DiskFile;
import io.aerodb.audit.journal.disk.DiskReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A disk that counts what is done to it, forces nothing, and can fail at one step: then nothing changes it any more, as
 * if power were gone.
 */
final class FaultyDisk implements Disk {
  private final Disk real = Disk.local();
  private final List<String> steps = Collections.synchronizedList(new ArrayList<>());
  private volatile Predicate<String> fault = step -> false;
  private volatile Runnable beforeForce = () -> {};
  private volatile int failAt = Integer.MAX_VALUE;
  private volatile boolean dead;

  /** Fails at the n-th step that changes something, counted from 1; a write leaves half of its bytes. */
  FaultyDisk failingAt(int n) {
    failAt = n;
    return this;
  }

  /** Fails at the first step that fits from now on. */
  void failWhen(Predicate<String> wanted) {
    fault = wanted;
  }

  void beforeForce(Runnable action) {
    beforeForce = action;
  }

  /** What was done, such as {@code force 00…1.jsonl}. */
  List<String> steps() {
    return List.copyOf(steps);
  }

  long count(String kind) {
    return steps().stream().filter(s -> s.startsWith(kind + " ")).count();
  }

  private boolean fails(String kind, Path path) {
    String step = kind + " " + path.getFileName();
    steps.add(step);
    dead = dead || steps.size() == failAt || fault.test(step);
    return dead;
  }

  private void step(String kind, Path path) throws IOException {
    if (fails(kind, path)) {
      throw new IOException("injected at " + kind);
    }
  }

  @Override
  public boolean exists(Path path) throws IOException {
    return real.exists(path);
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    step("create", directory);
    real.createDirectory(directory);
  }

  @Override
  public List<Path> list(Path directory) throws IOException {
    return real.list(directory);
  }

  @Override
  public Entry stat(Path path) throws IOException {
    if (fault.test("stat " + path.getFileName())) {
      throw new IOException("injected at stat");
    }
    return real.stat(path);
  }

  @Override
  public DiskFile openForAppend(Path file) throws IOException {
    step("open", file);
    DiskFile opened = real.openForAppend(file);
    return new DiskFile() {
      @Override
      public void write(ByteBuffer bytes) throws IOException {
        if (fails("write", file)) {
          opened.write(bytes.slice(bytes.position(), bytes.remaining() / 2));
          throw new IOException("injected at write");
        }
        opened.write(bytes);
      }

      @Override
      public void force() throws IOException {
        beforeForce.run();
        step("force", file);
      }

      @Override
      public void truncate(long size) throws IOException {
        step("truncate", file);
        opened.truncate(size);
      }

      @Override
      public void close() throws IOException {
        opened.close();
      }
    };
  }

  @Override
  public DiskReader openForRead(Path file) throws IOException {
    return real.openForRead(file);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    step("rename", to);
    real.rename(from, to);
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    step("forceDirectory", directory);
  }

  @Override
  public Optional<Closeable> lock(Path file) throws IOException {
    return real.lock(file);
  }
}
