package io.aerodb.freeze.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands beside the console's jar is all that it needs, as a class path and as a module path. */
class ConsoleLibrariesTest {
  private static final Path TARGET = Path.of("..", "..", "..", "examples", "console", "target");
  private static final Path LIBRARIES = TARGET.resolve("lib");

  @TempDir
  private Path home;

  @Test
  void no_test_library_is_among_them() throws IOException {
    assertThat(names()).anyMatch(name -> name.startsWith("aerodb-sim-"))
        .noneMatch(name -> name.matches("(aerodb-testkit|aerodb-freeze|junit|jqwik|archunit|assertj).*"));
  }

  @Test
  void the_console_runs_on_them_as_modules() throws Exception {
    run("-p", LIBRARIES.toString(), "-m", "io.aerodb.sim/io.aerodb.sim.ClusterMain", "create",
        home.resolve("cluster").toString(), "--cluster", "demo", "--nodes", "n1,n2,n3");

    String shown = run("-p", LIBRARIES.toString(), "--add-modules", "ALL-MODULE-PATH", "-cp", jar().toString(),
        "io.aerodb.console.Console", "--kernel", "sim:" + home.resolve("cluster"), "--audit",
        home.resolve("audit").toString(), "--operator", "ana", "--authority", "operator", "inspect_cluster_state");

    assertThat(shown).contains("EXECUTED: inspect_cluster_state", "n3");
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(LIBRARIES)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static Path jar() throws IOException {
    try (Stream<Path> files = Files.list(TARGET)) {
      return files.filter(file -> file.getFileName().toString().matches("aerodb-console-[0-9.]+(-SNAPSHOT)?\\.jar"))
          .findFirst().orElseThrow();
    }
  }

  private static String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String shown = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(shown).isZero();
    return shown;
  }
}
