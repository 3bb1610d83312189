package io.aerodb.freeze.gate;

import io.aerodb.freeze.claims.Aspect;
import io.aerodb.freeze.claims.TestRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The result of judging one build: what is proved by which test, and every gap. The freeze holds if there is none.
 *
 * @since 0.1
 */
public final class FreezeReport {
  private static final int NAMED = 3;

  private final List<Gap> gaps;
  private final RuleList rules;
  private final List<CommandRow> commands;
  private final Evidence evidence;

  FreezeReport(List<Gap> gaps, RuleList rules, List<CommandRow> commands, Evidence evidence) {
    this.gaps = List.copyOf(gaps);
    this.rules = rules;
    this.commands = commands;
    this.evidence = evidence;
  }

  /** Every gap; none when all is proved. */
  public List<Gap> gaps() {
    return gaps;
  }

  /**
   * Writes {@code matrix.md}, the gaps and what is proved by what, and {@code frozen-tests.txt}, the tests that proved
   * something in this build.
   *
   * @throws IOException if that can't be written
   */
  public void writeTo(Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("matrix.md"), markdown());
    Files.writeString(directory.resolve("frozen-tests.txt"), FrozenTests.of(evidence).text());
  }

  /**
   * Fails a build that has a gap.
   *
   * @throws AssertionError that names each gap
   */
  public void requireNoGap() {
    if (!gaps.isEmpty()) {
      throw new AssertionError("the freeze has " + gaps.size() + " gaps:\n" + listOfGaps());
    }
  }

  private String listOfGaps() {
    return gaps.stream().map(gap -> "- " + gap.kind() + " " + gap.message() + "\n").collect(Collectors.joining());
  }

  private String markdown() {
    Stream<List<String>> aspects = commands.stream().map(row -> Stream.concat(Stream.of(row.command()),
        Arrays.stream(Aspect.values()).map(aspect -> tests(Claim.aspect(row.command(), aspect)))).toList());
    Stream<List<String>> proofs = rules.rules().stream()
        .map(rule -> List.of(rule.id(), rule.text(), tests(rule.id()), tests(Claim.violation(rule.id()))));
    return "# Freeze matrix\n\n" + gaps.size() + " gaps\n\n" + listOfGaps()
        + table(Stream.concat(Stream.of("command"), Arrays.stream(Aspect.values()).map(Aspect::name)).toList(), aspects)
        + table(List.of("rule", "what must hold", "proved by", "attacked by"), proofs);
  }

  private static String table(List<String> heading, Stream<List<String>> rows) {
    return "\n" + row(heading) + "|---".repeat(heading.size()) + "|\n"
        + rows.map(FreezeReport::row).collect(Collectors.joining());
  }

  private static String row(List<String> cells) {
    return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** How many there are, and the first of them. */
  private String tests(String claim) {
    List<TestRecord> tests = evidence.proving(claim);
    return tests.isEmpty() ? ""
        : tests.stream().limit(NAMED).map(test -> test.id().substring(test.className().lastIndexOf('.') + 1))
            .collect(Collectors.joining(", ", tests.size() + ": ", tests.size() > NAMED ? ", …" : ""));
  }
}
