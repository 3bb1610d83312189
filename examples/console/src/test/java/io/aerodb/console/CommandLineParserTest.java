package io.aerodb.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.command.Argument;
import io.aerodb.command.CommandType;
import io.aerodb.freeze.claims.Covers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineParserTest {
  private final CommandLineParser parser = new CommandLineParser();

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
    assertThat(Arrays.stream(CommandType.values())).allSatisfy(type -> assertThat(CommandLineParser.options(type.wireName()))
        .containsExactlyElementsOf(type.arguments().stream().map(Argument::name).map("--"::concat).toList()));
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
  void every_value_of_a_repeated_option_is_kept_in_order() {
    assertThat(parser
        .parse(List.of("force_promotion", "--overrides", "P6-S1", "--overrides", "P6-A1", "--overrides", "P6-S1"))
        .arguments())
        .containsEntry("overrides", List.of("P6-S1", "P6-A1", "P6-S1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--yes", "-y", "--force", "--rep", "--REPLICA", "--no-confirm=1", "n2", "--", "@file", "--request"})
  void what_a_verb_does_not_take_is_passed_on(String word) {
    ParsedLine line = parser.parse(List.of("request_promotion", "--replica", "n2", word));

    assertThat(line.arguments()).containsEntry(word, List.of()).containsEntry("replica", List.of("n2"));
  }

  @Test
  void a_bare_word_is_not_an_option() {
    assertThat(parser.parse(List.of("inspect_wal", "page")).arguments()).containsOnlyKeys("the word page");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inspect", "INSPECT_NODE", "inspect-node", "promote", "help"})
  void a_verb_is_exact_and_an_unknown_one_is_passed_on(String verb) {
    ParsedLine line = parser.parse(List.of("--operator", "alice", verb, "--operator", "bob"));

    assertThat(line.verb()).contains(verb);
    assertThat(line.setting("operator")).contains("alice");
    assertThat(line.arguments()).containsKeys("--operator", "bob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--yes", "-y", "--force", "--kern", "--operato"})
  void there_is_no_such_setting(String word) {
    assertThatThrownBy(() -> parser.parse(List.of(word, "force_promotion"))).isInstanceOf(UsageException.class)
        .hasMessageContaining(word);
  }

  @Test
  void a_setting_given_twice_is_refused() {
    assertThatThrownBy(() -> parser.parse(List.of("--operator", "alice", "--operator", "bob", "inspect_wal")))
        .isInstanceOf(UsageException.class).hasMessageContaining("--operator");
  }

  @Test
  void an_option_without_a_value_is_refused() {
    assertThatThrownBy(() -> parser.parse(List.of("inspect_node", "--node"))).isInstanceOf(UsageException.class)
        .hasMessageContaining("--node");
  }

  @Test
  void words_of_a_typed_line_are_kept_together_by_quotes_alone() {
    assertThat(Tokenizer.split("  a \"b  c\" '' d'e f'\\n !! \"it's\" ")).containsExactly("a", "b  c", "", "de f\\n", "!!",
        "it's");
    assertThatThrownBy(() -> Tokenizer.split("a 'b")).isInstanceOf(UsageException.class);
  }
}
