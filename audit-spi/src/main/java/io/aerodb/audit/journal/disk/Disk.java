package io.aerodb.audit.journal.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a journal needs of a file system. Opening, writing, recovery and closing come from the journal's one writer
 * thread, everything that only reads from any thread. Each method may block, and throws {@link IOException} when it did
 * not do what it says; the journal then takes nothing more.
 *
 * @since 0.1
 */
public interface Disk {
  /**
   * The file system of this machine. It must let a directory be forced and give each file a key, as POSIX systems do.
   */
  static Disk local() {
    return LocalDisk.INSTANCE;
  }

  /** Whether something of that name is there. */
  boolean exists(Path path) throws IOException;

  /** Makes a directory in a directory that is there. */
  void createDirectory(Path directory) throws IOException;

  /** What stands in a directory, ordered by name. */
  List<Path> list(Path directory) throws IOException;

  /** What stands at that name right now; not what an open file refers to. */
  Entry stat(Path path) throws IOException;

  /** Opens a file for writing at its end, and makes it if it is not there. */
  DiskFile openForAppend(Path file) throws IOException;

  /** Opens a file for reading. An interrupt of the reading thread must not break it. */
  DiskReader openForRead(Path file) throws IOException;

  /** Gives a file another name in one step, in place of what has that name. */
  void rename(Path from, Path to) throws IOException;

  /** Returns when the names in a directory survive a loss of power. */
  void forceDirectory(Path directory) throws IOException;

  /**
   * Takes the lock that a file stands for, and makes the file if it is not there.
   *
   * @return what releases it; empty when it is taken, be it in this process or another
   */
  Optional<Closeable> lock(Path file) throws IOException;

  /**
   * What stands at a name.
   *
   * @param fileKey equal exactly when it is the very same file
   * @param size in bytes
   */
  record Entry(Object fileKey, long size) {}
}
