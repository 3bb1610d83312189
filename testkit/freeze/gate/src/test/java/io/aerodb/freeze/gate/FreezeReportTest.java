package io.aerodb.freeze.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreezeReportTest {
  private final Fixture fixture = new Fixture();

  @Test
  void the_matrix_holds_commands_rules_and_codes_with_their_tests() {
    String markdown = fixture.report().markdown();

    assertThat(markdown).contains("No gap.",
        "| command | SUCCESS | VALIDATION_FAILURE | CONFIRMATION_REFUSAL | CRASH_SAFETY |",
        "| leap | 1: ATest#leaps_SUCCESS |", "none applies: 1: ATest#looks_CONFIRMATION_REFUSAL",
        "| CM-1 | a positive one | 1: ATest#positive |  |", "| CM-2 | one that is attacked |  | 1: ATest#attack |",
        "| TOO_LATE | 1: ATest#codes |");
    assertThat(fixture.report().html())
        .contains("<p>No gap.</p>", "<details><summary>1</summary>io.example.ATest#attack</details>")
        .doesNotContain("class=\"gap\"");
  }

  @Test
  void what_is_missing_is_marked() {
    fixture.without("leaps_SUCCESS").without("attack").frozen();

    assertThat(fixture.report().markdown()).contains("2 gaps", "- **ASPECT_MISSING**", "| leap | **missing** |",
        "| CM-2 | one that is attacked | **missing** | **missing** |");
    assertThat(fixture.report().html()).contains("<td class=\"gap\">missing</td>",
        "<li class=\"gap\"><b>RULE_UNPROVED</b>");
  }

  @Test
  void what_would_be_markup_is_shown_as_it_is() {
    fixture.rules = Fixture.RULES.replace("a positive one", "a <b> | \"c\" & d");

    assertThat(fixture.report().html()).contains("a &lt;b&gt; &#124; \"c\" &amp; d");
    assertThat(fixture.report().markdown()).contains("a &lt;b&gt; &#124; \"c\" &amp; d");
  }

  @Test
  void many_tests_are_counted_and_the_first_named() {
    for (int i = 0; i < 9; i++) {
      fixture.add("more_" + i, "CM-1");
    }

    assertThat(fixture.report().markdown()).contains("| 10: ATest#positive, ATest#more_0, ATest#more_1, … |");
  }

  @Test
  void the_untestable_is_shown_with_its_reason() {
    fixture.untestable = "CM-1 nobody can see it";

    assertThat(fixture.without("positive").frozen().report().markdown())
        .contains("| CM-1 | a positive one (untestable: nobody can see it) |  |  |");
  }

  @Test
  void three_files_are_written(@TempDir Path directory) throws IOException {
    FreezeReport report = fixture.report();

    report.writeTo(directory.resolve("freeze"));

    assertThat(directory.resolve("freeze/matrix.md")).hasContent(report.markdown());
    assertThat(directory.resolve("freeze/matrix.html")).hasContent(report.html());
    assertThat(FrozenTests.parse(Files.readString(directory.resolve("freeze/frozen-tests.txt"))))
        .isEqualTo(fixture.frozen);
  }

  @Test
  void a_rule_line_that_is_none_is_named() {
    assertThatThrownBy(() -> RuleList.parse("CM-1")).hasMessageContaining("'CM-1'");
    assertThatThrownBy(() -> RuleList.parse("CM-1 !")).hasMessageContaining("'CM-1 !'");
    assertThatThrownBy(() -> RuleList.parse("CM-1 a\nCM-1 b")).hasMessageContaining("'CM-1 b'");
    assertThatThrownBy(() -> RuleList.parse("C_1 a")).hasMessageContaining("'C_1'");
    assertThatThrownBy(() -> RuleList.parse("").untestable("CM-1")).hasMessageContaining("'CM-1'");
  }
}
