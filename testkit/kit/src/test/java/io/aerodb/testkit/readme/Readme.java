package io.aerodb.testkit.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code that the README and the guide of implementers print. */
final class Readme {
  /** The root of the repository; tests run in their module. */
  static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

  private static final Pattern FILE = Pattern.compile("(examples/hosts/\\S+\\.(?:java|xml))");
  private static final String FENCE = "```";

  private Readme() {}

  /**
   * A fenced block.
   *
   * @param at the number of its first line in the README
   * @param file the file of a host that the line above the block names, if it names one
   * @param lines without the fences
   */
  record Block(int at, Optional<String> file, List<String> lines) {
    String text() {
      return String.join("\n", lines) + "\n";
    }
  }

  /** What a newcomer reads first. */
  static String text() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }

  /** What the author of a kernel, a log or a frontend reads. */
  static String guide() throws IOException {
    return Files.readString(ROOT.resolve("testkit/kit/README.md"));
  }

  static List<Block> blocks(String page) {
    List<String> readme = page.lines().toList();
    var blocks = new ArrayList<Block>();
    String above = "";
    for (int i = 0; i < readme.size(); i++) {
      String line = readme.get(i);
      if (line.startsWith(FENCE)) {
        int end = i + 1 + readme.subList(i + 1, readme.size()).indexOf(FENCE);
        Matcher file = FILE.matcher(above);
        blocks.add(new Block(i + 2, file.find() ? Optional.of(file.group(1)) : Optional.empty(),
            List.copyOf(readme.subList(i + 1, end))));
        i = end;
      }
      above = line.isBlank() ? above : line;
    }
    return blocks;
  }
}
