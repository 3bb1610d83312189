package io.aerodb.freeze.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.CommandType;
import io.aerodb.freeze.claims.Aspect;
import io.aerodb.freeze.gate.Evidence;
import io.aerodb.freeze.gate.FreezeGate;
import io.aerodb.freeze.gate.Gap;
import io.aerodb.freeze.gate.Rule;
import io.aerodb.freeze.gate.TestRecord;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What this build proved, with one thing less each time: every test, every claim, every proof of an aspect, of a rule and of
 * an invariant is missed, and by its name.
 */
class TakenAwayTest {
  private static final Evidence EVIDENCE = Project.evidence();
  private static final FreezeGate GATE = Project.gate();
  private static final FreezeGate FROZEN = Project.gate().frozenTo(Project.frozen());

  @Test
  void a_test_that_is_deleted_is_named() {
    claiming().parallel().forEach(test -> assertThat(gaps(FROZEN, without(test)))
        .as("without %s", test.id()).anySatisfy(gap -> assertThat(gap.message()).contains(test.id(), "is gone")));
  }

  @Test
  void a_claim_that_is_removed_is_named() {
    claiming().parallel().forEach(test -> test.claims().forEach(claim -> {
      Evidence less = with(each -> each.equals(test) ? claiming(test, less(test.claims(), claim)) : each);
      assertThat(gaps(FROZEN, less)).as("%s without %s", test.id(), claim)
          .anySatisfy(gap -> assertThat(gap.message()).contains(test.id(), claim));
    }));
  }

  @ParameterizedTest
  @EnumSource(Aspect.class)
  void an_aspect_of_a_command_that_no_test_proves_any_more_is_named(Aspect aspect) {
    for (CommandType command : CommandType.values()) {
      String claim = command.wireName() + "/" + aspect;

      assertThat(gaps(GATE, nobodyClaims(claim))).as(claim)
          .anySatisfy(gap -> assertThat(gap).returns(Gap.Kind.ASPECT_MISSING, Gap::kind).returns(claim, Gap::subject));
    }
  }

  @Test
  void a_rule_that_no_test_proves_any_more_is_named() {
    assertThat(testable()).hasSizeGreaterThan(100).allSatisfy(rule -> assertThat(
        gaps(GATE, nobodyClaims(rule.id(), "!" + rule.id()))).anySatisfy(
            gap -> assertThat(gap).returns(Gap.Kind.RULE_UNPROVED, Gap::kind).returns(rule.id(), Gap::subject)));
  }

  @Test
  void a_rule_that_no_test_attacks_any_more_is_named() {
    List<Rule> attacked = testable().stream().filter(Rule::attacked).toList();

    assertThat(attacked).hasSizeGreaterThan(15).allSatisfy(rule -> assertThat(gaps(GATE, nobodyClaims("!" + rule.id())))
        .anySatisfy(gap -> assertThat(gap.subject()).isEqualTo(rule.id())));
  }

  private static List<Rule> testable() {
    return Project.rules().rules().stream()
        .filter(rule -> !Project.rules().untestable().containsKey(rule.id())).toList();
  }

  private static Stream<TestRecord> claiming() {
    return EVIDENCE.tests().stream().filter(test -> !test.claims().isEmpty());
  }

  private static List<Gap> gaps(FreezeGate gate, Evidence evidence) {
    return gate.judge(evidence).gaps();
  }

  private static Evidence nobodyClaims(String... claims) {
    return with(test -> claiming(test, less(test.claims(), claims)));
  }

  private static Evidence without(TestRecord gone) {
    return new Evidence(EVIDENCE.tests().stream().filter(test -> !test.equals(gone)).toList(), EVIDENCE.troubles(),
        EVIDENCE.silent());
  }

  private static Evidence with(UnaryOperator<TestRecord> change) {
    return new Evidence(EVIDENCE.tests().stream().map(change).toList(), EVIDENCE.troubles(), EVIDENCE.silent());
  }

  private static TestRecord claiming(TestRecord test, SortedSet<String> claims) {
    return new TestRecord(test.className(), test.method(), test.name(), test.ending(), claims, test.codes());
  }

  private static SortedSet<String> less(SortedSet<String> claims, String... taken) {
    var less = new TreeSet<>(claims);
    less.removeAll(Arrays.asList(taken));
    return less;
  }
}
