package io.aerodb.freeze.gate;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The rules that a project wants proved, and those of them that no test can prove.
 *
 * <p>As text, one rule a line: the id, an exclamation mark where a negative test is needed, the rule. Empty lines and lines that start with
 * {@code #} are left out.
 *
 * <pre>
 * # duties of our kernel adapter
 * OURS-1   a node that nobody knows is refused
 * OURS-2 ! an epoch that was left never returns
 * </pre>
 *
 * @since 0.1
 */
public final class RuleList {
  private final SequencedMap<String, Rule> rules;
  private final SequencedMap<String, String> untestable;

  private RuleList(SequencedMap<String, Rule> rules, SequencedMap<String, String> untestable) {
    this.rules = rules;
    this.untestable = untestable;
  }

  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException that names the line that is not one
   */
  public static RuleList parse(String text) {
    var rules = new LinkedHashMap<String, Rule>();
    for (String line : lines(text)) {
      String[] parts = line.split("\\s+", 2);
      String rest = parts.length == 2 ? parts[1] : "";
      boolean attacked = rest.startsWith("!");
      String sentence = (attacked ? rest.substring(1) : rest).strip();
      if (sentence.isEmpty() || rules.put(parts[0], new Rule(parts[0], attacked, sentence)) != null) {
        throw new IllegalArgumentException("rule line is '" + line + "' but must be an id of its own and a sentence");
      }
    }
    return new RuleList(rules, new LinkedHashMap<>());
  }

  /**
   * This list with what no test can prove: a line for each, the id and the reason.
   *
   * @throws IllegalArgumentException that names the line that is not one
   */
  public RuleList untestable(String text) {
    var reasons = new LinkedHashMap<String, String>();
    for (String line : lines(text)) {
      String[] parts = line.split("\\s+", 2);
      if (parts.length < 2 || reasons.put(parts[0], parts[1]) != null) {
        throw new IllegalArgumentException(
            "untestable line is '" + line + "' but must be an id of its own and a reason");
      }
    }
    return new RuleList(rules, reasons);
  }

  private static Collection<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
  }

  /** Each rule, in the order of the list. */
  public Collection<Rule> rules() {
    return Collections.unmodifiableCollection(rules.values());
  }

  /** The rule of that id, if there is one. */
  public Optional<Rule> rule(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  /** What no test can prove, by id, with the reason. */
  public Map<String, String> untestable() {
    return Collections.unmodifiableMap(untestable);
  }
}
