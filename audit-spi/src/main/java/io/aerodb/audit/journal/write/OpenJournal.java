package io.aerodb.audit.journal.write;

import io.aerodb.audit.journal.segment.JournalTrail;
import java.io.Closeable;
import java.io.IOException;

/**
 * A journal that is open for writing.
 *
 * @param trail what is read
 * @param active where it is written
 * @param lock released last
 */
public record OpenJournal(JournalTrail trail, ActiveSegment active, Closeable lock) implements Closeable {
  @Override
  public void close() throws IOException {
    try (lock) {
      active.close();
    }
  }
}
