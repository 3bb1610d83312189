package io.aerodb.freeze.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.freeze.gate.FreezeReport;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The last step of the build: what the tests of all modules proved in it. */
class FreezeTest {
  @Test
  void all_that_must_be_proved_is_proved_by_a_test_that_passed_in_this_build() throws IOException {
    FreezeReport report = Project.gate().frozenTo(Project.frozen()).judge(Project.evidence());

    report.writeTo(Path.of("target", "freeze"));
    report.requireNoGap();
  }

  @Test
  void the_rules_stand_in_the_list_in_words() {
    assertThat(Project.rules().rules()).hasSizeGreaterThan(100).allMatch(rule -> rule.text().endsWith("."));
  }
}
