package io.aerodb.freeze.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.aerodb.freeze.claims.TestEnding;
import io.aerodb.freeze.claims.TestRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class ProofRecorderTest {
  @Test
  void it_tells_the_endings_apart_and_leaves_out_what_claims_nothing() {
    assertThat(endings(Fixtures.Plain.class)).isEqualTo(
        Map.of("passes", TestEnding.PASSED, "fails", TestEnding.FAILED, "aborts", TestEnding.ABORTED,
            "names_nothing", TestEnding.PASSED));
    assertThat(endings(Fixtures.Skipped.class)).isEqualTo(Map.of("never_runs", TestEnding.SKIPPED));
  }

  @Test
  void it_writes_each_claim_and_shows_what_names_nothing() {
    assertThat(claims(Fixtures.Plain.class)).containsEntry("names_nothing", new TreeSet<>(Set.of("")))
        .hasEntrySatisfying("passes", claims -> assertThat(claims).containsExactly("!R-4", "R-1", "R-2", "R-3",
            "leap/CRASH_SAFETY", "leap/SUCCESS", "look/CRASH_SAFETY", "look/SUCCESS"));
  }

  @Test
  void a_contract_names_the_aspect_and_a_class_its_command() {
    assertThat(claims(Fixtures.Leap.class)).isEqualTo(
        Map.of("succeeds", Set.of("leap/SUCCESS"), "names_both", Set.of("look/CRASH_SAFETY")));
    assertThat(claims(Fixtures.Nameless.class)).isEqualTo(
        Map.of("succeeds", Set.of("/SUCCESS"), "names_a_command", Set.of("look/")));
  }

  @Test
  void a_test_passes_only_if_it_had_an_invocation_and_each_one_passed() {
    assertThat(endings(Fixtures.Repeated.class)).isEqualTo(
        Map.of("passes_each_time", TestEnding.PASSED, "fails_once", TestEnding.FAILED, "has_no_invocation",
            TestEnding.SKIPPED));
  }

  @Test
  void the_claims_of_a_class_count_for_inherited_and_nested_tests() {
    assertThat(claims(Fixtures.Derived.class))
        .isEqualTo(Map.of("inherited", Set.of("R-1", "R-5", "R-6", "R-7"), "of_the_contract",
            Set.of("R-5", "R-6", "R-7"), "nested", Set.of("R-5", "R-6", "R-7")));
    assertThat(recorded(Fixtures.Derived.class)).extracting(TestRecord::className)
        .allMatch(name -> name.startsWith(Fixtures.Derived.class.getName()));
  }

  @Test
  void it_records_the_properties_of_another_engine() {
    assertThat(endings(Fixtures.Properties.class))
        .isEqualTo(Map.of("holds", TestEnding.PASSED, "does_not_hold", TestEnding.FAILED));
    assertThat(claims(Fixtures.Properties.class)).containsEntry("holds", new TreeSet<>(Set.of("R-1", "R-2")));
  }

  @Test
  void it_says_that_a_class_failed_as_a_whole() {
    assertThat(recorded(Fixtures.BrokenAfterwards.class))
        .contains(new TestRecord(Fixtures.BrokenAfterwards.class.getName(), "", TestEnding.FAILED, new TreeSet<>()));
  }

  @Test
  void it_leaves_out_the_tests_that_a_test_runs_and_then_records_on() {
    assertThat(endings(Fixtures.RunsAnother.class)).isEqualTo(Map.of("outer", TestEnding.PASSED));
    assertThat(recorded(Fixtures.Derived.class)).hasSize(3);
  }

  private static Map<String, TestEnding> endings(Class<?> type) {
    return recorded(type).stream().collect(Collectors.toMap(TestRecord::method, TestRecord::ending));
  }

  private static Map<String, SortedSet<String>> claims(Class<?> type) {
    return recorded(type).stream().collect(Collectors.toMap(TestRecord::method, TestRecord::claims));
  }

  /** What one recorder wrote of a class. */
  static List<TestRecord> recorded(Class<?> type) {
    try {
      Path directory = Files.createTempDirectory(Path.of("target"), "recording");
      var config = LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
      var request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(type)).build();
      LauncherFactory.create(config).execute(request, ProofRecorder.into(directory));
      Path file = directory.resolve(ProcessHandle.current().pid() + ".tsv");
      return Files.exists(file) ? Files.readAllLines(file).stream().map(TestRecord::parse).toList() : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
