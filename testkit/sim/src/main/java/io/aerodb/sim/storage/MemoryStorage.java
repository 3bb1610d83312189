package io.aerodb.sim.storage;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The storage in memory: files of one cluster that no disk ever sees, and that last as long as this object. */
public final class MemoryStorage implements Storage {
  /** The one directory there is. */
  public static final Path ROOT = Path.of("in-memory");

  private final Map<Path, byte[]> files = new ConcurrentHashMap<>();
  /** Nobody outside of this process sees the files, so no lock but the one between its threads is needed. */
  private final DirectoryLock lock = new DirectoryLock(ROOT, file -> Optional.of(() -> {}));

  @Override
  public boolean exists(Path file) {
    return files.containsKey(file);
  }

  @Override
  public byte[] read(Path file) throws IOException {
    byte[] content = files.get(file);
    if (content == null) {
      throw new NoSuchFileException(file.toString());
    }
    return content;
  }

  @Override
  public Path real(Path directory) {
    return directory;
  }

  @Override
  public DirectoryLock lock(Path real) {
    return lock;
  }

  @Override
  public void createDirectories(Path directory) {}

  @Override
  public void write(Path file, byte[] content) {
    files.put(file, content.clone());
  }

  @Override
  public void append(Path file, long offset, byte[] content) throws IOException {
    int from = Math.toIntExact(offset);
    byte[] all = Arrays.copyOf(read(file), from + content.length);
    System.arraycopy(content, 0, all, from, content.length);
    files.put(file, all);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    files.put(to, read(from));
    files.remove(from);
  }

  @Override
  public void delete(Path file) {
    files.remove(file);
  }

  @Override
  public void forceDirectory(Path directory) {}
}
