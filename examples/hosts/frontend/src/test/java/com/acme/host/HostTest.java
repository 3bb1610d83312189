package com.acme.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.NodeId;
import io.aerodb.sim.SimulatedCluster;
import io.aerodb.testkit.terminal.ScriptedOperator;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the host as its own program, with what it has at run time and nothing else. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostTest {
  private static final Path LIBRARY = Path.of("target", "lib");
  private static final String DEMOTION = "{\"request\":\"r2\",\"command\":\"request_demotion\","
      + "\"arguments\":{\"primary\":\"n1\",\"reason\":\"maintenance\"}}";

  @TempDir
  Path home;

  @Test
  void at_run_time_there_is_the_library_and_two_jars_more() throws IOException {
    try (Stream<Path> jars = Files.list(LIBRARY)) {
      List<String> others = jars.map(jar -> jar.getFileName().toString().replaceAll("-[0-9].*", ""))
          .filter(name -> !name.startsWith("aerodb-")).sorted().toList();

      assertEquals(List.of("jackson-core", "slf4j-api"), others);
    }
  }

  @Test
  void a_person_demotes_a_primary() throws Exception {
    SimulatedCluster cluster = cluster();
    Process host = host();
    try {
      var person = new ScriptedOperator(host.getInputStream(), host.getOutputStream());
      person.types("{\"request\":\"r1\",\"command\":\"inspect_cluster_state\"}");
      person.awaits("Recorded as record 3");
      person.types(DEMOTION);
      person.confirms();
      person.awaits("Recorded as record 8");
      host.getOutputStream().close();

      assertEquals(0, host.waitFor(), () -> "exit code");
      assertEquals(Optional.empty(), cluster.primary());
      assertTrue(Files.readString(home.resolve("err")).lines().allMatch(line -> line.startsWith("SLF4J")));
    } finally {
      host.destroyForcibly();
    }
  }

  @Test
  void an_end_of_input_at_a_question_declines() throws Exception {
    SimulatedCluster cluster = cluster();
    Process host = host();
    try {
      var person = new ScriptedOperator(host.getInputStream(), host.getOutputStream());
      person.types(DEMOTION);
      person.question();
      host.getOutputStream().close();

      assertTrue(person.awaits("Recorded as record 3").contains("CONFIRMATION_DECLINED"));
      assertEquals(0, host.waitFor(), () -> "exit code");
      assertEquals(Optional.of(new NodeId("n1")), cluster.primary());
    } finally {
      host.destroyForcibly();
    }
  }

  private SimulatedCluster cluster() {
    return SimulatedCluster.create(home.resolve("cluster"), new ClusterId("acme"),
        List.of(new NodeId("n1"), new NodeId("n2")), InstantSource.fixed(Instant.EPOCH));
  }

  private Process host() throws IOException {
    return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-classpath",
        Path.of("target", "classes") + File.pathSeparator + LIBRARY.resolve("*"), "com.acme.host.Host",
        "sim:" + home.resolve("cluster"), home.resolve("audit").toString())
        .redirectError(home.resolve("err").toFile()).start();
  }
}
