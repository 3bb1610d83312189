package io.aerodb.freeze.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProofRecorderTest {
  @Test
  void each_ending_is_told_apart() {
    assertThat(Recording.of(Fixtures.Plain.class).endings()).isEqualTo(Map.of("passes", "PASSED", "fails", "FAILED",
        "aborts", "ABORTED", "is_skipped", "SKIPPED", "names_nothing", "PASSED", "names_half", "PASSED"));
    assertThat(Recording.of(Fixtures.Skipped.class).endings()).isEqualTo(Map.of("never_runs", "SKIPPED"));
  }

  @Test
  void claims_are_written_one_by_one_and_what_names_nothing_is_visible() {
    assertThat(Recording.of(Fixtures.Plain.class).claims())
        .containsEntry("passes",
            "!R-4,R-1,R-2,R-3,leap/CRASH_SAFETY,leap/SUCCESS,look/CRASH_SAFETY,look/SUCCESS")
        .containsEntry("names_nothing", "")
        .containsEntry("names_half", "look/");
  }

  @Test
  void a_contract_names_the_aspect_and_a_class_its_command() {
    assertThat(Recording.of(Fixtures.Leap.class).claims())
        .isEqualTo(Map.of("succeeds", "leap/SUCCESS", "both_halves", "look/CRASH_SAFETY"));
    assertThat(Recording.of(Fixtures.Nameless.class).claims()).isEqualTo(Map.of("succeeds", "/SUCCESS"));
  }

  @Test
  void a_line_is_ascii_and_escaped() {
    assertThat(Recording.of(Fixtures.Plain.class).lines())
        .anyMatch(line -> line.contains("\"name\":\"says \\\"caf\\u00e9\\\"\"}"))
        .allMatch(line -> line.chars().allMatch(c -> c >= ' ' && c <= '~'));
  }

  @Test
  void a_test_with_several_invocations_passes_only_if_each_did_and_there_was_one() {
    assertThat(Recording.of(Fixtures.Repeated.class).endings()).isEqualTo(Map.of("passes_each_time", "PASSED",
        "fails_once", "FAILED", "aborts_once", "ABORTED", "dynamic", "PASSED", "dynamic_without_any", "SKIPPED"));
  }

  @Test
  void the_claims_of_a_class_count_for_what_it_inherits_and_what_is_nested_in_it() {
    Recording recording = Recording.of(Fixtures.Derived.class);

    assertThat(recording.claims()).isEqualTo(
        Map.of("inherited", "R-1,R-5,R-6,R-7", "of_the_contract", "R-5,R-6,R-7", "nested", "R-5,R-6,R-7"));
    assertThat(recording.lines()).filteredOn(line -> line.contains("inherited"))
        .allMatch(line -> line.contains("Fixtures$Derived\""));
  }

  @Test
  void properties_of_another_engine_count_too() {
    Recording recording = Recording.of(Fixtures.Properties.class);

    assertThat(recording.endings()).isEqualTo(Map.of("holds", "PASSED", "does_not_hold", "FAILED"));
    assertThat(recording.claims()).isEqualTo(Map.of("holds", "R-1,R-2", "does_not_hold", "R-1,R-2"));
  }

  @Test
  void a_class_that_fails_as_a_whole_says_so() {
    assertThat(Recording.of(Fixtures.BrokenAfterwards.class).lines())
        .contains("{\"class\":\"" + Fixtures.BrokenAfterwards.class.getName() + "\",\"ending\":\"FAILED\"}");
  }

  @Test
  void tests_that_a_test_runs_prove_nothing() {
    assertThat(Recording.of(Fixtures.RunsAnother.class).endings()).isEqualTo(Map.of("outer", "PASSED"));
  }

  @Test
  void a_later_run_in_the_same_process_is_recorded_again() {
    Recording.of(Fixtures.Derived.class);

    assertThat(Recording.of(Fixtures.Derived.class).endings()).hasSize(3);
  }
}
