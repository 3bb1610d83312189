package io.aerodb.freeze.gate;

import io.aerodb.command.CommandType;
import io.aerodb.command.error.Invariant;
import io.aerodb.freeze.claims.Aspect;
import io.aerodb.freeze.gate.RuleList.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The commands and the invariants that the library has, and the document that describes the commands. */
record CommandModel(List<CommandRow> commands, List<String> invariants, ModelDocument document) {
  static CommandModel ofLibrary(ModelDocument document) {
    return new CommandModel(Arrays.stream(CommandType.values()).map(CommandRow::of).toList(),
        Arrays.stream(Invariant.values()).map(invariant -> invariant.id().value()).toList(), document);
  }

  /** What a test can claim of the commands. */
  Stream<String> claims() {
    return commands.stream()
        .flatMap(row -> Arrays.stream(Aspect.values()).map(aspect -> Claim.aspect(row.command(), aspect)));
  }

  /** Whether each command is proved in its aspects and described, and each invariant a rule that must be attacked. */
  List<Gap> gaps(RuleList rules, Evidence evidence) {
    var gaps = new ArrayList<Gap>();
    claims().filter(claim -> evidence.proving(claim).isEmpty()).forEach(claim -> gaps.add(
        new Gap(Gap.Kind.ASPECT_MISSING, claim, "no test that passed proves " + claim + ": put "
            + Claim.annotation(claim) + " on the test of it" + evidence.notCounted(claim))));
    List<String> attacked = rules.rules().stream().filter(Rule::attacked).map(Rule::id).toList();
    Stream.concat(invariants.stream(), rules.rules().stream().map(Rule::id).filter(id -> id.startsWith("P7-")))
        .distinct().filter(id -> !(invariants.contains(id) && attacked.contains(id)))
        .forEach(id -> gaps.add(new Gap(Gap.Kind.INVARIANT_NOT_LISTED, id, "the rule list must hold each invariant of"
            + " Phase 7 as '" + id + " ! …', and no " + id + " where there is no such invariant")));
    gaps.addAll(document.gaps(commands));
    return gaps;
  }
}
