package io.aerodb.sim.storage;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The storage of a cluster's files: how they are read, and the few ways in which they are changed. A process may die
 * before, in and after each of the latter.
 */
public interface Storage {
  boolean exists(Path file);

  byte[] read(Path file) throws IOException;

  /** The one name of the directory that all who share it agree on. */
  Path real(Path directory) throws IOException;

  /** The locks of a directory, one object for all who share it in this process. */
  DirectoryLock lock(Path real);

  /** Makes the directory, and those above it. */
  void createDirectories(Path directory) throws IOException;

  /** Makes the file hold exactly this, on the medium, under a name that nobody reads yet. */
  void write(Path file, byte[] content) throws IOException;

  /** Cuts the file off at an offset, adds to it, and forces it to the medium. */
  void append(Path file, long offset, byte[] content) throws IOException;

  /** Gives the file another name, in one step, in place of what had it. */
  void rename(Path from, Path to) throws IOException;

  void delete(Path file) throws IOException;

  /** Forces the names in a directory to the medium. */
  void forceDirectory(Path directory) throws IOException;
}
