package io.aerodb.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Stage;
import io.aerodb.kernel.NodeId;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ShellTest {
  private static final String PROMPT = "demo/alice> ";
  private static final String UP = "\u001b[A";

  @TempDir
  Path root;
  private ConsoleFixture console;

  @BeforeEach
  void open() {
    console = new ConsoleFixture(root);
  }

  /** Types each line at the prompt, then leaves. */
  private ConsoleFixture.Seen shell(String... lines) {
    return console.types(person -> {
      for (String line : lines) {
        person.awaits(PROMPT);
        person.types(line);
      }
      person.awaits(PROMPT);
      person.types("exit");
    });
  }

  @Test
  void a_whole_interactive_session_is_one_session() {
    shell("inspect_cluster_state", "inspect_node --node n2", "--request look-3 inspect_wal --page 1");

    assertThat(console.records().stream().map(record -> record.event().session()).distinct()).hasSize(1);
    assertThat(console.records()).extracting(record -> record.event().requestId().orElse("")).contains("look-3");
    assertThat(console.records()).hasSize(9);
  }

  @Test
  void it_ends_with_the_code_of_the_last_command() {
    assertThat(shell("inspect_cluster_state", "inspect_node --node nowhere").code()).isEqualTo(4);
    assertThat(shell("inspect_node --node nowhere", "", "inspect_cluster_state").code()).isZero();
  }

  @Test
  void quotes_keep_a_reason_together_and_the_shell_expands_nothing_in_it() {
    console.loses("n1");

    console.types(person -> {
      person.awaits(PROMPT);
      person.types("request_promotion --replica n2 --reason \"  it's !! gone \\n \"");
      person.confirms();
      person.awaits(PROMPT);
      person.types("exit");
    });

    assertThat(console.records().getFirst().event().command().flatMap(command -> command.object("arguments"))
        .flatMap(a -> a.text("reason")))
        .contains("  it's !! gone \\n ");
    assertThat(console.primary()).contains(new NodeId("n2"));
  }

  @Test
  void history_holds_command_lines_and_no_answers() {
    console.loses("n1");

    ConsoleFixture.Seen seen = console.types(person -> {
      person.awaits(PROMPT);
      person.types("request_promotion --replica n2 --reason x");
      person.confirms();
      person.awaits(PROMPT);
      person.presses(UP);
      person.awaits("request_promotion --replica n2 --reason x");
      person.presses("\u0003");
      person.awaits(PROMPT);
      person.types("exit");
    });

    assertThat(seen.code()).isZero();
  }

  @Test
  void nothing_typed_earlier_comes_up_as_an_answer() {
    console.loses("n1");

    console.types(person -> {
      person.awaits(PROMPT);
      person.types("request_promotion --replica n2 --reason x");
      person.question();
      person.presses(UP);
      person.types("");
      person.awaits(PROMPT);
      person.types("exit");
    });

    assertThat(console.stages()).endsWith(Stage.REFUSED);
  }

  @Test
  void tab_completes_a_verb_and_its_options() {
    console.types(person -> {
      person.awaits(PROMPT);
      person.presses("inspect_n\t");
      person.awaits("inspect_node ");
      person.presses("--n\t");
      person.awaits("--node ");
      person.types("n3");
      person.awaits(PROMPT);
      person.types("exit");
    });

    assertThat(console.records().getFirst().event().command().flatMap(command -> command.text("name")))
        .contains("inspect_node");
  }

  @Test
  void the_session_refuses_and_records_an_unknown_verb() {
    ConsoleFixture.Seen seen = shell("promote n2");

    assertThat(seen.code()).isEqualTo(2);
    assertThat(seen.out()).contains("COMMAND_UNKNOWN");
    assertThat(console.records()).extracting(AuditRecord::event).extracting(event -> event.stage())
        .containsExactly(Stage.REQUESTED, Stage.REJECTED);
  }

  @Test
  void an_unclosed_quote_and_a_setting_of_the_session_change_nothing() {
    ConsoleFixture.Seen seen =
        shell("inspect_node --node 'n1", "--operator bob inspect_cluster_state", "help", "inspect_wal --help");

    assertThat(seen.err()).contains("not closed").contains("--operator");
    assertThat(seen.out()).contains("--size");
    assertThat(console.pipes("trail").out()).contains(": 0");
  }

  @Test
  void the_shell_reads_the_trail() {
    ConsoleFixture.Seen seen = shell("inspect_cluster_state", "trail --stage executed", "unresolved");

    assertThat(seen.out()).contains("executed").contains("Unresolved requests");
    assertThat(console.stages()).hasSize(3);
  }

  @Test
  void an_end_of_input_ends_it() {
    assertThat(console.types(person -> {
      person.awaits(PROMPT);
      person.presses("\u0004");
    }).code()).isZero();
  }

  @Test
  void colours_show_on_a_terminal_unless_switched_off() {
    assertThat(console.types(person -> {}, "inspect_cluster_state").out()).contains("\u001b[1m\u001b[32mEXECUTED");
    assertThat(console.types(person -> {}, "--color", "never", "inspect_cluster_state").out())
        .doesNotContain("\u001b[1m");
    assertThat(console.withTerminal("dumb", 80).types(person -> {}, "inspect_cluster_state").out())
        .doesNotContain("\u001b");
  }
}
