package io.aerodb.command.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.UnresolvedRequest;
import io.aerodb.command.ControlCommand;
import io.aerodb.command.Reason;
import io.aerodb.command.RequestPromotion;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.ErrorDomain;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.RequestResolution;
import io.aerodb.kernel.Reversibility;
import io.aerodb.kernel.Verdict;
import io.aerodb.kernel.WritesAtRisk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Proves CM-6.1b to d, CM-6.3b, CM-7.2, CM-7.4, P7-E3: the kernel's checks alone decide what is proposed. */
@Label("CM-6.1b CM-6.1c CM-6.1d CM-6.3b CM-7.2 CM-7.4 P7-E3")
class JudgementTest {
  private static final List<String> INVARIANTS = List.of("P6-A1", "P6-A3", "P6-S1", "P6-S2", "P6-S3", "P5-I16");

  /** Any checks: several on one invariant, required ones missing, each verdict, overridable or not. */
  @Provide
  Arbitrary<List<Finding>> findings() {
    Arbitrary<Finding> one = Combinators.combine(Arbitraries.of(INVARIANTS), Arbitraries.of(Verdict.class),
        Arbitraries.of(true, false), Arbitraries.integers().between(0, 3)).as(JudgementTest::finding);
    return one.list().ofMinSize(1).ofMaxSize(8).uniqueElements(Finding::code).withoutEdgeCases();
  }

  /** Mostly what a promotion needs, so that satisfied and overridable sets are not rare. */
  @Provide
  Arbitrary<List<Finding>> complete() {
    return Arbitraries.of(Verdict.class).list().ofSize(4).flatMap(verdicts -> Arbitraries.of(true, true, true, false)
        .list().ofSize(4).map(overridable -> {
          var found = new ArrayList<Finding>();
          for (int i = 0; i < 4; i++) {
            found.add(finding(INVARIANTS.get(i), verdicts.get(i), overridable.get(i), 0));
          }
          return found;
        }));
  }

  @Provide
  Arbitrary<Set<String>> overrides() {
    return Arbitraries.of(INVARIANTS).set().ofMinSize(1).ofMaxSize(4);
  }

  private static Finding finding(String invariant, Verdict verdict, boolean overridable, int number) {
    return Finding.builder().code("AERO_" + invariant + "_" + number).invariant(new InvariantId(invariant))
        .verdict(verdict).expected("it holds").observed("it was looked at").missingEvidence("").consequence("loss")
        .writesAtRisk(new WritesAtRisk.None())
        .reversibility(Reversibility.IRREVERSIBLE)
        .overridable(overridable && verdict != Verdict.SATISFIED).build();
  }

  private static Judgement judge(ControlCommand command, List<Finding> findings) {
    Assessment assessment =
        SampleCluster.assessmentBuilder(command.transition(), command.node()).addAllFindings(findings).build();
    return Judgement.of(command, assessment, List.of());
  }

  @Property(tries = 500)
  @CoversViolation({"CM-6.1b", "CM-6.1c", "CM-6.1d"})
  void a_promotion_is_proposed_exactly_if_every_check_is_there_and_satisfied(@ForAll("findings") List<Finding> some,
      @ForAll("complete") List<Finding> complete) {
    for (List<Finding> findings : List.of(some, complete)) {
      boolean all = findings.stream().allMatch(f -> f.verdict() == Verdict.SATISFIED);
      boolean required = Judgement.REQUIRED.stream()
          .allMatch(id -> findings.stream().anyMatch(f -> f.invariant().equals(id)));

      assertThat(judge(PlaneFixture.PROMOTION, findings).refusals().isEmpty()).isEqualTo(all && required);
    }
  }

  @Property(tries = 200)
  @CoversViolation("CM-7.4")
  void a_demotion_is_proposed_exactly_if_every_check_is_satisfied(@ForAll("findings") List<Finding> findings) {
    boolean all = findings.stream().allMatch(f -> f.verdict() == Verdict.SATISFIED);

    assertThat(judge(PlaneFixture.DEMOTION, findings).refusals().isEmpty()).isEqualTo(all);
  }

  @Property(tries = 500)
  @Covers("CM-7.2")
  void every_check_that_is_not_satisfied_is_told_with_its_evidence(@ForAll("findings") List<Finding> findings) {
    List<CommandError> refusals = judge(PlaneFixture.PROMOTION, findings).refusals();

    for (Finding finding : findings) {
      assertThat(refusals.stream().filter(e -> e.wireCode().equals(finding.code()))).hasSize(
          finding.verdict() == Verdict.SATISFIED ? 0 : 1);
    }
    assertThat(refusals).allSatisfy(e -> {
      assertThat(e.invariants()).isNotEmpty();
      assertThat(e.details()).hasSize(1);
      assertThat(e.details().getFirst().expected()).isNotEmpty();
    });
  }

  @Property(tries = 1000)
  @CoversViolation("CM-6.3b")
  void a_force_is_proposed_exactly_if_it_names_what_fails_and_all_of_it_is_overridable(
      @ForAll("complete") List<Finding> complete, @ForAll("findings") List<Finding> some,
      @ForAll("overrides") Set<String> overrides) {
    for (List<Finding> findings : List.of(complete, some)) {
      List<Finding> unsatisfied = findings.stream().filter(f -> f.verdict() != Verdict.SATISFIED).toList();
      boolean required = Judgement.REQUIRED.stream()
          .allMatch(id -> findings.stream().anyMatch(f -> f.invariant().equals(id)));
      Set<String> needed = unsatisfied.stream().map(f -> f.invariant().value()).collect(Collectors.toSet());
      boolean exact = required && !needed.isEmpty() && unsatisfied.stream().allMatch(Finding::overridable);

      assertThat(proposes(findings, overrides)).isEqualTo(exact && needed.equals(overrides));
      assertThat(needed.isEmpty() || proposes(findings, needed) == exact).isTrue();
    }
  }

