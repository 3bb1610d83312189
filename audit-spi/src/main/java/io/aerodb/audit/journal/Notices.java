package io.aerodb.audit.journal;

import io.aerodb.audit.Json;
import io.aerodb.audit.RecoveryNotice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The recovery notices that stand in a journal's quarantine, one file each; acknowledging one is a record and changes no file. */
final class Notices {
  private static final String SUFFIX = ".json";

  private Notices() {}

  /**
   * A notice and what it is about.
   *
   * @param notice what is shown
   * @param first the sequence after the last batch that was closed
   * @param keptEnd the offset after the whole lines that were kept
   */
  record Entry(RecoveryNotice notice, long first, String segment, long keptEnd) {}

  /** All of them, oldest first. */
  static List<Entry> list(JournalFiles files) throws IOException {
    var found = new ArrayList<Entry>();
    if (files.disk().exists(files.quarantine())) {
      for (Path file : files.disk().list(files.quarantine())) {
        if (file.toString().endsWith(SUFFIX)) {
          found.add(read(files, file));
        }
      }
    }
    found.sort(java.util.Comparator.comparingLong(Entry::first).thenComparing(e -> e.notice().id()));
    return found;
  }

  static void write(JournalFiles files, Entry entry) throws IOException {
    Json.Obj content =
        Json.object()
            .put("first", entry.first())
            .put("id", entry.notice().id())
            .put("keptEnd", entry.keptEnd())
            .put("segment", entry.segment())
            .put("text", entry.notice().text())
            .build();
    files.writeObject(files.quarantine().resolve(entry.notice().id() + SUFFIX), content);
  }

  static List<RecoveryNotice> of(List<Entry> entries) {
    return entries.stream().map(Entry::notice).toList();
  }

  private static Entry read(JournalFiles files, Path file) throws IOException {
    Json.Obj content = files.readObject(file);
    if (content.get("first").orElse(null) instanceof Json.Int(long first)
        && content.get("keptEnd").orElse(null) instanceof Json.Int(long keptEnd)
        && content.text("id").isPresent()
        && content.text("segment").isPresent()
        && content.text("text").isPresent()) {
      var notice = new RecoveryNotice(content.text("id").get(), content.text("text").get());
      return new Entry(notice, first, content.text("segment").get(), keptEnd);
    }
    throw new DamageException(1, "quarantine/" + file.getFileName() + " is not a recovery notice");
  }
}
