package io.aerodb.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.AuditTrail;
import io.aerodb.audit.Precondition;
import io.aerodb.audit.Stage;
import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.audit.journal.JournalOptions;
import io.aerodb.testkit.audit.KitEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A journal's directory, which a test fills, reads and changes. */
record JournalOnDisk(Path directory) {
  static final Precondition NONE = new Precondition.None();

  FileAuditLog open() {
    return open(new DiskScript());
  }

  FileAuditLog open(DiskScript disk) {
    return FileAuditLog.open(directory, JournalOptions.builder().origin("log-1").disk(disk.disk()).build());
  }

  FileAuditLog openInSmallSegments() {
    return FileAuditLog.open(directory,
        JournalOptions.builder().origin("log-1").disk(new DiskScript().disk()).segmentBytes(1024).build());
  }

  static Precondition claim(String id) {
    return new Precondition.Unclaimed(id);
  }

  static void durable(AuditLog log, Precondition precondition, AuditEvent... events) {
    assertThat(log.append(precondition, List.of(events))).isInstanceOf(Appended.Durable.class);
  }

  static void requested(AuditLog log, String id) {
    durable(log, claim(id), KitEvents.read(Stage.REQUESTED, id));
  }

  /** Five batches of one to four records; answers where each ends in the one segment. */
  List<Long> writeFive() throws IOException {
    var ends = new ArrayList<Long>();
    try (FileAuditLog log = open()) {
      requested(log, "r-1");
      ends.add(Files.size(segment()));
      assertThat(log.append(claim("r-2"), KitEvents.upTo(Stage.DISPATCHED, "r-2", true)))
          .isInstanceOf(Appended.Durable.class);
      ends.add(Files.size(segment()));
      durable(log, NONE, KitEvents.control(Stage.EXECUTED, "r-2"));
      ends.add(Files.size(segment()));
      requested(log, "r-3");
      ends.add(Files.size(segment()));
      assertThat(log.append(claim("r-4"), KitEvents.upTo(Stage.CONFIRMED, "r-4", false)))
          .isInstanceOf(Appended.Durable.class);
      ends.add(Files.size(segment()));
    }
    return ends;
  }

  Path segment() {
    return directory.resolve("segments/00000000000000000001.jsonl");
  }

  List<Path> segments() throws IOException {
    try (Stream<Path> found = Files.list(directory.resolve("segments"))) {
      return found.sorted().toList();
    }
  }

  static List<AuditRecord> records(AuditTrail trail) {
    return trail.read(AuditQuery.builder().limit(10_000).build());
  }

  /** Every file but the lock, with its content. */
  Map<String, String> content() {
    var content = new TreeMap<String, String>();
    try (Stream<Path> found = Files.walk(directory)) {
      for (Path file : found.filter(Files::isRegularFile).filter(f -> !f.endsWith("lock")).toList()) {
        content.put(directory.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return content;
  }

  /** A journal whose one segment has these bytes, in place of what is there. */
  void become(byte[] bytes) throws IOException {
    deleteAll(directory);
    Files.createDirectories(directory.resolve("segments"));
    Files.writeString(directory.resolve("journal.json"), "{\"format\":1,\"origin\":\"log-1\"}\n");
    Files.write(segment(), bytes);
  }

  static void deleteAll(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> found = Files.walk(directory)) {
        for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
