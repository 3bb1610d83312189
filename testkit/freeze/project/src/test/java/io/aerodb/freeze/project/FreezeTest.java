package io.aerodb.freeze.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.freeze.gate.Evidence;
import io.aerodb.freeze.gate.FreezeGate;
import io.aerodb.freeze.gate.FreezeReport;
import io.aerodb.freeze.gate.FrozenTests;
import io.aerodb.freeze.gate.ModelDocument;
import io.aerodb.freeze.gate.RuleList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The last step of the build: the freeze gate judges what the tests of all modules proved in it. */
class FreezeTest {
  private static final List<String> MODULES =
      List.of("kernel-spi", "audit-spi", "core", "testkit/sim", "testkit/kit", "testkit/freeze/gate",
          "examples/console");

  private static final String AUTHORITY = "phase7-command-model.txt";

  @Test
  void tests_that_passed_in_this_build_prove_all_that_must_be_proved() throws IOException {
    FreezeReport report = FreezeGate.of(RuleList.parse(text("rules.txt")))
        .ofCommandModel(ModelDocument.parse(text("command-model.md"), AUTHORITY, resource(AUTHORITY)))
        .frozenTo(FrozenTests.parse(text("frozen-tests.txt"))).judge(evidence());

    report.writeTo(Path.of("target", "freeze"));
    report.requireNoGap();
  }

  private static Evidence evidence() throws IOException {
    String run = System.getProperty("aerodb.freeze.run");
    assertThat(run).as("set by the build").isNotNull();
    return Evidence.read(MODULES.stream()
        .map(module -> Path.of("..", "..", "..", module, "target", "freeze", run).normalize()).toList());
  }

  private static String text(String name) throws IOException {
    return new String(resource(name), UTF_8);
  }

  private static byte[] resource(String name) throws IOException {
    try (var in = FreezeTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return in.readAllBytes();
    }
  }
}
