package io.aerodb.testkit.audit;

import io.aerodb.audit.journal.disk.Disk;
import io.aerodb.audit.journal.disk.DiskFile;
import io.aerodb.audit.journal.disk.DiskReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A disk that remembers what was forced and can lose the rest. Nothing is forced in truth. One step can fail: a write
 * leaves half of its bytes.
 */
class PowerDisk implements Disk {
  private final Disk real = Disk.local();
  private final Map<Path, Long> forced = new ConcurrentHashMap<>();
  private final Set<Path> namesAtRisk = ConcurrentHashMap.newKeySet();
  private volatile String failing = "";

  void failAt(String step) {
    failing = step;
  }

  void losePower() {
    failing = "everything";
  }

  void repair() {
    failing = "";
  }

  /** Cuts each file off after what was forced, and removes those whose names were not. */
  void dropWhatWasNotForced() throws IOException {
    for (Map.Entry<Path, Long> file : forced.entrySet()) {
      if (Files.exists(file.getKey())) {
        try (FileChannel channel = FileChannel.open(file.getKey(), StandardOpenOption.WRITE)) {
          channel.truncate(file.getValue());
        }
      }
    }
    for (Path name : namesAtRisk) {
      Files.deleteIfExists(name);
    }
  }

  /** How far a force reaches; a disk that lies answers less. */
  long reach(Path file, long size) {
    return size;
  }

  private boolean fails(String step) {
    return failing.equals(step) || failing.equals("everything");
  }

  private void step(String step) throws IOException {
    if (fails(step)) {
      throw new IOException("injected at " + step);
    }
  }

  @Override
  public boolean exists(Path path) throws IOException {
    return real.exists(path);
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    step("create");
    real.createDirectory(directory);
  }

  @Override
  public List<Path> list(Path directory) throws IOException {
    return real.list(directory);
  }

  @Override
  public Entry stat(Path path) throws IOException {
    return real.stat(path);
  }

  @Override
  public DiskFile openForAppend(Path file) throws IOException {
    step("open");
    if (!real.exists(file)) {
      namesAtRisk.add(file);
    }
    DiskFile opened = real.openForAppend(file);
    forced.putIfAbsent(file, namesAtRisk.contains(file) ? 0 : real.stat(file).size());
    return new DiskFile() {
      @Override
      public void write(ByteBuffer bytes) throws IOException {
        if (fails("write")) {
          opened.write(bytes.slice(bytes.position(), bytes.remaining() / 2));
        }
        step("write");
        opened.write(bytes);
      }

      @Override
      public void force() throws IOException {
        step("force");
        forced.put(file, reach(file, real.stat(file).size()));
      }

      @Override
      public void truncate(long size) throws IOException {
        step("truncate");
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
    step("rename");
    real.rename(from, to);
    Long reach = forced.remove(from);
    if (reach != null) {
      forced.put(to, reach);
    }
    namesAtRisk.remove(from);
    namesAtRisk.add(to);
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    step("forceDirectory");
    namesAtRisk.removeIf(name -> directory.equals(name.getParent()));
  }

  @Override
  public Optional<Closeable> lock(Path file) throws IOException {
    return real.lock(file);
  }
}
