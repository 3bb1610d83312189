package io.aerodb.freeze.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether each claim names something that there is, however its test ended. */
final class ClaimCheck {
  private final RuleList rules;
  private final Optional<ClosedSet> library;

  ClaimCheck(RuleList rules, Optional<ClosedSet> library) {
    this.rules = rules;
    this.library = library;
  }

  List<Gap> gaps(Evidence evidence) {
    var gaps = new ArrayList<Gap>();
    for (TestRecord test : evidence.tests()) {
      for (String claim : test.claims()) {
        wrong(claim).ifPresent(why -> gaps.add(new Gap(Gap.Kind.UNKNOWN_CLAIM, claim,
            test.id() + " claims '" + claim + "', " + why + ": correct the annotation")));
      }
    }
    return gaps;
  }

  private Optional<String> wrong(String claim) {
    return switch (Claim.of(claim)) {
      case Claim.OfRule(String rule, boolean attack) ->
          rules.rule(rule).isPresent() ? Optional.empty()
              : Optional.of("but there is no rule '" + rule + "' in the list");
      case Claim.OfCommand(String command, var aspect) -> {
        if (library.filter(set -> set.hasCommand(command)).isEmpty()) {
          yield Optional.of("but there is no command '" + command + "'");
        }
        yield aspect.isPresent() ? Optional.empty() : Optional.of("which names no aspect");
      }
    };
  }
}
