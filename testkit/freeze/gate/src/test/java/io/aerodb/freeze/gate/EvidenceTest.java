package io.aerodb.freeze.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Covers("CM-12.2")
class EvidenceTest {
  @TempDir
  private Path directory;

  @Test
  void the_files_of_all_processes_are_put_together() throws IOException {
    write("1.jsonl", test("a.ATest", "one", "PASSED"));
    write("2.jsonl", test("a.BTest", "two", "SKIPPED"), "{\"trouble\":\"no agent\"}");
    write("notes.txt", "not ours");

    Evidence evidence = Evidence.read(List.of(directory, directory.resolve("missing")));

    assertThat(evidence.tests()).extracting(TestRecord::id).containsExactly("a.ATest#one", "a.BTest#two");
    assertThat(evidence.tests().getFirst()).isEqualTo(new TestRecord("a.ATest", "one", "One", Ending.PASSED,
        Fixture.set("!P7-A1", "CM-1"), Fixture.set("TOO_LATE")));
    assertThat(evidence.troubles()).containsExactly("no agent");
    assertThat(evidence.silent()).containsExactly(directory.resolve("missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED", "ABORTED", "SKIPPED"})
  @CoversViolation("CM-12.2")
  void a_test_that_ran_twice_counts_with_its_worse_ending(String ending) throws IOException {
    write("1.jsonl", test("a.ATest", "one", ending));
    write("2.jsonl", test("a.ATest", "one", "PASSED"));

    assertThat(Evidence.read(List.of(directory)).tests()).singleElement().extracting(TestRecord::ending)
        .hasToString(ending);
  }

  @Test
  @CoversViolation("CM-12.2")
  void a_class_that_failed_cancels_what_its_tests_and_those_nested_in_it_proved() throws IOException {
    write("1.jsonl", test("a.ATest", "one", "PASSED"), test("a.ATest$Inner", "two", "PASSED"),
        test("a.ATestToo", "three", "PASSED"), "{\"class\":\"a.ATest\",\"ending\":\"FAILED\"}");

    assertThat(Evidence.read(List.of(directory)).tests()).extracting(TestRecord::ending).containsExactly(Ending.FAILED,
        Ending.FAILED, Ending.PASSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"class\":\"a\"}", "{\"method\":\"a\",\"class\":\"b\",\"name\":\"c\"}"})
  void a_line_that_no_recorder_writes_is_refused(String line) throws IOException {
    write("1.jsonl", line);

    assertThatThrownBy(() -> Evidence.read(List.of(directory))).isInstanceOf(IllegalArgumentException.class);
  }

  private void write(String file, String... lines) throws IOException {
    Files.write(directory.resolve(file), List.of(lines));
  }

  private static String test(String className, String method, String ending) {
    return """
        {"claims":["CM-1","!P7-A1"],"class":"%s","codes":["TOO_LATE"],"ending":"%s","method":"%s","name":"One"}"""
        .formatted(className, ending, method);
  }
}
