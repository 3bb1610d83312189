package io.aerodb.testkit.sim;

import java.io.IOException;
import java.nio.file.Path;

/** The few ways in which a cluster's directory is changed. A process may die before, in and after each of them. */
interface Storage {
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
