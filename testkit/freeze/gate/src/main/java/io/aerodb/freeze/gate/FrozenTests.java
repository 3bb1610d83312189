package io.aerodb.freeze.gate;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tests that prove something, as they were when the set was frozen: to take one away, or one of its claims, reopens the freeze, which is
 * then seen in the change of this list.
 *
 * <p>As text: the name of a class, and below it, indented, each of its tests with its claims.
 *
 * <pre>
 * io.example.KernelTest
 *   an_unknown_node_is_refused = !OURS-1 OURS-2
 * </pre>
 *
 * @param claims by class and method
 * @since 0.1
 */
public record FrozenTests(SortedMap<String, SortedSet<String>> claims) {
  public FrozenTests {
    claims = Collections.unmodifiableSortedMap(new TreeMap<>(claims));
  }

  /** Those that passed and claim anything. */
  public static FrozenTests of(Evidence evidence) {
    var claims = new TreeMap<String, SortedSet<String>>();
    evidence.passed(test -> !test.claims().isEmpty()).forEach(test -> claims.put(test.id(), test.claims()));
    return new FrozenTests(claims);
  }

  /**
   * Reads the list; empty lines and lines that start with {@code #} are left out.
   *
   * @throws IllegalArgumentException that names the line that is not one
   */
  public static FrozenTests parse(String text) {
    var claims = new TreeMap<String, SortedSet<String>>();
    String className = "";
    for (String line : text.lines().filter(each -> !each.isBlank() && !each.startsWith("#")).toList()) {
      int equals = line.lastIndexOf(" = ");
      if (!line.startsWith(" ")) {
        className = line.strip();
      } else if (equals < 0 || className.isEmpty()) {
        throw new IllegalArgumentException("line is '" + line + "' but must be '  test = claims' below a class");
      } else {
        claims.put(className + "#" + line.substring(0, equals).strip(),
            new TreeSet<>(List.of(line.substring(equals + 3).strip().split(" +"))));
      }
    }
    return new FrozenTests(claims);
  }

  /** The list as text. */
  public String text() {
    var text = new StringBuilder();
    String className = "";
    for (var entry : claims.entrySet()) {
      int hash = entry.getKey().indexOf('#');
      if (!className.equals(entry.getKey().substring(0, hash))) {
        className = entry.getKey().substring(0, hash);
        text.append(className).append('\n');
      }
      text.append("  ").append(entry.getKey().substring(hash + 1)).append(" = ")
          .append(String.join(" ", entry.getValue())).append('\n');
    }
    return text.toString();
  }
}
