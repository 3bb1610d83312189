package io.aerodb.freeze.gate;

import io.aerodb.freeze.claims.TestRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tests that prove something, as they were when the set was frozen. To take one away, or one of its claims, reopens
 * the freeze, which is then seen in the change of this list; to move or rename a class does not.
 *
 * <p>As text, one line for each claim with the name of a test that proves it and, if above one, the number of classes
 * that run it.
 *
 * <pre>
 * !OURS-1 an_unknown_node_is_refused
 * OURS-2 what_was_written_is_read_back x3
 * </pre>
 *
 * @param classes in how many classes it passed, by claim and name
 * @since 0.1
 */
public record FrozenTests(SortedMap<String, Integer> classes) {
  private static final Pattern LINE = Pattern.compile("(\\S+ \\S+)(?: x([2-9]|[1-9]\\d+))?");

  public FrozenTests {
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
  }

  /** Those that passed, with each of their claims. */
  public static FrozenTests of(Evidence evidence) {
    var classes = new TreeMap<String, Integer>();
    evidence.tests().stream().filter(TestRecord::passed).forEach(
        test -> test.claims().forEach(claim -> classes.merge(claim + " " + test.method(), 1, Integer::sum)));
    return new FrozenTests(classes);
  }

  /**
   * Reads the list; empty lines and lines that start with {@code #} are left out.
   *
   * @throws IllegalArgumentException that names the line that is not one
   */
  public static FrozenTests parse(String text) {
    var classes = new TreeMap<String, Integer>();
    for (String line : text.lines().filter(each -> !each.isBlank() && !each.startsWith("#")).toList()) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()
          || classes.put(parts.group(1), parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2))) != null) {
        throw new IllegalArgumentException(
            "line is '" + line + "' but must be a claim, a test and perhaps how often, and stand there once");
      }
    }
    return new FrozenTests(classes);
  }

  /** The list as text. */
  public String text() {
    return classes.entrySet().stream().map(each -> each.getKey() + (each.getValue() == 1 ? "" : " x" + each.getValue()))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Whether the tests that prove something are still these, and no others. */
  List<Gap> gaps(Evidence evidence) {
    SortedMap<String, Integer> now = of(evidence).classes;
    var gaps = new ArrayList<Gap>();
    var all = new TreeSet<>(classes.keySet());
    all.addAll(now.keySet());
    for (String each : all) {
      int frozen = classes.getOrDefault(each, 0);
      int passed = now.getOrDefault(each, 0);
      if (passed != frozen) {
        gaps.add(new Gap(Gap.Kind.NOT_AS_FROZEN, each, message(each, frozen, passed, evidence)));
      }
    }
    return gaps;
  }

  private static String message(String each, int frozen, int passed, Evidence evidence) {
    String claim = each.substring(0, each.lastIndexOf(' '));
    String counts = "classes in which '" + each.substring(claim.length() + 1) + "' proves " + claim + ": " + passed
        + ", and " + frozen + " when the set was frozen; ";
    return passed > frozen
        ? counts + "write it into the frozen tests, as it stands in the list that this gate writes"
        : counts + "bring the test back, with " + Claim.annotation(claim)
            + " on it, or reopen the freeze by taking it out of the frozen tests" + evidence.notCounted(claim);
  }
}
