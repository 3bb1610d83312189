package io.aerodb.freeze.gate;

import io.aerodb.freeze.claims.Aspect;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Whether each command is proved in its aspects, each error code was produced, and each invariant is a rule that must be attacked. */
final class ModelCheck {
  private final ClosedSet library;
  private final RuleList rules;

  ModelCheck(ClosedSet library, RuleList rules) {
    this.library = library;
    this.rules = rules;
  }

  List<Gap> gaps(Evidence evidence) {
    var gaps = new ArrayList<Gap>();
    for (CommandRow command : library.commands()) {
      for (Aspect aspect : Aspect.values()) {
        aspect(command, aspect, evidence, gaps);
      }
    }
    library.codes().forEach(code -> code(code, evidence, gaps));
    invariants(gaps);
    return gaps;
  }

  private static void aspect(CommandRow command, Aspect aspect, Evidence evidence, List<Gap> gaps) {
    String claim = command.command() + "/" + aspect;
    Predicate<TestRecord> claims = test -> test.claims().contains(claim);
    if (evidence.passed(claims).isEmpty()) {
      boolean noneApplies = aspect == Aspect.CONFIRMATION_REFUSAL && command.confirmation().equals("none");
      gaps.add(new Gap(Gap.Kind.ASPECT_MISSING, claim,
          command.command() + " has no test that passed for " + aspect + ": put " + Claim.annotation(claim)
              + (noneApplies ? " on the test that sees no confirmation asked for" : " on the test of it")
              + RuleCheck.inVain(evidence, claims)));
    }
  }

  private static void code(String code, Evidence evidence, List<Gap> gaps) {
    Predicate<TestRecord> saw = test -> test.codes().contains(code);
    if (evidence.passed(saw).isEmpty()) {
      gaps.add(new Gap(Gap.Kind.CODE_NEVER_PRODUCED, code,
          "no test that passed made the library produce " + code + ": write one that provokes it"
              + RuleCheck.inVain(evidence, saw)));
    }
  }

  private void invariants(List<Gap> gaps) {
    for (String invariant : library.invariants()) {
      if (rules.rule(invariant).filter(Rule::attacked).isEmpty() || rules.untestable().containsKey(invariant)) {
        gaps.add(new Gap(Gap.Kind.INVARIANT_NOT_LISTED, invariant,
            "invariant " + invariant + " must stand in the rule list, as '" + invariant + " ! …', and be testable"));
      }
    }
    rules.rules().stream().map(Rule::id).filter(id -> id.startsWith("P7-") && !library.invariants().contains(id))
        .forEach(id -> gaps.add(new Gap(Gap.Kind.INVARIANT_NOT_LISTED, id,
            "rule " + id + " is named like an invariant of Phase 7 but there is none: take it out of the rule list")));
  }
}
