package io.aerodb.audit.journal.segment;

import io.aerodb.audit.journal.disk.Disk;
import io.aerodb.audit.journal.disk.DiskFile;
import io.aerodb.audit.journal.disk.DiskReader;
import io.aerodb.audit.json.Json;
import io.aerodb.audit.json.JsonFormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where what stands in a journal's directory. */
public record JournalLayout(Disk disk, Path directory) {
  private static final int FORMAT = 1;
  private static final int MAX_SMALL_FILE = 1 << 16;

  public Path manifest() {
    return directory.resolve("journal.json");
  }

  public Path lock() {
    return directory.resolve("lock");
  }

  public Path segments() {
    return directory.resolve("segments");
  }

  public Path quarantine() {
    return directory.resolve("quarantine");
  }

  /** Where bytes that were set aside go. */
  public Path setAside(String noticeId) {
    return quarantine().resolve(noticeId + ".bytes");
  }

  /** The segments in order. */
  public List<Segment> listSegments() throws IOException {
    var found = new ArrayList<Segment>();
    for (Path file : disk.list(segments())) {
      found.add(Segment.named(file)
          .orElseThrow(() -> new JournalCorruptException(1, "segments/" + file.getFileName() + " is not a segment")));
    }
    return found;
  }

  /** The origin that the manifest names. */
  public String readOrigin() throws IOException {
    Json.Obj manifest = readObject(manifest());
    if (!(manifest.get("format").orElse(null) instanceof Json.Int(long format) && format == FORMAT)) {
      throw new JournalCorruptException(1, "journal.json is not of format " + FORMAT);
    }
    return manifest.text("origin").orElseThrow(() -> new JournalCorruptException(1, "journal.json names no origin"));
  }

  public void writeManifest(String origin) throws IOException {
    writeObject(manifest(), Json.object().put("format", FORMAT).put("origin", origin).build());
  }

  /** Reads a small file of this journal that is one JSON object. */
  public Json.Obj readObject(Path file) throws IOException {
    byte[] bytes = new byte[MAX_SMALL_FILE];
    int length = 0;
    try (DiskReader source = disk.openForRead(file)) {
      for (int n = 0; n >= 0 && length < bytes.length; n = source.read(length, bytes, length, bytes.length - length)) {
        length += n;
      }
    }
    try {
      if (Json.parse(new String(bytes, 0, length, StandardCharsets.UTF_8)) instanceof Json.Obj found) {
        return found;
      }
    } catch (JsonFormatException e) {
      throw new JournalCorruptException(1, directory.relativize(file) + ": " + e.getMessage());
    }
    throw new JournalCorruptException(1, directory.relativize(file) + " is not a JSON object");
  }

  /** Writes a small file so that after a loss of power it is there whole or not at all. */
  public void writeObject(Path file, Json.Obj content) throws IOException {
    Path before = file.resolveSibling(file.getFileName() + ".new");
    try (DiskFile out = disk.openForAppend(before)) {
      out.truncate(0);
      out.write(ByteBuffer.wrap((content.canonical() + "\n").getBytes(StandardCharsets.UTF_8)));
      out.force();
    }
    disk.rename(before, file);
    disk.forceDirectory(directory.equals(file.getParent()) ? directory : quarantine());
  }

  /** Makes a directory that is not there yet. */
  public void ensureDirectory(Path path) throws IOException {
    if (!disk.exists(path)) {
      disk.createDirectory(path);
      Path parent = path.toAbsolutePath().getParent();
      if (parent != null) {
        disk.forceDirectory(parent);
      }
    }
  }
}
