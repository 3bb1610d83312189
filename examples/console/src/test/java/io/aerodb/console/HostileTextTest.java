package io.aerodb.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No text of a kernel or an operator reaches a terminal so that it could change what is shown. */
@Timeout(60)
final class HostileTextTest {
  private static final String ESCAPED = "fine\\u{1B}[2J\\u{1B}]0;owned\\u{7}\\u{202E}reversed";

  @TempDir
  Path root;
  private ConsoleFixture console;

  @BeforeEach
  void open() {
    console = new ConsoleFixture(root);
  }

  private ConsoleFixture hostile(HostileKernel kernel) {
    return console.opening("hostile:" + console.clusterDirectory(), kernel);
  }

  private static void assertHarmless(String shown) {
    assertThat(shown.replace("\n", "").codePoints()
        .filter(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)).isEmpty();
  }

  @Test
  void tables_escape_what_a_kernel_reports() {
    ConsoleFixture.Seen seen = hostile(HostileKernel.writing()).pipes("inspect_cluster_state");

    assertThat(seen.out()).contains(ESCAPED);
    assertHarmless(seen.out());
  }

  @Test
  void an_explanation_escapes_what_a_kernel_assesses() {
    console.loses("n1");

    ConsoleFixture.Seen seen =
        hostile(HostileKernel.writing()).pipes("request_promotion", "--replica", "n2", "--reason", "x");

    assertThat(seen.code()).isEqualTo(3);
    assertThat(seen.out()).contains(ESCAPED);
    assertHarmless(seen.out());
  }

  @Test
  void the_console_escapes_a_rejection() {
    ConsoleFixture.Seen seen = hostile(HostileKernel.refusing()).pipes("inspect_node", "--node", "n1");

    assertThat(seen.code()).isEqualTo(4);
    assertThat(seen.out()).contains("AERO_NO").contains(ESCAPED);
    assertHarmless(seen.out());
  }

  @Test
  void the_console_escapes_what_an_adapter_says_on_opening() {
    ConsoleFixture.Seen gone = console.opening("hostile:gone", HostileKernel.writing()).pipes("inspect_wal");
    ConsoleFixture.Seen illegal = console.opening("hostile:", HostileKernel.writing()).pipes("inspect_wal");

    assertThat(gone.code()).isEqualTo(6);
    assertThat(illegal.code()).isEqualTo(2);
    assertThat(gone.err()).contains(ESCAPED);
    assertThat(illegal.err()).contains(ESCAPED);
    assertHarmless(gone.err() + illegal.err());
  }

  @Test
  void the_console_escapes_what_it_repeats_of_an_operator() {
    ConsoleFixture.Seen seen =
        console.pipes("--request", HostileKernel.TEXT, HostileKernel.TEXT, "--" + HostileKernel.TEXT);
    ConsoleFixture.Seen argument = console.pipes("inspect_node", "--node", HostileKernel.TEXT, HostileKernel.TEXT);
    ConsoleFixture.Seen trail = console.pipes("trail", "--stage", HostileKernel.TEXT);
    ConsoleFixture.Seen missing = console.pipes("trail", "--limit");

    assertThat(seen.code()).isEqualTo(2);
    assertThat(argument.code()).isEqualTo(2);
    assertThat(trail.code()).isEqualTo(2);
    assertHarmless(seen.out() + seen.err() + argument.out() + trail.err() + missing.err());
  }

  @Test
  void the_trail_escapes_recorded_text() {
    hostile(HostileKernel.refusing()).pipes("inspect_node", "--node", HostileKernel.TEXT);

    assertHarmless(console.pipes("trail").out());
    assertHarmless(console.pipes("--output", "json", "trail").out().replaceAll("[\u007f-\uffff]", ""));
  }

  @Test
  void the_prompt_escapes_a_name() {
    var words = new ArrayList<>(console.words());
    words.set(words.indexOf("alice"), "ali\\ce");

    assertThat(console.types(words, person -> {
      person.awaits("demo/ali\\\\ce> ");
      person.types("exit");
    }).code()).isZero();
  }
}
