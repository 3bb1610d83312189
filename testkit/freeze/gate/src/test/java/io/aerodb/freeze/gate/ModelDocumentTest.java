package io.aerodb.freeze.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Covers("CM-11.2")
class ModelDocumentTest {
  private static final CommandRow FLY = new CommandRow("fly", "control", "standard", "operator", "fly");

  private final Fixture fixture = new Fixture();

  @Test
  @CoversViolation("CM-11.1")
  void a_new_command_lacks_its_row_its_audit_entry_and_its_tests() {
    fixture.library = new ClosedSet(List.of(Fixture.LOOK, Fixture.LEAP, FLY), Fixture.LIBRARY.codes(),
        Fixture.LIBRARY.invariants());

    assertThat(fixture.gaps()).containsExactly("ASPECT_MISSING fly/SUCCESS", "ASPECT_MISSING fly/VALIDATION_FAILURE",
        "ASPECT_MISSING fly/CONFIRMATION_REFUSAL", "ASPECT_MISSING fly/CRASH_SAFETY", "DOCUMENT_DIFFERS fly",
        "DOCUMENT_DIFFERS fly");
    assertThat(fixture.report().gaps()).extracting(Gap::message)
        .anyMatch(message -> message.contains("| fly | control | standard | operator | fly |"))
        .anyMatch(message -> message.contains("exactly one audit entry"));
  }

  @Test
  void a_command_that_the_library_does_not_have_is_neither_described_nor_admitted() {
    fixture.library = new ClosedSet(List.of(Fixture.LOOK), Fixture.LIBRARY.codes(), Fixture.LIBRARY.invariants());
    fixture.tests.removeIf(test -> test.method().startsWith("leaps_"));

    assertThat(fixture.frozen().gaps()).containsExactly("DOCUMENT_DIFFERS leap", "DOCUMENT_DIFFERS leap");
  }

  @ParameterizedTest
  @ValueSource(strings = {"`leap` | control", "standard", "| operator |", "`leap` |\n\n", "| us | to act",
      "2026-01-02 | us | to act"})
  void each_cell_is_compared(String part) {
    fixture.document = Fixture.DOCUMENT.replace(part, part.replaceFirst("[a-z]+|\\d+", ""));

    assertThat(fixture.gaps()).isNotEmpty().allMatch(gap -> gap.startsWith("DOCUMENT_DIFFERS "));
  }

  @Test
  void a_command_is_described_and_admitted_once() {
    fixture.document = Fixture.DOCUMENT + "| leap | 2026-01-03 | us | again |\n";

    assertThat(fixture.gaps()).containsExactly("DOCUMENT_DIFFERS leap");
  }

  @Test
  void a_row_with_another_number_of_cells_is_an_error_of_the_document() {
    assertThatThrownBy(() -> ModelDocument.parse(Fixture.DOCUMENT + "| leap | 2026-01-03 | us |\n"))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("leap");
  }

  @Test
  void the_librarys_own_commands_are_the_ten() {
    assertThat(ClosedSet.ofLibrary().commands()).hasSize(10)
        .contains(new CommandRow("force_promotion", "control", "override", "operator", "forcePromotion"),
            new CommandRow("inspect_node", "inspection", "none", "observer, operator", "inspectNode"));
  }
}
