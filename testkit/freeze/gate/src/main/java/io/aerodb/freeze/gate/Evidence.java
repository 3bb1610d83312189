package io.aerodb.freeze.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the recorder wrote in one build.
 *
 * @param tests each test method that claims anything or saw an error code, by class and method
 * @param troubles what the recorder could not do
 * @param silent the directories that hold no record at all
 * @since 0.1
 */
public record Evidence(List<TestRecord> tests, List<String> troubles, List<Path> silent) {
  public Evidence {
    tests = List.copyOf(tests);
    troubles = List.copyOf(troubles);
    silent = List.copyOf(silent);
  }

  /**
   * Reads what was recorded.
   *
   * @param directories where the recorder was told to write, one for each module; one that is missing is taken for an empty one
   * @throws IOException if a file can't be read
   * @throws IllegalArgumentException if a line is none that a recorder writes
   */
  public static Evidence read(Collection<Path> directories) throws IOException {
    var reader = new EvidenceReader();
    for (Path directory : directories) {
      reader.read(directory);
    }
    return reader.evidence();
  }

  /** The tests that passed and of which that holds. */
  List<TestRecord> passed(Predicate<TestRecord> which) {
    return tests.stream().filter(TestRecord::passed).filter(which).toList();
  }

  /** Those that would prove it if they had passed, for a message. */
  List<TestRecord> inVain(Predicate<TestRecord> which) {
    return tests.stream().filter(test -> !test.passed()).filter(which).toList();
  }

  /** By class and method. */
  SortedMap<String, TestRecord> byId() {
    var byId = new TreeMap<String, TestRecord>();
    tests.forEach(test -> byId.put(test.id(), test));
    return byId;
  }
}
