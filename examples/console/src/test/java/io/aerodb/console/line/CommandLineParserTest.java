package io.aerodb.console.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.command.Argument;
import io.aerodb.command.CommandType;
import io.aerodb.freeze.claims.Covers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineParserTest {
  private final CommandLineParser parser = new CommandLineParser(new LinkedHashMap<>(Map.of(70, "a bug")));

  @Test
  @Covers("CM-1.1")
  void there_are_the_ten_and_two_that_read_the_trail() {
    assertThat(Subcommand.all().stream().map(Subcommand::name)).containsExactly("inspect_cluster_state", "inspect_node",
        "inspect_replication_status",
        "inspect_promotion_state", "run_diagnostics", "inspect_wal", "inspect_snapshots", "request_promotion",
        "request_demotion",
        "force_promotion", "trail", "unresolved");
  }

  @Test
  void a_verb_takes_what_its_command_takes() {
    assertThat(Arrays.stream(CommandType.values())).allSatisfy(
        type -> assertThat(CommandLineParser.completions(Optional.of(type.wireName()))).containsExactlyElementsOf(
            type.arguments().stream().map(Argument::name).map("--"::concat).toList()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"  two  blanks  ", "", "--replica", "--help", "--", "@/etc/passwd", "${user.name}", "%n",
      "\"quoted\"", "'x", "a=b", "=",
      "n1,n2", "!!", "\\", "-y", "force_promotion", "ä\u202e"})
  void a_value_is_what_was_typed(String typed) {
    ParsedLine line = parser.parse(List.of("request_promotion", "--reason", typed, "--replica=" + typed));

    assertThat(line.arguments()).isEqualTo(Map.of("reason", List.of(typed), "replica", List.of(typed)));
    assertThat(line.help()).isEmpty();
  }

  @Test
  void the_parser_keeps_every_value_of_a_repeated_option_in_order() {
    assertThat(parser
        .parse(List.of("force_promotion", "--overrides", "P6-S1", "--overrides", "P6-A1", "--overrides", "P6-S1"))
        .arguments())
        .containsEntry("overrides", List.of("P6-S1", "P6-A1", "P6-S1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--yes", "-y", "--force", "--rep", "--REPLICA", "--no-confirm=1", "n2", "--", "@file", "--request"})
  void the_parser_passes_on_what_a_verb_does_not_take(String word) {
    ParsedLine line = parser.parse(List.of("request_promotion", "--replica", "n2", word));

    assertThat(line.arguments()).containsEntry(word, List.of()).containsEntry("replica", List.of("n2"));
  }

  @Test
  void a_bare_word_is_not_an_option() {
    assertThat(parser.parse(List.of("inspect_wal", "page")).arguments()).containsOnlyKeys("the word page");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inspect", "INSPECT_NODE", "inspect-node", "promote", "help"})
  void a_verb_is_exact_and_the_parser_passes_on_an_unknown_one(String verb) {
    ParsedLine line = parser.parse(List.of("--operator", "alice", verb, "--operator", "bob"));

    assertThat(line.verb()).contains(verb);
    assertThat(line.setting("operator")).contains("alice");
    assertThat(line.arguments()).containsKeys("--operator", "bob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--yes", "-y", "--force", "--kern", "--operato"})
  void the_parser_refuses_an_unknown_setting(String word) {
    assertThatThrownBy(() -> parser.parse(List.of(word, "force_promotion"))).isInstanceOf(UsageException.class)
        .hasMessageContaining(word);
  }

  @Test
  void the_parser_refuses_a_setting_given_twice() {
    assertThatThrownBy(() -> parser.parse(List.of("--operator", "alice", "--operator", "bob", "inspect_wal")))
        .isInstanceOf(UsageException.class).hasMessageContaining("--operator");
  }

  @Test
  void the_parser_refuses_an_option_without_a_value() {
    assertThatThrownBy(() -> parser.parse(List.of("inspect_node", "--node"))).isInstanceOf(UsageException.class)
        .hasMessageContaining("--node");
  }

  @Test
  void the_help_lists_the_exit_codes() {
    assertThat(parser.parse(List.of("--help")).help().orElseThrow()).containsPattern("Exit codes:\\s+70\\s+a bug");
  }
}
