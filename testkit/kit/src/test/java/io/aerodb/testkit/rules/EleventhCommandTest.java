package io.aerodb.testkit.rules;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.aerodb.command.Command;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants an eleventh command everywhere, and tests that the compiler refuses it or a rule finds it; no lambda slips
 * through.
 */
class EleventhCommandTest {
  private static final JavaClasses LIBRARY = new ClassFileImporter().importPaths(
      Stream.concat(Sources.library().stream(), Stream.of(Sources.home(CommandModelRules.class))).toList());

  @TempDir
  static Path open;

  @TempDir
  Path dir;

  /** A set that was left open, as a forked or patched library would have it. */
  @BeforeAll
  static void open_the_closed_set() throws IOException {
    assertThat(Sources.compile(open, List.of(), Map.of(
        "io.aerodb.command.Command", "package io.aerodb.command; public interface Command<R> {}",
        "io.aerodb.command.Immediate", "package io.aerodb.command; public interface Immediate<R> extends Command<R> {}",
        "io.aerodb.command.ControlCommand",
        "package io.aerodb.command; public interface ControlCommand extends Command<Object> {}"))).isEmpty();
  }

  @Test
  void the_compiler_lets_no_host_type_be_a_command() throws IOException {
    assertThat(refused("record Drop() implements io.aerodb.command.Immediate<String> {}"))
        .contains("compiler.err.cant.inherit.from.sealed");
    assertThat(refused("interface Drop extends io.aerodb.command.Command<String> {}"))
        .contains("compiler.err.cant.inherit.from.sealed");
  }

  @Test
  void the_compiler_lets_no_lambda_be_a_command_a_kernel_or_a_log() throws IOException {
    List<String> types = List.of("io.aerodb.command.Command<?>", "io.aerodb.kernel.KernelReads",
        "io.aerodb.kernel.KernelActions", "io.aerodb.kernel.KernelProvider", "io.aerodb.audit.AuditLog");
    String lambdas = types.stream().map(type -> "(" + type + ") () -> null").collect(joining(", "));

    assertThat(refused("class Drop { Object[] all = {" + lambdas + "}; }"))
        .containsExactlyElementsOf(Collections.nCopies(types.size(), "compiler.err.prob.found.req"));
  }

  @Test
  void no_interface_of_the_library_can_be_implemented_by_a_lambda() {
    Set<String> open = LIBRARY.stream()
        .filter(type -> type.isInterface() && !type.isAnnotation() && !type.isSealed())
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(type -> Model.EXPORTED.contains(type.getPackageName()))
        .filter(type -> abstractMethods(type) == 1).map(JavaClass::getName).collect(toSet());

    assertThat(open).isEmpty();
  }

  @Test
  void a_command_that_some_compiler_let_through_is_found_in_a_host() throws IOException {
    plant("com.acme.Drop",
        "package com.acme; class Drop { record Nested() implements io.aerodb.command.Command<String> {}"
            + " Object o = new io.aerodb.command.ControlCommand() {}; }");

    assertThat(found()).containsExactly("Class <Drop$1> is a command but not one of the ten in (Drop.java)",
        "Class <Drop$Nested> is a command but not one of the ten in (Drop.java)");
  }

  @Test
  void a_command_that_joins_the_closed_set_in_its_own_package_is_found() throws IOException {
    plant("io.aerodb.command.DropCluster",
        "package io.aerodb.command; public record DropCluster() implements Immediate<String> {}");

    assertThat(found())
        .containsExactly("Class <DropCluster> is a command but not one of the ten in (DropCluster.java)");
  }

  @Test
  void a_command_of_the_test_kit_is_found() throws IOException {
    plant("io.aerodb.sim.DropCluster",
        "package io.aerodb.sim; enum DropCluster implements io.aerodb.command.Command<String> {}");

    assertThat(found())
        .containsExactly("Class <DropCluster> is a command but not one of the ten in (DropCluster.java)");
  }

  @Test
  void the_library_and_the_test_kit_hold_the_ten_and_no_other() {
    assertThat(Violations.of(CommandModelRules.NO_ELEVENTH_COMMAND, LIBRARY))
        .isEmpty();
  }

  @Test
  void the_rules_name_the_types_that_the_library_seals() {
    assertThat(Model.CLOSED_SET)
        .containsExactlyInAnyOrderElementsOf(sealed(Command.class).map(Class::getName).toList());
    assertThat(sealed(Command.class).filter(Class::isRecord)).hasSize(10);
  }

  @Test
  void the_rules_name_the_packages_that_the_library_exports() {
    Set<String> exported = ModuleFinder.of(Sources.library().toArray(Path[]::new)).findAll().stream()
        .map(ModuleReference::descriptor).flatMap(module -> module.exports().stream())
        .filter(export -> !export.isQualified()).map(ModuleDescriptor.Exports::source).collect(toSet());

    assertThat(Model.EXPORTED).containsExactlyInAnyOrderElementsOf(exported);
  }

  private static Stream<Class<?>> sealed(Class<?> type) {
    return Stream.concat(Stream.of(type),
        type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EleventhCommandTest::sealed)
            : Stream.empty())
        .distinct();
  }

  private static long abstractMethods(JavaClass type) {
    return type.getAllMethods().stream().filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
        .map(JavaMethod::getName).distinct().count();
  }

  private List<String> refused(String source) throws IOException {
    return Sources.compile(dir, Sources.library(), Map.of("com.acme.Drop", "package com.acme; " + source));
  }

  private void plant(String name, String source) throws IOException {
    assertThat(Sources.compile(dir, List.of(open), Map.of(name, source))).isEmpty();
  }

  private List<String> found() {
    return Violations.of(CommandModelRules.NO_ELEVENTH_COMMAND,
        new ClassFileImporter().importPath(dir));
  }
}
