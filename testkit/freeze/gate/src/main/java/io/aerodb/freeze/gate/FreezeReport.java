package io.aerodb.freeze.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a gate found. It is a statement about one build: whether the freeze holds is whether there is no gap.
 *
 * @since 0.1
 */
public final class FreezeReport {
  private final List<Gap> gaps;
  private final List<Table> matrix;
  private final FrozenTests proving;

  FreezeReport(List<Gap> gaps, List<Table> matrix, FrozenTests proving) {
    this.gaps = List.copyOf(gaps);
    this.matrix = List.copyOf(matrix);
    this.proving = proving;
  }

  /** Every gap; none when all is proved. */
  public List<Gap> gaps() {
    return gaps;
  }

  /** Gaps and matrix as Markdown; of many tests in one field only the first are named. */
  public String markdown() {
    return Rendering.markdown(gaps, matrix);
  }

  /** Gaps and matrix as a page that needs nothing else. */
  public String html() {
    return Rendering.html(gaps, matrix);
  }

  /**
   * Writes {@code matrix.md}, {@code matrix.html}, and {@code frozen-tests.txt}: the tests that proved something in this build.
   *
   * @throws IOException if that can't be written
   */
  public void writeTo(Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("matrix.md"), markdown());
    Files.writeString(directory.resolve("matrix.html"), html());
    Files.writeString(directory.resolve("frozen-tests.txt"), proving.text());
  }

  /**
   * Fails a build that has a gap.
   *
   * @throws AssertionError that names each gap
   */
  public void requireNoGap() {
    if (!gaps.isEmpty()) {
      throw new AssertionError(gaps.stream().map(gap -> "\n  " + gap.kind() + " " + gap.message())
          .collect(Collectors.joining("", "the freeze has " + gaps.size() + " gaps:", "")));
    }
  }
}
