package io.aerodb.testkit.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.aerodb.audit.AuditLog;
import io.aerodb.command.Command;
import io.aerodb.kernel.Kernel;
import io.aerodb.testkit.proves.Proves;
import io.aerodb.testkit.sim.SimulatedKernel;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hosts outside of this build: the sources under {@code src/it} compile and run in a JVM of their own, with nothing but what a host gets. The
 * first two have no test library at all.
 */
class ConsumersTest {
  private static final Path HOSTS = Path.of("src", "it").toAbsolutePath();

  @TempDir
  static Path built;

  @TempDir
  Path dir;

  /** What came of a process. */
  record Ran(int exit, String said) {}

  @BeforeAll
  static void compile_the_host() throws IOException {
    compile("class-path", "-classpath", path(library()), HOSTS.resolve("host"));
    compile("modules", "--module-path", path(library()), HOSTS.resolve("host"), HOSTS.resolve("modules"));
  }

  @Test
  void a_host_runs_on_the_class_path() throws Exception {
    Ran ran = run("-classpath", path(library(), built.resolve("class-path")), "com.acme.host.Host",
        dir.resolve("cluster").toString());

    assertRan(ran, "module: null");
  }

  @Test
  void the_same_host_runs_on_the_module_path() throws Exception {
    Ran ran = run("--module-path", path(library(), built.resolve("modules")), "--module",
        "com.acme.host/com.acme.host.Host", dir.resolve("cluster").toString());

    assertRan(ran, "module: com.acme.host");
  }

  @Test
  void a_host_checks_its_own_frontend_with_the_rules() throws Exception {
    Path host = built.resolve("class-path");
    Path[] withArchUnit = {host, home(JavaClass.class)};
    compile("rules", "-classpath", path(library(), withArchUnit), HOSTS.resolve("rules"));

    Ran ran = run("-classpath", path(library(), host, home(JavaClass.class), built.resolve("rules")),
        "com.acme.rules.HostRules");

    assertThat(ran.said()).contains("checked: 2").contains("Rule 'classes that reside in any package ['com.acme.host']")
        .contains("com.acme.host.Host").doesNotContain("<com.acme.host.Console.");
    assertThat(ran.exit()).isEqualTo(1);
  }

  private static void assertRan(Ran ran, String module) {
    assertThat(ran.said()).contains("EXECUTED", "Recorded as record", "Consistent[", module)
        .doesNotContain("NOT EXECUTED", "UNKNOWN");
    assertThat(ran.exit()).isZero();
  }

  private static List<Path> library() {
    return Stream
        .of(Kernel.class, AuditLog.class, Command.class, SimulatedKernel.class, Proves.class, named("org.slf4j.Logger"),
            named("tools.jackson.core.JsonParser"))
        .map(ConsumersTest::home).toList();
  }

  private static Class<?> named(String type) {
    try {
      return Class.forName(type);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(type, e);
    }
  }

  private static Path home(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  private static String path(List<Path> library, Path... more) {
    return Stream.concat(library.stream(), Stream.of(more)).map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void compile(String into, String option, String path, Path... sources) throws IOException {
    var arguments = new ArrayList<>(List.of("-proc:none", "-Xlint:none", "--release", "21", option, path, "-d",
        built.resolve(into).toString()));
    for (Path root : sources) {
      try (Stream<Path> files = Files.walk(root)) {
        files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
      }
    }
    var said = new StringWriter();
    var out = new PrintWriter(said);
    ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
    assertThat(said.toString()).isEmpty();
  }

  private Ran run(String... arguments) throws IOException, InterruptedException {
    Path said = dir.resolve("said");
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    int exit = process.waitFor();
    return new Ran(exit, Files.readString(said));
  }
}
