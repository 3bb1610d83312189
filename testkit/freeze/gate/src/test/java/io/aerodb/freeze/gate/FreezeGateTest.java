package io.aerodb.freeze.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.freeze.claims.Aspect;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreezeGateTest {
  private final Fixture fixture = new Fixture();

  @Test
  @Covers({"CM-12.1", "CM-12.2"})
  void a_set_that_is_proved_in_full_has_no_gap() {
    assertThat(fixture.gaps()).isEmpty();
    assertThatCode(fixture.report()::requireNoGap).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(Aspect.class)
  @CoversViolation({"CM-12.1", "CM-12.2"})
  void a_command_that_lacks_an_aspect_is_named_with_it_and_with_the_place_of_the_claim(Aspect aspect) {
    FreezeReport report = fixture.without("leaps_" + aspect).frozen().report();

    assertThat(report.gaps()).singleElement().satisfies(gap -> {
      assertThat(gap.kind()).isEqualTo(Gap.Kind.ASPECT_MISSING);
      assertThat(gap.subject()).isEqualTo("leap/" + aspect);
      assertThat(gap.message()).contains("@Covers(command = \"leap\", aspect = Aspect." + aspect + ")");
    });
    assertThatThrownBy(report::requireNoGap).isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("1 gaps", "leap", aspect.name());
  }

  @Test
  void a_command_without_confirmation_needs_a_test_that_none_is_asked_for() {
    FreezeReport report = fixture.without("looks_CONFIRMATION_REFUSAL").frozen().report();

    assertThat(report.gaps()).singleElement().extracting(Gap::message).asString()
        .contains("sees no confirmation asked for");
  }

  @ParameterizedTest
  @EnumSource(value = Ending.class, mode = EnumSource.Mode.EXCLUDE, names = "PASSED")
  @CoversViolation("CM-12.2")
  void a_test_that_did_not_pass_proves_nothing_and_is_named(Ending ending) {
    FreezeReport report = fixture.ending("positive", ending).frozen().report();

    assertThat(report.gaps()).singleElement().satisfies(gap -> {
      assertThat(gap.kind()).isEqualTo(Gap.Kind.RULE_UNPROVED);
      assertThat(gap.message()).contains("CM-1", "@Covers(\"CM-1\")",
          "not counted: io.example.ATest#positive " + ending);
    });
  }

  @Test
  @CoversViolation("CM-12.2")
  void a_rule_that_must_be_attacked_needs_a_negative_test() {
    assertThat(fixture.claiming("attack", "CM-2").frozen().gaps()).containsExactly("RULE_NOT_ATTACKED CM-2");
    assertThat(fixture.without("attack").frozen().gaps()).containsExactly("RULE_UNPROVED CM-2");
    assertThat(fixture.report().gaps()).singleElement().extracting(Gap::message).asString()
        .contains("@CoversViolation(\"CM-2\")");
  }

  @Test
  void a_negative_test_alone_proves_a_rule() {
    assertThat(fixture.claiming("positive", "!CM-1").frozen().gaps()).isEmpty();
  }

  @Test
  void an_error_code_counts_only_where_a_test_that_passed_saw_it() {
    assertThat(fixture.ending("codes", Ending.FAILED).gaps())
        .containsExactly("CODE_NEVER_PRODUCED NO_SUCH", "CODE_NEVER_PRODUCED TOO_LATE");
  }

  @Test
  void an_invariant_must_be_a_rule_that_is_attacked_and_testable() {
    fixture.rules = Fixture.RULES.replace("P7-A1 !", "P7-A1");
    assertThat(fixture.gaps()).containsExactly("INVARIANT_NOT_LISTED P7-A1");

    fixture.rules = Fixture.RULES + "P7-Z9 ! none of the library's\n";
    fixture.add("invented", "!P7-Z9");
    assertThat(fixture.frozen().gaps()).containsExactly("INVARIANT_NOT_LISTED P7-Z9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CM-99", "!CM-99", "", "jump/SUCCESS", "leap/", "leap/SPEED", "/SUCCESS"})
  void a_claim_of_what_does_not_exist_is_named_even_if_its_test_did_not_pass(String claim) {
    fixture.add("wrong", claim);

    assertThat(fixture.frozen().gaps()).containsExactly("UNKNOWN_CLAIM " + claim);
    assertThat(fixture.ending("wrong", Ending.SKIPPED).frozen().report().gaps()).singleElement()
        .extracting(Gap::message)
        .asString().contains("io.example.ATest#wrong");
  }

  @Test
  void what_is_untestable_needs_no_test_and_must_have_none() {
    fixture.untestable = "CM-1 nobody can see it";

    assertThat(fixture.gaps()).containsExactly("UNTESTABLE_WRONG CM-1");
    assertThat(fixture.without("positive").frozen().gaps()).isEmpty();

    fixture.untestable = "CM-99 is no rule";
    assertThat(fixture.gaps()).contains("UNTESTABLE_WRONG CM-99");
  }

  @Test
  @CoversViolation("CM-12.2")
  void a_build_in_part_is_told_from_one_without_tests() {
    var evidence = new Evidence(fixture.tests, List.of("agent refused"), List.of(Path.of("core/target/freeze")));

    assertThat(FreezeGate.of(RuleList.parse("")).judge(evidence).gaps().stream()
        .filter(gap -> gap.kind() == Gap.Kind.NO_EVIDENCE))
        .extracting(Gap::subject).containsExactly("core/target/freeze", "recorder");
  }

  @Test
  void a_host_judges_its_own_rules_without_the_command_model() {
    var evidence =
        new Evidence(List.of(new TestRecord("a.B", "c", "c", Ending.PASSED, Fixture.set("OURS-1"), Fixture.set())),
            List.of(), List.of());

    assertThat(FreezeGate.of(RuleList.parse("OURS-1 ours")).judge(evidence).gaps()).isEmpty();
    assertThat(FreezeGate.of(RuleList.parse("OURS-1 ours\nOURS-2 too")).judge(evidence).gaps())
        .extracting(Gap::subject).containsExactly("OURS-2");
  }
}
