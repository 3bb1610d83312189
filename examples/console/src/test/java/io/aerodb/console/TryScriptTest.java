package io.aerodb.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.kernel.NodeId;
import io.aerodb.sim.ClusterMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code try} starts what there is, and every line that it proposes to type does something. */
@Timeout(60)
final class TryScriptTest {
  @TempDir
  Path root;
  private String script;

  @BeforeEach
  void read() throws IOException {
    script = Files.readString(Path.of("try"));
  }

  @Test
  void it_names_the_programs_of_this_build() {
    assertThat(Pattern.compile("io\\.aerodb\\.[\\w.]+").matcher(script).results().map(MatchResult::group))
        .containsExactly(ClusterMain.class.getName(), Console.class.getName());
  }

  @Test
  void the_lines_that_it_proposes_are_a_switchover() {
    List<String> proposed = proposed();
    var console = new ConsoleFixture(root);
    ConsoleFixture.Seen seen = console.types(person -> {
      for (String line : proposed) {
        person.awaits("demo/alice> ");
        person.types(line);
        if (line.startsWith("request_")) {
          person.confirms();
        }
      }
      person.awaits("demo/alice> ");
      person.types("exit");
    });

    assertThat(proposed).hasSize(4);
    assertThat(seen.code()).isZero();
    assertThat(console.primary()).contains(new NodeId("n2"));
  }

  @Test
  void the_readme_proposes_the_same_lines() throws IOException {
    assertThat(Files.readString(Path.of("..", "..", "README.md")))
        .contains("```\n" + String.join("\n", proposed()) + "\n```");
  }

  /** The indented lines of the text that it shows. */
  private List<String> proposed() {
    return script.lines().dropWhile(line -> !line.equals("cat <<END")).takeWhile(line -> !line.equals("END"))
        .filter(line -> line.startsWith("  ")).map(String::strip).toList();
  }
}
