package io.aerodb.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an operator sees, word for word. After a change that is meant, {@code target/demonstration.txt} takes the place
 * of the golden file.
 */
final class DemonstrationTest {
  @Test
  @Timeout(120)
  void every_scene_shows_what_it_showed_before(@TempDir Path root) throws IOException {
    var shown = new ByteArrayOutputStream();

    Demonstration.play(root, new PrintStream(shown, true, StandardCharsets.UTF_8));

    String text = shown.toString(StandardCharsets.UTF_8).replace(root.toString(), "ROOT");
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target", "demonstration.txt"), text);
    assertThat(text).isEqualTo(golden());
  }

  private static String golden() throws IOException {
    try (InputStream file = DemonstrationTest.class.getResourceAsStream("demonstration.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
