package io.aerodb.freeze.gate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules that a project wants proved.
 *
 * <p>As text, one rule a line: the id, an exclamation mark where it needs a negative test, the rule. Empty lines and
 * lines that start with {@code #} are left out.
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
  private static final Pattern LINE =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9.-]{0,31})\\s+(!?+)\\s*+(.+)");

  private final SequencedMap<String, Rule> rules;

  /** One rule; {@code attacked} if it needs a negative test: one that attempts what the rule forbids. */
  record Rule(String id, boolean attacked, String text) {}

  private RuleList(SequencedMap<String, Rule> rules) {
    this.rules = rules;
  }

  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException that names the line that is not one
   */
  public static RuleList parse(String text) {
    var rules = new LinkedHashMap<String, Rule>();
    for (String line : text.lines().map(String::strip).filter(each -> !each.isEmpty() && !each.startsWith("#"))
        .toList()) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()
          || rules.put(parts.group(1), new Rule(parts.group(1), !parts.group(2).isEmpty(), parts.group(3))) != null) {
        throw new IllegalArgumentException("rule line is '" + line
            + "' but must be an id of its own, 1 to 32 letters, digits, dots or hyphens, and a sentence");
      }
    }
    return new RuleList(rules);
  }

  /** Each rule, in the order of the list. */
  Collection<Rule> rules() {
    return rules.values();
  }

  /** What a test can claim of the rules. */
  Stream<String> claims() {
    return rules.keySet().stream().flatMap(id -> Stream.of(id, Claim.violation(id)));
  }

  /** The rules that lack a proof. */
  List<Gap> gaps(Evidence evidence) {
    return rules.values().stream().flatMap(rule -> gap(rule, evidence).stream()).toList();
  }

  private static Optional<Gap> gap(Rule rule, Evidence evidence) {
    String negative = Claim.violation(rule.id());
    boolean unproved = evidence.proving(rule.id()).isEmpty();
    if (!evidence.proving(negative).isEmpty() || !(unproved || rule.attacked())) {
      return Optional.empty();
    }
    String wanted = rule.attacked() ? negative : rule.id();
    return Optional.of(new Gap(unproved ? Gap.Kind.RULE_UNPROVED : Gap.Kind.RULE_NOT_ATTACKED, rule.id(),
        "no " + (rule.attacked() ? "negative " : "") + "test that passed proves " + rule.id() + " (" + rule.text()
            + "): put " + Claim.annotation(wanted) + " on the test that fails when it does not hold"
            + evidence.notCounted(rule.id(), negative)));
  }
}
