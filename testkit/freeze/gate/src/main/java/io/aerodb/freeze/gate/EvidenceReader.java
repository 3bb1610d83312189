package io.aerodb.freeze.gate;

import io.aerodb.audit.json.Json;
import io.aerodb.audit.json.JsonFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts the files of all JVMs together. A test that ran twice counts once, with its worst ending. */
final class EvidenceReader {
  private final TreeMap<String, TestRecord> tests = new TreeMap<>();
  private final TreeMap<String, Ending> classes = new TreeMap<>();
  private final List<String> troubles = new ArrayList<>();
  private final List<Path> silent = new ArrayList<>();

  void read(Path directory) throws IOException {
    List<Path> files = List.of();
    if (Files.isDirectory(directory)) {
      try (var found = Files.list(directory)) {
        files = found.filter(file -> file.getFileName().toString().endsWith(".jsonl")).sorted().toList();
      }
    }
    if (files.isEmpty()) {
      silent.add(directory);
    }
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        take(line, file);
      }
    }
  }

  private void take(String line, Path file) {
    try {
      if (!(Json.parse(line) instanceof Json.Obj record)) {
        throw new IllegalArgumentException(file + " has a line that is no record: " + line);
      }
      if (record.text("trouble").isPresent()) {
        troubles.add(record.text("trouble").get());
      } else if (record.text("method").isEmpty()) {
        classes.merge(member(record, "class"), ending(record), Ending::orWorse);
      } else {
        TestRecord test = new TestRecord(member(record, "class"), member(record, "method"), member(record, "name"),
            ending(record), new TreeSet<>(record.texts("claims")), new TreeSet<>(record.texts("codes")));
        tests.merge(test.id(), test, TestRecord::and);
      }
    } catch (JsonFormatException e) {
      throw new IllegalArgumentException(file + " has a line that is no record: " + line, e);
    }
  }

  private static Ending ending(Json.Obj record) {
    return Ending.valueOf(member(record, "ending"));
  }

  private static String member(Json.Obj record, String name) {
    return record.text(name).orElseThrow(() -> new IllegalArgumentException("a record has no member '" + name + "'"));
  }

  Evidence evidence() {
    return new Evidence(tests.values().stream().map(this::withinItsClass).toList(), troubles, silent);
  }

  private TestRecord withinItsClass(TestRecord test) {
    Ending worst = Ending.PASSED;
    for (var broken : classes.entrySet()) {
      if (test.className().equals(broken.getKey()) || test.className().startsWith(broken.getKey() + "$")) {
        worst = worst.orWorse(broken.getValue());
      }
    }
    return test.within(worst);
  }
}
