package io.aerodb.audit.journal.open;

import io.aerodb.audit.RecoveryNotice;
import io.aerodb.audit.journal.segment.JournalCorruptException;
import io.aerodb.audit.journal.segment.JournalLayout;
import io.aerodb.audit.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The recovery notices that stand in a journal's quarantine, one file each; acknowledging one is a record and changes
 * no file.
 */
public final class RecoveryNotices {
  private static final String SUFFIX = ".json";

  private RecoveryNotices() {}

  /**
   * A notice and what it is about.
   *
   * @param notice what is shown
   * @param first the sequence after the last batch that was closed
   * @param keptEnd the offset after the whole lines that were kept
   */
  public record Entry(RecoveryNotice notice, long first, String segment, long keptEnd) {}

  /** All of them, oldest first. */
  public static List<Entry> list(JournalLayout files) throws IOException {
    var found = new ArrayList<Entry>();
    if (files.disk().exists(files.quarantine())) {
      for (Path file : files.disk().list(files.quarantine())) {
        if (file.toString().endsWith(SUFFIX)) {
          found.add(read(files, file));
        }
      }
    }
    found.sort(Comparator.comparingLong(Entry::first).thenComparing(e -> e.notice().id()));
    return found;
  }

  static void write(JournalLayout files, Entry entry) throws IOException {
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

  public static List<RecoveryNotice> of(List<Entry> entries) {
    return entries.stream().map(Entry::notice).toList();
  }

  private static Entry read(JournalLayout files, Path file) throws IOException {
    Json.Obj content = files.readObject(file);
    if (content.get("first").orElse(null) instanceof Json.Int(long first)
        && content.get("keptEnd").orElse(null) instanceof Json.Int(long keptEnd)
        && content.text("id").isPresent()
        && content.text("segment").isPresent()
        && content.text("text").isPresent()) {
      var notice = new RecoveryNotice(content.text("id").get(), content.text("text").get());
      return new Entry(notice, first, content.text("segment").get(), keptEnd);
    }
    throw new JournalCorruptException(1, "quarantine/" + file.getFileName() + " is not a recovery notice");
  }
}
