package io.aerodb.freeze.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether the tests of a build prove all that must be proved (CM-12.2). It looks at evidence only: it runs no test.
 *
 * <p>A host that wants this for its own adapter or log writes a list of its rules, puts {@code @Covers} and {@code @CoversViolation} on its tests,
 * takes {@code aerodb-freeze-recorder} into test scope, and gives its test runs the system property {@code aerodb.freeze.dir}, a directory
 * that is new for each build. Then, in a second test run:
 *
 * <pre>
 * {@literal @}Test
 * void our_adapter_is_proved() throws IOException {
 *   FreezeReport report = FreezeGate.of(RuleList.parse(Files.readString(rules))).judge(Evidence.read(List.of(proofs)));
 *   report.writeTo(Path.of("target/freeze"));
 *   report.requireNoGap();
 * }
 * </pre>
 *
 * @since 0.1
 */
public final class FreezeGate {
  private final RuleList rules;
  private final @Nullable ClosedSet library;
  private final @Nullable ModelDocument document;
  private final @Nullable FrozenTests frozen;

  private FreezeGate(RuleList rules, @Nullable ClosedSet library, @Nullable ModelDocument document,
      @Nullable FrozenTests frozen) {
    this.rules = rules;
    this.library = library;
    this.document = document;
    this.frozen = frozen;
  }

  /** A gate that wants each rule proved, each that says so attacked, and no claim of anything else. */
  public static FreezeGate of(RuleList rules) {
    return new FreezeGate(rules, null, null, null);
  }

  /**
   * This gate, which now also wants all of the command model proved: each command in its four aspects, each error code produced, each
   * invariant of Phase 7 attacked, and the document in step with the library.
   */
  public FreezeGate ofCommandModel(ModelDocument its) {
    return ofCommandModel(ClosedSet.ofLibrary(), its);
  }

  FreezeGate ofCommandModel(ClosedSet closedSet, ModelDocument its) {
    return new FreezeGate(rules, closedSet, its, frozen);
  }

  /** This gate, which now also wants exactly these tests with exactly these claims. */
  public FreezeGate frozenTo(FrozenTests tests) {
    return new FreezeGate(rules, library, document, tests);
  }

  /** What is proved, and every gap. */
  public FreezeReport judge(Evidence evidence) {
    var gaps = new ArrayList<Gap>(RecorderCheck.gaps(evidence));
    gaps.addAll(new ClaimCheck(rules, Optional.ofNullable(library)).gaps(evidence));
    gaps.addAll(new RuleCheck(rules).gaps(evidence));
    if (library != null && document != null) {
      gaps.addAll(new ModelCheck(library, rules).gaps(evidence));
      gaps.addAll(new DocumentCheck(library, document).gaps());
    }
    if (frozen != null) {
      gaps.addAll(FrozenCheck.gaps(frozen, evidence));
    }
    List<Table> matrix = new Matrix(rules, Optional.ofNullable(library), evidence).tables();
    return new FreezeReport(gaps, matrix, FrozenTests.of(evidence));
  }
}
