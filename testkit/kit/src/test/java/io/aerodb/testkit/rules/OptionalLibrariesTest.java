package io.aerodb.testkit.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** Tests that a host which uses one part of the test kit needs the test libraries of that part alone. */
class OptionalLibrariesTest {
  private static final JavaClasses TESTKIT = new ClassFileImporter().importPath(Sources.home(CommandModelRules.class));

  @Test
  void only_the_arbitraries_need_jqwik() {
    noClasses().that().resideOutsideOfPackage("io.aerodb.testkit.arbitraries")
        .should().dependOnClassesThat().resideInAnyPackage("net.jqwik..").check(TESTKIT);
  }

  @Test
  void only_the_rules_need_archunit() {
    noClasses().that().resideOutsideOfPackage("io.aerodb.testkit.rules")
        .should().dependOnClassesThat().resideInAnyPackage("com.tngtech..").check(TESTKIT);
  }

  @Test
  void arbitraries_and_rules_need_nothing_more() {
    noClasses().that().resideInAnyPackage("io.aerodb.testkit.arbitraries", "io.aerodb.testkit.rules")
        .should().dependOnClassesThat().resideInAnyPackage("org.junit..", "org.assertj..").check(TESTKIT);
  }
}
