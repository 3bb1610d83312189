package io.aerodb.command.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.doubles.ChildJvm;
import io.aerodb.command.error.SafeText;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves CM-2.3, CM-10.2, P7-D1, CM-8.1, CM-8.2: what is shown and recorded is the same byte for byte, whatever the
 * machine. A file is rewritten only when the tests run with {@code -Daerodb.golden.write=true}.
 */
@Timeout(120)
class GoldenTest {
  private static final Path FILES = Path.of(System.getProperty("basedir", "."), "src/test/resources/golden");

  @Test
  @Covers({"CM-2.3", "CM-8.1", "CM-8.2", "CM-10.2"})
  void each_file_holds_what_is_rendered() throws IOException {
    SortedMap<String, String> rendered = Scenes.render();
    if (Boolean.getBoolean("aerodb.golden.write")) {
      write(rendered);
    }

    Map<String, String> kept = new TreeMap<>();
    try (Stream<Path> files = Files.list(FILES)) {
      for (Path file : files.toList()) {
        kept.put(file.getFileName().toString(), Files.readString(file));
      }
    }

    assertThat(kept.keySet()).containsExactlyElementsOf(rendered.keySet());
    rendered.forEach((name, text) -> assertThat(kept.get(name)).as(name).isEqualTo(text));
  }

  private static void write(SortedMap<String, String> rendered) throws IOException {
    Files.createDirectories(FILES);
    try (Stream<Path> files = Files.list(FILES)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    for (Map.Entry<String, String> file : rendered.entrySet()) {
      Files.writeString(FILES.resolve(file.getKey()), file.getValue());
    }
  }

  @Test
  @Covers("P7-D1")
  void rendered_twice_it_is_the_same() {
    assertThat(Scenes.render()).isEqualTo(Scenes.render());
  }

  @Tag("class-files")
  @ParameterizedTest
  @ValueSource(strings = {
      "-Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Kathmandu -Dfile.encoding=ISO-8859-1",
      "-Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-arab -Duser.timezone=America/St_Johns",
      "-Duser.language=th -Duser.country=TH -Dfile.encoding=UTF-16 -Dline.separator=\r"})
  @Covers("CM-2.3")
  @CoversViolation("P7-D1")
  void a_jvm_with_other_defaults_renders_the_same_bytes(String options) throws Exception {
    byte[] bytes = ChildJvm.run(Scenes.class, options.split(" "));

    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .isEqualTo(new String(Scenes.together(Scenes.render()), StandardCharsets.UTF_8));
  }

  @Test
  void no_text_can_change_what_a_terminal_shows() {
    Scenes.render().forEach((name, text) -> {
      if (name.endsWith(".txt")) {
        assertThat(text.replace("\n", "").codePoints()).as(name)
            .noneMatch(SafeText::isForbidden);
        assertThat(text).as("no forged line in " + name).doesNotContain("\nCLUSTER  aero-9");
      }
    });
  }

  @Test
  @CoversViolation({"ER-8", "P7-A3"})
  void no_text_recommends_ranks_or_hints_at_a_force() {
    Scenes.render().forEach((name, text) -> {
      assertThat(text.toLowerCase(Locale.ROOT)).as(name)
          .doesNotContainPattern("recommend|should |best |suggest|healthiest|score|consider");
      if (!name.startsWith("force_promotion") && !name.startsWith("hostile") && !name.startsWith("unreadable")) {
        assertThat(text.toLowerCase(Locale.ROOT)).as(name).doesNotContain("overridable", "force");
      }
    });
  }
}
