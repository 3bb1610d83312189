package io.aerodb.freeze.claims;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The record of one test method: how it ended, over all its invocations, and what it claims. The recorder writes it as
 * a line, and the gate reads that.
 *
 * @param className the class that ran it, which for an inherited test is not the one that declares it
 * @param method its name; empty where a class failed as a whole, which cancels what its tests proved
 * @param ending the worst of its invocations
 * @param claims {@code CM-9.1} a rule, {@code !P7-A1} its violation, {@code inspect_node/SUCCESS} of a command
 * @since 0.1
 */
public record TestRecord(String className, String method, TestEnding ending, SortedSet<String> claims) {
  private static final int FIRST_CLAIM = 3;

  public TestRecord {
    claims = Collections.unmodifiableSortedSet(new TreeSet<>(claims));
  }

  /**
   * Reads what {@link #line} wrote.
   *
   * @throws IllegalArgumentException if it is no such line
   */
  public static TestRecord parse(String line) {
    List<String> fields = List.of(line.split("\t", -1));
    if (fields.size() < FIRST_CLAIM) {
      throw new IllegalArgumentException("record is '" + line + "' but must be ending, class, method and claims");
    }
    return new TestRecord(fields.get(1), fields.get(2), TestEnding.valueOf(fields.get(0)),
        new TreeSet<>(fields.subList(FIRST_CLAIM, fields.size())));
  }

  /** Ending, class, method and each claim, with tabs between them. */
  public String line() {
    return Stream.concat(Stream.of(ending.name(), className, method), claims.stream())
        .map(field -> field.replaceAll("\\p{Cntrl}", "?")).collect(Collectors.joining("\t"));
  }

  /** Class and method. */
  public String id() {
    return className + "#" + method;
  }

  /** Whether it proves what it claims. */
  public boolean passed() {
    return ending == TestEnding.PASSED;
  }

  /** This record with what another says of the same test: the claims of both, and the worse ending. */
  public TestRecord and(TestRecord other) {
    var all = new TreeSet<>(claims);
    all.addAll(other.claims);
    return new TestRecord(className, method, ending.orWorse(other.ending), all);
  }
}
