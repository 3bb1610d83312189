package com.acme.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.NodeId;
import io.aerodb.sim.SimulatedCluster;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
  @TempDir
  Path home;

  @Test
  void these_tests_run_inside_the_module() {
    assertEquals("com.acme.watch", Watch.class.getModule().getName());
    assertEquals(Watch.class.getModule(), WatchTest.class.getModule());
  }

  @Test
  void the_host_runs_from_the_module_path() throws Exception {
    SimulatedCluster.create(home.resolve("cluster"), new ClusterId("acme"), List.of(new NodeId("n1")),
        InstantSource.fixed(Instant.EPOCH));

    Process host = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--module-path", Path.of("target", "classes") + File.pathSeparator + Path.of("target", "lib"),
        "--module", "com.acme.watch/com.acme.watch.Watch", "sim:" + home.resolve("cluster"),
        home.resolve("audit").toString()).redirectErrorStream(true).start();
    String said = new String(host.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertTrue(said.contains("primary: Optional[n1]\nConsistent[records=3] in module com.acme.watch\n"), said);
    assertEquals(0, host.waitFor(), said);
  }
}
