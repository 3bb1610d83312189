package io.aerodb.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.console.command.ExitCode;
import io.aerodb.console.line.CommandLineParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The README of the examples says of the console what the console says. */
final class ExamplesGuideTest {
  private String guide;

  @BeforeEach
  void read() throws IOException {
    guide = Files.readString(Path.of("..", "README.md"));
  }

  @Test
  void the_guide_stays_short() {
    assertThat(guide.lines()).hasSizeLessThanOrEqualTo(120);
  }

  @Test
  void the_guide_lists_every_exit_code() {
    assertThat(ExitCode.meanings())
        .allSatisfy((code, meaning) -> assertThat(guide).contains("| " + code + " | " + meaning + " |\n"));
  }

  @Test
  void the_guide_lists_every_verb_with_its_arguments() {
    assertThat(CommandLineParser.completions(Optional.empty())).allSatisfy(verb -> {
      String row = guide.lines().filter(line -> line.startsWith("| `") && line.contains("`" + verb + "`")).findFirst()
          .orElseThrow();
      assertThat(CommandLineParser.completions(Optional.of(verb))).allSatisfy(
          argument -> assertThat(row).contains("`" + argument + "`"));
    });
  }
}
