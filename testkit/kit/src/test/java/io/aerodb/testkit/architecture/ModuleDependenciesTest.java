package io.aerodb.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may import whom, across modules. Within core the packages have their own test. */
class ModuleDependenciesTest {
  private static final JavaClasses AERODB =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.aerodb");

  @Test
  void the_kernel_spi_depends_on_the_jdk_alone() {
    classes().that().resideInAPackage("io.aerodb.kernel..").should().onlyDependOnClassesThat()
        .resideInAnyPackage("io.aerodb.kernel..", "java..", "org.jspecify..", "org.immutables..")
        .because("an adapter to a kernel must be able to live without the command model").check(AERODB);
  }

  @Test
  void the_audit_spi_depends_on_the_jdk_a_json_reader_and_a_logging_facade() {
    classes().that().resideInAPackage("io.aerodb.audit..").should().onlyDependOnClassesThat()
        .resideInAnyPackage("io.aerodb.audit..", "java..", "org.jspecify..", "org.immutables..", "org.slf4j..",
            "tools.jackson.core..")
        .because("a log knows no command and no kernel").check(AERODB);
  }

  @Test
  void core_never_reaches_into_the_test_kit_or_a_backend() {
    noClasses().that().resideInAPackage("io.aerodb.command..").should().dependOnClassesThat()
        .resideInAnyPackage("io.aerodb.testkit..", "io.aerodb.sim..", "io.aerodb.audit.journal..",
            "io.aerodb.audit.judge..",
            "tools.jackson..")
        .because("core runs on any kernel and any log").check(AERODB);
  }

  @Test
  void the_simulated_kernel_knows_the_kernel_spi_alone() {
    classes().that().resideInAPackage("io.aerodb.sim..").should().onlyDependOnClassesThat()
        .resideInAnyPackage("io.aerodb.sim..", "io.aerodb.kernel..", "java..", "org.jspecify..")
        .because("it is the reference of what an adapter needs").check(AERODB);
  }

  @Test
  void a_log_never_refers_to_a_kernel() {
    noClasses().that().resideInAPackage("io.aerodb.audit..").should().dependOnClassesThat()
        .resideInAPackage("io.aerodb.kernel..")
        .because("its writer thread must have no way to mutate one (P7-S1)").check(AERODB);
  }
}
