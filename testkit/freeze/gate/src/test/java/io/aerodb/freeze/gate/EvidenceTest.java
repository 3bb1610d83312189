package io.aerodb.freeze.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.freeze.claims.TestEnding;
import io.aerodb.freeze.claims.TestRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Covers("CM-12.2")
class EvidenceTest {
  @TempDir
  private Path directory;

  @Test
  void it_puts_the_files_of_all_processes_together() throws IOException {
    var one = new TestRecord("a.ATest", "one", TestEnding.PASSED, new TreeSet<>(Set.of("", "CM-1", "!P7-A1")));
    var two = new TestRecord("a.BTest", "two", TestEnding.SKIPPED, new TreeSet<>());
    write("1.tsv", two.line());
    write("2.tsv", one.line());
    write("notes.txt", "not ours");

    Evidence evidence = Evidence.read(List.of(directory, directory.resolve("missing")));

    assertThat(evidence.tests()).containsExactly(one, two);
    assertThat(evidence.silent()).containsExactly(directory.resolve("missing"));
  }

  @ParameterizedTest
  @EnumSource(value = TestEnding.class, mode = EnumSource.Mode.EXCLUDE, names = "PASSED")
  @CoversViolation("CM-12.2")
  void it_counts_a_test_that_ran_twice_with_its_worse_ending(TestEnding ending) throws IOException {
    write("1.tsv", ending + "\ta.ATest\tone\tCM-1", "PASSED\ta.ATest\tone\tCM-1");
    write("2.tsv", "PASSED\ta.ATest\ttwo\tCM-1", ending + "\ta.ATest\ttwo\tCM-1");

    assertThat(Evidence.read(List.of(directory)).tests()).extracting(TestRecord::ending).containsExactly(ending,
        ending);
  }

  @Test
  @CoversViolation("CM-12.2")
  void a_class_that_failed_cancels_its_tests_and_those_nested_in_it() throws IOException {
    write("1.tsv", "PASSED\ta.ATest\tone\tCM-1", "PASSED\ta.ATest$Inner\ttwo\tCM-1", "PASSED\ta.ATestToo\tthree\tCM-1",
        "FAILED\ta.ATest\t");

    assertThat(Evidence.read(List.of(directory)).tests()).extracting(TestRecord::ending)
        .containsExactly(TestEnding.FAILED, TestEnding.FAILED, TestEnding.PASSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PASSED", "PASSED\ta", "WELL\ta\tb"})
  void it_refuses_a_line_that_no_recorder_writes(String line) throws IOException {
    write("1.tsv", line);

    assertThatThrownBy(() -> Evidence.read(List.of(directory))).isInstanceOf(IllegalArgumentException.class);
  }

  private void write(String file, String... lines) throws IOException {
    Files.write(directory.resolve(file), List.of(lines));
  }
}
