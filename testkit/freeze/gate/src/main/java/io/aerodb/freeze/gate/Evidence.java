package io.aerodb.freeze.gate;

import io.aerodb.freeze.claims.TestRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The test records that the recorder wrote in one build.
 *
 * @param tests each test method that claims anything, once, by class and method
 * @param silent the directories that hold no record at all
 * @since 0.1
 */
public record Evidence(List<TestRecord> tests, List<Path> silent) {
  public Evidence {
    tests = List.copyOf(tests);
    silent = List.copyOf(silent);
  }

  /**
   * Puts the files of all processes together. A test that ran twice counts once, with its worse ending.
   *
   * @param directories where the recorder was told to write, one for each module; a missing one counts as empty
   * @throws IOException if a file can't be read
   * @throws IllegalArgumentException if a line is none that a recorder writes
   */
  public static Evidence read(Collection<Path> directories) throws IOException {
    var tests = new TreeMap<String, TestRecord>();
    var failedClasses = new ArrayList<TestRecord>();
    var silent = new ArrayList<Path>();
    for (Path directory : directories) {
      List<TestRecord> records = records(directory);
      if (records.isEmpty()) {
        silent.add(directory);
      }
      records.stream().filter(each -> each.method().isEmpty()).forEach(failedClasses::add);
      records.stream().filter(each -> !each.method().isEmpty())
          .forEach(each -> tests.merge(each.id(), each, TestRecord::and));
    }
    failedClasses.forEach(failed -> tests.replaceAll((id, test) -> isWithin(failed, test) ? test.and(failed) : test));
    return new Evidence(List.copyOf(tests.values()), silent);
  }

  private static List<TestRecord> records(Path directory) throws IOException {
    var records = new ArrayList<TestRecord>();
    if (Files.isDirectory(directory)) {
      try (var files = Files.newDirectoryStream(directory, "*.tsv")) {
        for (Path file : files) {
          Files.readAllLines(file).forEach(line -> records.add(TestRecord.parse(line)));
        }
      }
    }
    return records;
  }

  private static boolean isWithin(TestRecord failedClass, TestRecord test) {
    return (test.className() + "$").startsWith(failedClass.className() + "$");
  }

  /** The tests that passed and make the claim. */
  List<TestRecord> proving(String claim) {
    return tests.stream().filter(TestRecord::passed).filter(test -> test.claims().contains(claim)).toList();
  }

  /** The end of a message: the tests that would prove one of the claims, had they passed. */
  String notCounted(String... claims) {
    String inVain =
        tests.stream().filter(test -> !test.passed() && !Collections.disjoint(test.claims(), List.of(claims)))
            .map(test -> test.id() + " " + test.ending()).collect(Collectors.joining(", "));
    return inVain.isEmpty() ? "" : "; not counted: " + inVain;
  }
}
