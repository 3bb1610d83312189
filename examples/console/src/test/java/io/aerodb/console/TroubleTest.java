package io.aerodb.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.Stage;
import io.aerodb.console.command.ExitCode;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.sim.SimulatedKernelProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class TroubleTest {
  @TempDir
  Path root;
  private ConsoleFixture console;

  @BeforeEach
  void open() {
    console = new ConsoleFixture(root);
  }

  private ConsoleFixture.Seen without(String setting) {
    var words = new ArrayList<>(console.words("inspect_cluster_state"));
    int at = words.indexOf(setting);
    words.subList(at, at + 2).clear();
    return console.pipes(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--kernel", "--audit"})
  void a_missing_setting_is_a_usage_error(String setting) {
    ConsoleFixture.Seen seen = without(setting);

    assertThat(seen.code()).isEqualTo(2);
    assertThat(seen.err()).contains(setting + " is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--operator", "--authority"})
  void the_trail_records_the_refusal_of_an_unnamed_operator(String setting) {
    assertThat(without(setting).code()).isEqualTo(2);
    assertThat(console.stages()).containsExactly(Stage.REJECTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pg:localhost", "SIM:x", "nothing", ":x", ""})
  void an_unknown_address_names_the_schemes_there_are(String address) {
    ConsoleFixture.Seen seen = console.opening(address, new SimulatedKernelProvider()).pipes("inspect_wal");

    assertThat(seen.code()).isEqualTo(2);
    assertThat(seen.err()).contains("schemes there are: sim");
  }

  @Test
  void a_directory_without_a_cluster_is_a_usage_error() {
    assertThat(
        console.opening("sim:" + root.resolve("empty"), new SimulatedKernelProvider()).pipes("inspect_wal").code())
        .isEqualTo(2);
    assertThat(Files.exists(console.audit())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"inspect_cluster_state", "trail", "unresolved"})
  void an_empty_name_of_the_journal_is_a_usage_error(String verb) {
    var words = new ArrayList<>(console.words(verb));
    words.set(words.indexOf("--audit") + 1, "");

    ConsoleFixture.Seen seen = console.pipes(words);

    assertThat(seen.code()).isEqualTo(2);
    assertThat(seen.err()).contains("--audit takes a directory, not ''");
  }

  @Test
  void reading_a_missing_journal_fails_and_makes_none() {
    ConsoleFixture.Seen seen = console.pipes(List.of("--audit", root.resolve("nothing").toString(), "trail"));

    assertThat(seen.code()).isEqualTo(6);
    assertThat(Files.exists(root.resolve("nothing"))).isFalse();
  }

  @Test
  void a_second_console_on_the_same_journal_says_that_it_is_locked() {
    ConsoleFixture.Seen first = console.types(person -> {
      person.awaits("demo/alice> ");
      ConsoleFixture.Seen second = console.pipes("inspect_cluster_state");
      assertThat(second.code()).isEqualTo(6);
      assertThat(second.err()).containsAnyOf("open for writing", "lock");
      person.types("exit");
    });

    assertThat(first.code()).isZero();
  }

  @Test
  @CoversViolation("AU-13")
  void the_console_refuses_the_journal_of_another_cluster() {
    console.pipes("inspect_cluster_state");
    var other = new ConsoleFixture(root.resolve("other"), "other");

    var words = new ArrayList<>(other.words("inspect_cluster_state"));
    words.set(words.indexOf(other.audit().toString()), console.audit().toString());

    assertThat(other.pipes(words).code()).isEqualTo(3);
  }

  @Test
  void a_damaged_journal_stops_everything() throws IOException {
    console.pipes("inspect_cluster_state");
    damage();

    assertThat(console.pipes("inspect_cluster_state").code()).isEqualTo(6);
    assertThat(console.pipes("trail").code()).isEqualTo(6);
  }

  @Test
  void an_executed_but_unrecorded_command_does_not_end_with_zero() {
    ConsoleFixture.Seen seen =
        console.opening("hostile:" + console.clusterDirectory(), HostileKernel.thatFirst(this::damage))
            .pipes("inspect_cluster_state");

    assertThat(seen.code()).isEqualTo(7);
    assertThat(seen.out()).contains("EXECUTED").contains("NOT RECORDED");
  }

  @Test
  void a_bug_shows_its_class_and_not_its_text() {
    ConsoleFixture.Seen seen = console.opening("hostile:" + console.clusterDirectory(), HostileKernel.thatFirst(() -> {
      throw new AssertionError("secret");
    })).pipes("inspect_cluster_state");

    assertThat(seen.code()).isEqualTo(70);
    assertThat(seen.err()).contains("AssertionError").doesNotContain("secret");
  }

  @Test
  void a_missing_verb_without_a_terminal_is_a_usage_error() {
    assertThat(console.pipes().code()).isEqualTo(2);
    assertThat(console.pipes(List.of()).err()).contains("--help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--output=xml", "--color=always", "--no-such"})
  void an_unknown_setting_is_a_usage_error(String word) {
    assertThat(console.pipes(word, "inspect_cluster_state").code()).isEqualTo(2);
  }

  @Test
  void the_help_lists_every_exit_code() {
    String help = console.pipes(List.of("--help")).out().replaceAll("\\s+", " ");

    assertThat(ExitCode.meanings()).hasSize(ExitCode.values().length)
        .allSatisfy((code, meaning) -> assertThat(help).contains(" " + code + " " + meaning));
  }

  private void damage() {
    try (var segments = Files.list(console.audit().resolve("segments"))) {
      for (Path segment : segments.toList()) {
        Files.delete(segment);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
