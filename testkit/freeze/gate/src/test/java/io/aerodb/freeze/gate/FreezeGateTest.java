package io.aerodb.freeze.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.freeze.claims.Aspect;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.freeze.claims.TestEnding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreezeGateTest {
  private final Fixture fixture = new Fixture();

  @Test
  @Covers({"CM-11.2", "CM-12.1", "CM-12.2"})
  void it_finds_no_gap_where_everything_is_proved() {
    assertThat(fixture.gaps()).isEmpty();
    assertThatCode(fixture.report()::requireNoGap).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(Aspect.class)
  @CoversViolation({"CM-12.1", "CM-12.2"})
  void it_names_an_aspect_that_no_test_proves_and_where_to_claim_it(Aspect aspect) {
    fixture.without("leaps_" + aspect).frozen();

    assertThat(fixture.gaps()).containsExactly("ASPECT_MISSING leap/" + aspect);
    assertThatThrownBy(fixture.report()::requireNoGap).isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("1 gaps", "@Covers(command = \"leap\", aspect = Aspect." + aspect + ")");
  }

  @ParameterizedTest
  @EnumSource(value = TestEnding.class, mode = EnumSource.Mode.EXCLUDE, names = "PASSED")
  @CoversViolation("CM-12.2")
  void it_counts_no_test_that_did_not_pass_and_names_it(TestEnding ending) {
    fixture.ending("positive", ending).frozen();

    assertThat(fixture.gaps()).containsExactly("RULE_UNPROVED CM-1");
    assertThat(fixture.message()).contains("@Covers(\"CM-1\")", "not counted: io.example.ATest#positive " + ending);
  }

  @Test
  @CoversViolation("CM-12.2")
  void it_wants_a_negative_test_where_the_list_says_so() {
    assertThat(fixture.without("positive").add("negative", "!CM-1").frozen().gaps()).isEmpty();
    assertThat(fixture.without("attack").frozen().gaps()).containsExactly("RULE_UNPROVED CM-2");
    assertThat(fixture.add("tame", "CM-2").frozen().gaps()).containsExactly("RULE_NOT_ATTACKED CM-2");
    assertThat(fixture.message()).contains("@CoversViolation(\"CM-2\")");
  }

  @Test
  void it_wants_each_invariant_listed_as_a_rule_to_attack_and_no_other() {
    fixture.rules = Fixture.RULES.replace("P7-A1 !", "P7-A1");
    assertThat(fixture.gaps()).containsExactly("INVARIANT_NOT_LISTED P7-A1");

    fixture.rules = Fixture.RULES + "P7-Z9 ! none of the library's\n";
    assertThat(fixture.add("invented", "!P7-Z9").frozen().gaps()).containsExactly("INVARIANT_NOT_LISTED P7-Z9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CM-99", "!CM-99", "", "jump/SUCCESS", "leap/", "leap/SPEED", "/SUCCESS"})
  void it_names_a_claim_of_what_does_not_exist_however_its_test_ended(String claim) {
    assertThat(fixture.add("wrong", claim).frozen().gaps()).containsExactly("UNKNOWN_CLAIM " + claim);
    assertThat(fixture.ending("wrong", TestEnding.SKIPPED).frozen().message()).contains("io.example.ATest#wrong");
  }

  @Test
  @Covers("CM-11.2")
  @CoversViolation("CM-11.1")
  void it_misses_the_section_the_audit_and_the_tests_of_a_new_command() {
    fixture.commands = List.of(Fixture.LOOK, Fixture.LEAP, Fixture.row("fly", "control", "standard", "operator"));
    fixture.document += "| command | class |\n|---|---|\n| `fly` | control |\n";

    assertThat(fixture.gaps()).containsExactly("ASPECT_MISSING fly/SUCCESS", "ASPECT_MISSING fly/VALIDATION_FAILURE",
        "ASPECT_MISSING fly/CONFIRMATION_REFUSAL", "ASPECT_MISSING fly/CRASH_SAFETY", "DOCUMENT_DIFFERS fly",
        "PRECONDITIONS_MISSING fly", "FAILURE_SEMANTICS_MISSING fly", "NOT_AUDITED fly");
    assertThatThrownBy(fixture.report()::requireNoGap).hasMessageContainingAll("must say {authority=operator, "
        + "class=control, confirmation=standard, kernel action=fly} in a section '### fly'", "a table is not read",
        "'- precondition: …'", "'- failure semantics: …'", "'- why: …' and '- against: model.txt, SHA-256 36cc");
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"DOCUMENT_DIFFERS; control; inspection", "DOCUMENT_DIFFERS; standard; none",
      "DOCUMENT_DIFFERS; authority: operator; authority: observer", "DOCUMENT_DIFFERS; action: `leap`; action: `jump`",
      "DOCUMENT_DIFFERS; - class; - kind", "DOCUMENT_DIFFERS; - by; '- class: control\n- by'",
      "DOCUMENT_DIFFERS; ## Notes; ### `fly`",
      "PRECONDITIONS_MISSING; it can; ''", "PRECONDITIONS_MISSING; - precondition; - wish",
      "FAILURE_SEMANTICS_MISSING; nothing happens; ''", "FAILURE_SEMANTICS_MISSING; - failure; - loss",
      "NOT_AUDITED; 2026-01-02; lately", "NOT_AUDITED; - audited; - admitted", "NOT_AUDITED; by: us; by:",
      "NOT_AUDITED; - why; - where", "NOT_AUDITED; - against; - with", "NOT_AUDITED; model.txt; other.txt",
      "NOT_AUDITED; 36cc; 36cd"})
  @Covers("CM-11.2")
  void it_compares_each_section_and_item_of_the_document(Gap.Kind kind, String part, String other) {
    fixture.document = Fixture.DOCUMENT.replace(part, other);

    assertThat(fixture.report().gaps()).isNotEmpty().extracting(Gap::kind).containsOnly(kind);
  }

  @Test
  @Covers("CM-11.2")
  void it_names_each_audit_that_another_text_has_made_stale() {
    fixture.authority = "the model, changed";

    assertThat(fixture.gaps()).containsExactly("NOT_AUDITED look", "NOT_AUDITED leap");
    assertThat(fixture.report().gaps().getFirst().message()).contains("look: ", "is audited against 'model.txt, SHA-256"
        + " 36cc7e3d6f6200756c81e18470827e9dac1c602fcd87761cbb0b8f015611c098'", "'- against: model.txt, SHA-256 ");
  }

  @Test
  @CoversViolation("CM-12.2")
  void a_host_judges_its_own_rules_without_the_command_model(@TempDir Path proofs) throws IOException {
    Files.writeString(proofs.resolve("1.tsv"), "PASSED\ta.B\tc\tOURS-1\n");
    RuleList rules = RuleList.parse("OURS-1 ours\nOURS-2 too");

    FreezeReport report = FreezeGate.of(rules).judge(Evidence.read(List.of(proofs, proofs.resolve("missing"))));

    assertThat(report.gaps()).extracting(Gap::kind).containsExactly(Gap.Kind.NO_EVIDENCE, Gap.Kind.RULE_UNPROVED);
    assertThat(report.gaps()).extracting(Gap::subject).containsExactly(proofs + "/missing", "OURS-2");
  }

  @Test
  void it_writes_the_matrix_and_the_present_list(@TempDir Path directory) throws IOException {
    fixture.without("leaps_SUCCESS").add("b", "CM-1").add("c", "CM-1").add("d", "CM-1").frozen();

    fixture.report().writeTo(directory.resolve("freeze"));

    assertThat(directory.resolve("freeze/matrix.md")).content().contains("1 gaps\n\n- ASPECT_MISSING ",
        "| command | SUCCESS | VALIDATION_FAILURE | CONFIRMATION_REFUSAL | CRASH_SAFETY |\n|---|---|---|---|---|\n",
        "| leap |  | 1: ATest#leaps_VALIDATION_FAILURE |", "| CM-2 | one that is attacked |  | 1: ATest#attack |",
        "| CM-1 | a positive one | 4: ATest#positive, ATest#b, ATest#c, … |  |");
    assertThat(FrozenTests.parse(Files.readString(directory.resolve("freeze/frozen-tests.txt"))))
        .isEqualTo(FrozenTests.of(fixture.evidence()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CM-1", "CM-1 !", "CM-1 a\nCM-1 b", "C_1 a"})
  void a_rule_list_is_refused_with_the_line_that_is_none(String list) {
    assertThatThrownBy(() -> RuleList.parse(list)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(list.substring(0, list.indexOf('1') + 1));
  }
}