  private static boolean proposes(List<Finding> findings, Set<String> overrides) {
    var command = PlaneFixture.force(overrides.toArray(String[]::new));
    return judge(command, findings).refusals().isEmpty();
  }

  @Example
  void a_check_that_the_kernel_did_not_make_counts_as_unprovable_and_not_overridable() {
    List<Finding> only = List.of(SampleCluster.finding("P6-A1", Verdict.UNPROVABLE));

    assertThat(codes(judge(PlaneFixture.PROMOTION, only))).containsExactlyInAnyOrder(ErrorCode.KERNEL_REJECTED,
        ErrorCode.REQUIRED_CHECK_MISSING, ErrorCode.REQUIRED_CHECK_MISSING, ErrorCode.REQUIRED_CHECK_MISSING);
    assertThat(codes(judge(PlaneFixture.force("P6-A1", "P6-A3", "P6-S1", "P6-S2"), only)))
        .contains(ErrorCode.OVERRIDE_NOT_POSSIBLE, ErrorCode.REQUIRED_CHECK_MISSING);
  }

  @Example
  @CoversViolation("CM-6.3b")
  void beside_a_visibly_writable_primary_there_is_no_force() {
    var writable = SampleCluster.findingBuilder("P6-A1", Verdict.VIOLATED).overridable(false).build();

    Judgement judgement = judge(PlaneFixture.force("P6-A1"), SampleCluster.findings(writable));

    assertThat(codes(judgement)).containsExactlyInAnyOrder(ErrorCode.KERNEL_REJECTED, ErrorCode.OVERRIDE_NOT_POSSIBLE);
    assertThat(judgement.refusals()).filteredOn(e -> e.domain() == ErrorDomain.KERNEL_REJECTION).singleElement()
        .satisfies(e -> assertThat(e.wireCode()).isEqualTo("AERO_P6_A1"));
  }

  @Example
  void a_force_with_nothing_to_override_or_too_much_is_refused() {
    assertThat(codes(judge(PlaneFixture.force("P6-A1"), SampleCluster.findings())))
        .containsExactly(ErrorCode.NOTHING_TO_OVERRIDE);
    assertThat(codes(judge(PlaneFixture.force("P6-A1", "P6-S1"),
        SampleCluster.findings(SampleCluster.finding("P6-A1", Verdict.UNPROVABLE)))))
        .containsExactly(ErrorCode.OVERRIDES_NOT_EXACT);
    assertThat(
        codes(
            judge(PlaneFixture.force("P6-A1"),
                SampleCluster.findings(SampleCluster.finding("P6-A1", Verdict.UNPROVABLE),
                    SampleCluster.finding("P6-S1", Verdict.UNPROVABLE)))))
        .containsExactly(ErrorCode.OVERRIDES_NOT_EXACT);
  }

  @Example
  @CoversViolation("CM-9.2")
  void what_the_kernel_can_not_settle_is_asked_and_the_same_target_alone_is_doubted() {
    UnresolvedRequest same = SampleCluster.unresolved("r-same", PlaneFixture.PROMOTION);
    UnresolvedRequest other =
        SampleCluster.unresolved("r-other", new RequestPromotion(SampleCluster.N3, new Reason("n2")));
    UnresolvedRequest known = SampleCluster.unresolved("r-known", PlaneFixture.PROMOTION);
    Assessment.Builder reading = SampleCluster.assessmentBuilder(PlaneFixture.PROMOTION.transition(), SampleCluster.N2)
        .addAllFindings(SampleCluster.findings()).putSettled("r-known", RequestResolution.NOT_EXECUTED);

    Judgement judgement = Judgement.of(PlaneFixture.PROMOTION, reading.build(), List.of(same, other, known));

    assertThat(judgement.unsettled()).containsExactly("r-same", "r-other");
    assertThat(judgement.unsatisfied()).extracting(check -> check.finding().code())
        .containsExactly("TARGET_UNRESOLVED.r-same");
  }

  @Example
  @CoversViolation({"ER-8", "P7-A3"})
  void an_error_never_says_that_something_could_be_overridden_unless_a_force_asked() {
    Judgement judgement =
        judge(PlaneFixture.PROMOTION, SampleCluster.findings(SampleCluster.finding("P6-A1", Verdict.UNPROVABLE)));

    assertThat(judgement.refusals()).allSatisfy(e -> assertThat(e.text().toLowerCase(Locale.ROOT))
        .doesNotContain("overrid", "force"));
  }

  private static List<ErrorCode> codes(Judgement judgement) {
    return judgement.refusals().stream().map(CommandError::code).toList();
  }

  @Example
  @CoversViolation("P7-D2")
  void the_same_checks_in_another_order_of_overrides_decide_alike() {
    var ids = new TreeSet<>(Set.of("P6-S1", "P6-A1"));

    assertThat(proposes(SampleCluster.findings(SampleCluster.finding("P6-A1", Verdict.UNPROVABLE),
        SampleCluster.finding("P6-S1", Verdict.UNPROVABLE)), ids.descendingSet())).isTrue();
  }
}
