package io.aerodb.freeze.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that each package imports only what lies below it, and that a class which does not is found. */
class FloorsTest {
  private static final JavaClasses HOUSE = classes("io.aerodb");

  @TempDir
  private Path directory;

  @Test
  void every_module_is_looked_at() {
    assertThat(HOUSE.stream().map(type -> type.getPackageName())).contains("io.aerodb.kernel", "io.aerodb.audit.json",
        "io.aerodb.command.session", "io.aerodb.sim.storage", "io.aerodb.testkit.simulation", "io.aerodb.freeze.gate",
        "io.aerodb.console", "io.aerodb.console.line").doesNotContain("io.aerodb.freeze.project");
  }

  @Test
  void no_package_is_part_of_a_circle() {
    Floors.NO_CIRCLE.check(HOUSE);
  }

  @Test
  void every_floor_stands_on_what_lies_below_it() {
    Floors.rules().forEach(rule -> rule.check(HOUSE));
  }

  @ParameterizedTest
  @CsvSource({
      "io.aerodb.audit.store, io.aerodb.audit.journal.FileAuditLog, audit.journal, io.aerodb.audit.store.RecordStore",
      "io.aerodb.command.error, io.aerodb.command.session.Session, command.session,",
      "io.aerodb.testkit.fault, io.aerodb.testkit.simulation.Simulation, testkit.simulation,"})
  void a_planted_circle_is_found(String from, String to, String toSlice, String backTo) throws IOException {
    plant(from, to);
    if (backTo != null) {
      plant(to.substring(0, to.lastIndexOf('.')), backTo);
    }

    String module = from.substring(0, from.lastIndexOf('.'));
    assertThat(violations(Floors.NO_CIRCLE, classes(module, Location.of(directory)))).anySatisfy(
        circle -> assertThat(circle).contains("Cycle detected", from.substring("io.aerodb.".length()), toSlice));
  }

  @ParameterizedTest
  @CsvSource({
      "io.aerodb.audit.json, io.aerodb.audit.AuditRecord",
      "io.aerodb.audit.merkle, io.aerodb.audit.AuditTrail",
      "io.aerodb.audit, io.aerodb.audit.verify.TrailVerifier",
      "io.aerodb.audit.judge, io.aerodb.audit.store.RecordStore",
      "io.aerodb.audit.store, io.aerodb.audit.journal.FileAuditLog",
      "io.aerodb.audit.journal.disk, io.aerodb.audit.AuditRecord",
      "io.aerodb.audit, io.aerodb.kernel.Kernel",
      "io.aerodb.kernel, io.aerodb.audit.AuditLog",
      "io.aerodb.command.session, io.aerodb.audit.journal.FileAuditLog",
      "io.aerodb.command, io.aerodb.sim.SimulatedKernel",
      "io.aerodb.sim, io.aerodb.command.Command",
      "io.aerodb.console.line, io.aerodb.console.print.Printer",
      "io.aerodb.console.prompt, io.aerodb.kernel.Kernel",
      "io.aerodb.console.command, io.aerodb.console.Console",
      "io.aerodb.console, io.aerodb.testkit.terminal.ScriptedOperator"})
  void a_planted_import_against_the_floors_is_found(String from, String to) throws IOException {
    plant(from, to);

    JavaClasses planted = new ClassFileImporter().importPath(directory);
    assertThat(Floors.rules().stream().flatMap(rule -> violations(rule, planted).stream()))
        .isNotEmpty().allSatisfy(found -> assertThat(found).contains("<" + from + ".Planted", to));
  }

  private static List<String> violations(ArchRule rule, JavaClasses in) {
    return rule.allowEmptyShould(true).evaluate(in).getFailureReport().getDetails();
  }

  /** Compiles a class of that package which holds one of that type. */
  private void plant(String from, String to) throws IOException {
    Path source = directory.resolve(from + "/Planted.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "package " + from + "; class Planted { " + to + " it; }");
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    int status = javac.run(null, null, null, "-proc:none", "-classpath", System.getProperty("java.class.path"), "-d",
        directory.toString(), source.toString());
    assertThat(status).isZero();
  }

  /** Main classes of that package and below, and those planted. */
  private static JavaClasses classes(String root, Location... planted) {
    List<Location> all =
        Stream.concat(Locations.ofPackage(root).stream(), Stream.of(planted)).toList();
    return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importLocations(all);
  }
}
