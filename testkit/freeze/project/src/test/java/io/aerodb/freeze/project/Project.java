package io.aerodb.freeze.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.freeze.gate.Evidence;
import io.aerodb.freeze.gate.FreezeGate;
import io.aerodb.freeze.gate.FrozenTests;
import io.aerodb.freeze.gate.ModelDocument;
import io.aerodb.freeze.gate.RuleList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** This project's rules, its gate, and what its tests recorded in this build. */
final class Project {
  private static final List<String> MODULES =
      List.of("kernel-spi", "audit-spi", "core", "testkit", "testkit/freeze/gate", "examples/console");

  private Project() {}

  static RuleList rules() {
    return RuleList.parse(resource("rules.txt")).untestable(resource("untestable.txt"));
  }

  /** All that is wanted of any build, whichever tests prove it. */
  static FreezeGate gate() {
    return FreezeGate.of(rules()).ofCommandModel(ModelDocument.parse(resource("command-model.md")));
  }

  static FrozenTests frozen() {
    return FrozenTests.parse(resource("frozen-tests.txt"));
  }

  static Evidence evidence() {
    String run = System.getProperty("aerodb.freeze.run");
    assertThat(run).as("set by the build").isNotNull();
    List<Path> proofs =
        MODULES.stream().map(module -> Path.of("..", "..", "..", module, "target", "freeze", run).normalize()).toList();
    try {
      return Evidence.read(proofs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (var in = Project.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
