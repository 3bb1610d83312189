package io.aerodb.audit.journal.disk;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The file system of this machine. */
final class LocalDisk implements Disk {
  static final LocalDisk INSTANCE = new LocalDisk();

  // A POSIX lock belongs to the process and goes when any descriptor of its file is closed: a second attempt of this
  // process must not get as far as opening the file.
  private final Set<Object> locked = ConcurrentHashMap.newKeySet();

  private LocalDisk() {}

  @Override
  public boolean exists(Path path) {
    return Files.exists(path);
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    Files.createDirectory(directory);
  }

  @Override
  public List<Path> list(Path directory) throws IOException {
    try (Stream<Path> found = Files.list(directory)) {
      return found.sorted().toList();
    }
  }

  @Override
  public Entry stat(Path path) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    Object key = attributes.fileKey();
    if (key == null) {
      throw new IOException("the file system of " + path + " has no file keys");
    }
    return new Entry(key, attributes.size());
  }

  @Override
  public DiskFile openForAppend(Path file) throws IOException {
    return new Appender(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  @Override
  public DiskReader openForRead(Path file) throws IOException {
    return new Source(new RandomAccessFile(file.toFile(), "r"));
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public Optional<Closeable> lock(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.write(file, new byte[0], StandardOpenOption.CREATE);
    }
    Object key = stat(file).fileKey();
    if (!locked.add(key)) {
      return Optional.empty();
    }
    try {
      return lockProcess(file, key);
    } catch (IOException | RuntimeException e) {
      locked.remove(key);
      throw e;
    }
  }

  private Optional<Closeable> lockProcess(Path file, Object key) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      locked.remove(key);
      return Optional.empty();
    }
    return Optional.of(
        () -> {
          try {
            channel.close();
          } finally {
            locked.remove(key);
          }
        });
  }

  private record Appender(FileChannel channel) implements DiskFile {
    @Override
    public void write(ByteBuffer bytes) throws IOException {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }

    @Override
    public void force() throws IOException {
      channel.force(false);
    }

    @Override
    public void truncate(long size) throws IOException {
      channel.truncate(size);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  // Not a channel: an interrupt of the thread that reads would close it.
  private record Source(RandomAccessFile file) implements DiskReader {
    @Override
    public long size() throws IOException {
      return file.length();
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
      file.seek(position);
      return file.read(into, offset, length);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
