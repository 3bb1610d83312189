package io.aerodb.freeze.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whether each rule is proved, attacked where it must be, and untestable only where no test says otherwise. */
final class RuleCheck {
  private final RuleList rules;

  RuleCheck(RuleList rules) {
    this.rules = rules;
  }

  List<Gap> gaps(Evidence evidence) {
    var gaps = new ArrayList<Gap>();
    for (Rule rule : rules.rules()) {
      if (!rules.untestable().containsKey(rule.id())) {
        unproved(rule, evidence, gaps);
      }
    }
    rules.untestable().forEach((id, reason) -> untestable(id, evidence, gaps));
    return gaps;
  }

  private static void unproved(Rule rule, Evidence evidence, List<Gap> gaps) {
    Predicate<TestRecord> attacks = test -> test.claims().contains("!" + rule.id());
    Predicate<TestRecord> claims = test -> test.claimsRule(rule.id());
    if (evidence.passed(claims).isEmpty()) {
      gaps.add(new Gap(Gap.Kind.RULE_UNPROVED, rule.id(),
          "no test that passed proves " + rule.id() + " (" + rule.text() + "): put "
              + (rule.attacked() ? "@CoversViolation" : "@Covers") + "(\"" + rule.id()
              + "\") on the test that fails when it "
              + "does not hold" + inVain(evidence, claims)));
    } else if (rule.attacked() && evidence.passed(attacks).isEmpty()) {
      gaps.add(new Gap(Gap.Kind.RULE_NOT_ATTACKED, rule.id(),
          "no negative test that passed attacks " + rule.id() + " (" + rule.text() + "): put @CoversViolation(\""
              + rule.id()
              + "\") on the test that attempts the violation" + inVain(evidence, attacks)));
    }
  }

  private void untestable(String id, Evidence evidence, List<Gap> gaps) {
    if (rules.rule(id).isEmpty()) {
      gaps.add(new Gap(Gap.Kind.UNTESTABLE_WRONG, id, id + " is listed as untestable but is no rule: take it out"));
    }
    evidence.tests().stream().filter(test -> test.claimsRule(id)).forEach(test -> gaps.add(new Gap(
        Gap.Kind.UNTESTABLE_WRONG, id,
        id + " is listed as untestable but " + test.id() + " claims it: one of the two is wrong")));
  }

  /** The tests that would have proved it. */
  static String inVain(Evidence evidence, Predicate<TestRecord> which) {
    List<TestRecord> tests = evidence.inVain(which);
    return tests.isEmpty() ? ""
        : tests.stream().map(test -> test.id() + " " + test.ending())
            .collect(Collectors.joining(", ", "; not counted: ", ""));
  }
}
