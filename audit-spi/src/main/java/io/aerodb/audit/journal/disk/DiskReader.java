package io.aerodb.audit.journal.disk;

import java.io.Closeable;
import java.io.IOException;

/**
 * A file that is read, by one thread.
 *
 * @since 0.1
 */
public interface DiskReader extends Closeable {
  /** The file's length now, in bytes. */
  long size() throws IOException;

  /**
   * Reads bytes.
   *
   * @param position in the file
   * @param into where they go
   * @param offset the first index of {@code into} that is written
   * @param length most bytes to read, 1 or more
   * @return how many were read; -1 at the end of the file
   */
  int read(long position, byte[] into, int offset, int length) throws IOException;
}
