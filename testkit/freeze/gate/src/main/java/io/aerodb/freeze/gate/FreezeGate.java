package io.aerodb.freeze.gate;

import io.aerodb.freeze.claims.TestRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The gate that judges whether the tests of a build prove all that must be proved (CM-12.2). It looks at evidence and
 * runs no test.
 *
 * <p>A host that wants this for its own adapter or log writes a list of its rules, puts {@code @Covers} and
 * {@code @CoversViolation} on its tests, takes {@code aerodb-freeze-recorder} into test scope, and gives its test runs
 * the system property {@code aerodb.freeze.dir}, a directory that is new for each build. Then, in a second test run:
 *
 * <pre>
 * {@literal @}Test
 * void our_adapter_is_proved() throws IOException {
 *   FreezeGate gate = FreezeGate.of(RuleList.parse(Files.readString(rules)));
 *   FreezeReport report = gate.judge(Evidence.read(List.of(proofs)));
 *   report.writeTo(Path.of("target/freeze"));
 *   report.requireNoGap();
 * }
 * </pre>
 *
 * @since 0.1
 */
public final class FreezeGate {
  private final RuleList rules;
  private final Optional<CommandModel> model;
  private final Optional<FrozenTests> frozen;

  FreezeGate(RuleList rules, Optional<CommandModel> model, Optional<FrozenTests> frozen) {
    this.rules = rules;
    this.model = model;
    this.frozen = frozen;
  }

  /** A gate that wants each rule proved, by a negative test where the list says so, and no claim of anything else. */
  public static FreezeGate of(RuleList rules) {
    return new FreezeGate(rules, Optional.empty(), Optional.empty());
  }

  /**
   * This gate, which now also wants all of the command model proved: each command in its four aspects, each invariant
   * of Phase 7 attacked, and the document in step with the library and with the text that defines the commands.
   */
  public FreezeGate ofCommandModel(ModelDocument document) {
    return new FreezeGate(rules, Optional.of(CommandModel.ofLibrary(document)), frozen);
  }

  /** This gate, which now also wants exactly these tests with exactly these claims. */
  public FreezeGate frozenTo(FrozenTests tests) {
    return new FreezeGate(rules, model, Optional.of(tests));
  }

  /** What is proved, and every gap. */
  public FreezeReport judge(Evidence evidence) {
    var gaps = new ArrayList<Gap>();
    // So that a build in part is not taken for one without tests.
    evidence.silent().forEach(directory -> gaps.add(new Gap(Gap.Kind.NO_EVIDENCE, directory.toString(),
        "no test was recorded in " + directory + ": run all modules in one build, with tests, and give each module "
            + "aerodb-freeze-recorder in test scope")));
    unknown(evidence, gaps);
    gaps.addAll(rules.gaps(evidence));
    model.ifPresent(its -> gaps.addAll(its.gaps(rules, evidence)));
    frozen.ifPresent(tests -> gaps.addAll(tests.gaps(evidence)));
    return new FreezeReport(gaps, rules, model.map(CommandModel::commands).orElse(List.of()), evidence);
  }

  /** What is claimed must exist, however the test ended. */
  private void unknown(Evidence evidence, List<Gap> gaps) {
    List<String> known = Stream.concat(rules.claims(), model.stream().flatMap(CommandModel::claims)).toList();
    for (TestRecord test : evidence.tests()) {
      test.claims().stream().filter(claim -> !known.contains(claim)).forEach(
          claim -> gaps.add(new Gap(Gap.Kind.UNKNOWN_CLAIM, claim, test.id() + " claims '" + claim
              + "', but there is no such rule, nor such an aspect of a command: correct the annotation")));
    }
  }
}
