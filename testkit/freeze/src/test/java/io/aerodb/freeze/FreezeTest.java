package io.aerodb.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.testkit.freeze.Evidence;
import io.aerodb.testkit.freeze.FreezeGate;
import io.aerodb.testkit.freeze.FreezeReport;
import io.aerodb.testkit.freeze.FrozenTests;
import io.aerodb.testkit.freeze.ModelDocument;
import io.aerodb.testkit.freeze.RuleList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The last step of the build: what the tests of all modules proved in it. */
class FreezeTest {
  private static final List<String> MODULES =
      List.of("kernel-spi", "audit-spi", "core", "testkit", "examples/console");

  @Test
  void all_that_must_be_proved_is_proved_by_a_test_that_passed_in_this_build() throws IOException {
    RuleList rules = RuleList.parse(resource("rules.txt")).untestable(resource("untestable.txt"));
    FreezeGate gate = FreezeGate.of(rules)
        .ofCommandModel(ModelDocument.parse(resource("command-model.md")))
        .frozenTo(FrozenTests.parse(resource("frozen-tests.txt")));

    FreezeReport report = gate.judge(Evidence.read(proofs()));

    report.writeTo(Path.of("target", "freeze"));
    report.requireNoGap();
  }

  @Test
  void the_rules_stand_in_the_list_in_words() throws IOException {
    assertThat(RuleList.parse(resource("rules.txt")).rules()).hasSizeGreaterThan(100)
        .allMatch(rule -> rule.text().endsWith("."));
  }

  private static List<Path> proofs() {
    String run = System.getProperty("aerodb.freeze.run");
    assertThat(run).as("set by the build").isNotNull();
    return MODULES.stream().map(module -> Path.of("..", "..", module, "target", "freeze", run).normalize()).toList();
  }

  private static String resource(String name) throws IOException {
    try (var in = FreezeTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
