package io.aerodb.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.json.Json;
import io.aerodb.freeze.claims.CoversViolation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class TrailTest {
  @TempDir
  Path root;
  private ConsoleFixture console;

  @BeforeEach
  void leaveATrail() {
    console = new ConsoleFixture(root);
    console.pipes("--request", "look-1", "inspect_cluster_state");
    console.pipes("--request", "look-2", "inspect_node", "--node", "nowhere");
    console.pipes("--request", "demote-1", "request_demotion", "--primary", "n1", "--reason", "a reason");
  }

  /** A reader gives the directory and nothing else. */
  private ConsoleFixture.Seen reads(String... words) {
    var all = new ArrayList<>(List.of("--audit", console.audit().toString()));
    all.addAll(List.of(words));
    return console.pipes(all);
  }

  private Map<Path, String> bytes() {
    var files = new TreeMap<Path, String>();
    try (var all = Files.walk(console.audit())) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file, HexFormat.of().formatHex(Files.readAllBytes(file)) + Files.getLastModifiedTime(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  @Test
  @CoversViolation("AU-9")
  void reading_needs_no_kernel_and_changes_no_byte() {
    Map<Path, String> before = bytes();

    assertThat(reads("trail").code()).isZero();
    assertThat(reads("unresolved").code()).isZero();
    assertThat(reads("--output", "json", "trail").code()).isZero();

    assertThat(bytes()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"--request,look-1,3", "--request,nothing,0", "--operator,alice,9", "--operator,Alice,0",
      "--stage,requested,3", "--stage,abandoned,1",
      "--from,2026-03-01T12:00:00Z,9", "--until,2026-03-01T12:00:00Z,0", "--after,7,2", "--limit,4,4"})
  void each_option_narrows_the_records(String option, String value, int records) {
    assertThat(reads("trail", option, value).out()).contains(": " + records);
  }

  @Test
  void a_page_says_where_the_next_one_starts() {
    assertThat(reads("trail", "--limit", "4").out()).contains("there are more: --after 4");
    assertThat(reads("trail", "--after", "4", "--limit", "5").out()).contains(": 5").doesNotContain("more");
  }

  @Test
  void json_holds_the_records_as_they_stand_in_the_log() {
    var document = (Json.Obj) Json.parse(reads("--output", "json", "trail", "--request", "demote-1").out().strip());

    var lines = ((Json.Arr) document.get("records").orElseThrow()).items().stream().map(Json::canonical).toList();
    assertThat(lines).isEqualTo(console.records().subList(6, 9).stream().map(Object::toString).toList());
  }

  @Test
  void a_narrow_terminal_shows_every_value() {
    ConsoleFixture.Seen seen = console.withTerminal("ansi", 40).types(person -> {}, "trail", "--request", "look-2");

    assertThat(seen.out()).contains("inspect_node node=nowhere").contains("AERO_");
  }

  @ParameterizedTest
  @CsvSource({"--from,yesterday", "--limit,0", "--limit,10001", "--after,-1", "--stage,done", "--sort,time",
      "--request,a"})
  void a_question_the_trail_cannot_answer_is_a_usage_error(String option, String value) {
    ConsoleFixture.Seen seen =
        option.equals("--request") ? reads("trail", option, value, option, "b") : reads("trail", option, value);

    assertThat(seen.code()).isEqualTo(2);
    assertThat(seen.err()).startsWith("aerodb: ");
    assertThat(seen.out()).isEmpty();
  }

  @Test
  void reading_works_beside_a_writer_and_needs_no_lock() {
    ConsoleFixture.Seen seen = console.types(person -> {
      person.awaits("demo/alice> ");
      assertThat(reads("trail").out()).contains(": 9");
      person.types("exit");
    });

    assertThat(seen.code()).isZero();
  }
}
