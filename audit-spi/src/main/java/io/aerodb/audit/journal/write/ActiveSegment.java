package io.aerodb.audit.journal.write;

import io.aerodb.audit.journal.disk.Disk;
import io.aerodb.audit.journal.disk.DiskFile;
import io.aerodb.audit.journal.segment.JournalLayout;
import io.aerodb.audit.journal.segment.RecordIndex;
import io.aerodb.audit.journal.segment.Segment;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The segment that is written, and the watch over all files of the journal: whoever replaces, cuts, extends or unlinks
 * one under the running process is noticed before the next batch. In the hands of the writer thread alone.
 */
public final class ActiveSegment implements Closeable {
  private final JournalLayout files;
  private final RecordIndex index;
  private final long segmentBytes;
  private final Map<Path, Disk.Entry> places = new HashMap<>();
  private final Map<Segment, Disk.Entry> finished = new HashMap<>();
  private Segment segment;
  private DiskFile file;
  private Object fileKey;
  private long size;
  private int watched;

  /** Goes on with the newest segment of an index. */
  public ActiveSegment(JournalLayout files, RecordIndex index, long segmentBytes) throws IOException {
    this.files = files;
    this.index = index;
    this.segmentBytes = segmentBytes;
    for (Path place : List.of(files.directory(), files.segments(), files.manifest(), files.lock())) {
      places.put(place, files.disk().stat(place));
    }
    for (Segment old : index.segments()) {
      finished.put(old, files.disk().stat(old.file()));
    }
    segment = index.segments().getLast();
    Disk.Entry entry = files.disk().stat(segment.file());
    file = files.disk().openForAppend(segment.file());
    fileKey = entry.fileKey();
    size = entry.size();
    forceWhatIsThere();
  }

  // A process that was killed between write and force has left lines that only the page cache holds. They count from
  // now on, so they must last.
  private void forceWhatIsThere() throws IOException {
    try {
      file.force();
      files.disk().forceDirectory(files.segments());
      files.disk().forceDirectory(files.directory());
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** The offset of the next byte. */
  long size() {
    return size;
  }

  /**
   * Looks whether the files are still those that this journal has written, as far as that costs next to nothing: the
   * places, the written segment, and one of the finished ones in turn.
   *
   * @throws IOException when one is not
   */
  void check() throws IOException {
    for (Map.Entry<Path, Disk.Entry> place : places.entrySet()) {
      same(place.getKey(), place.getValue().fileKey().equals(files.disk().stat(place.getKey()).fileKey()));
    }
    same(segment.file(), new Disk.Entry(fileKey, size).equals(files.disk().stat(segment.file())));
    List<Segment> all = index.segments();
    Segment old = all.get(watched++ % all.size());
    if (!old.equals(segment)) {
      same(old.file(), files.disk().stat(old.file()).equals(finished.get(old)));
    }
  }

  /**
   * Begins a new segment if the batch would make this one too long.
   *
   * @param first sequence of the batch's first record
   */
  void makeRoom(long first, int bytes) throws IOException {
    if (size > 0 && size + bytes > segmentBytes) {
      finished.put(segment, new Disk.Entry(fileKey, size));
      file.close();
      Segment next = Segment.in(files.segments(), first);
      if (files.disk().exists(next.file())) {
        throw new JournalChangedException(next.file());
      }
      file = files.disk().openForAppend(next.file());
      files.disk().forceDirectory(files.segments());
      fileKey = files.disk().stat(next.file()).fileKey();
      segment = next;
      size = 0;
      index.begin(next);
    }
  }

  /** Writes and forces. When it throws, nobody knows what is there. */
  void write(ByteBuffer batch) throws IOException {
    int bytes = batch.remaining();
    file.write(batch);
    file.force();
    size += bytes;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static void same(Path path, boolean same) throws JournalChangedException {
    if (!same) {
      throw new JournalChangedException(path);
    }
  }
}
