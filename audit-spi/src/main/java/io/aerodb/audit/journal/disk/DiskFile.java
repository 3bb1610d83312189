package io.aerodb.audit.journal.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A file that is written at its end, by one thread.
 *
 * @since 0.1
 */
public interface DiskFile extends Closeable {
  /** Writes all that remains of the buffer. When it throws, any part of it may have been written. */
  void write(ByteBuffer bytes) throws IOException;

  /** Returns when all that was written, and the file's length, survive a loss of power. */
  void force() throws IOException;

  /** Cuts the file off. */
  void truncate(long size) throws IOException;
}
