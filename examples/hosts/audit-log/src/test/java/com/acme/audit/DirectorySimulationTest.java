package com.acme.audit;

import io.aerodb.audit.AuditLog;
import io.aerodb.audit.store.StoredAuditLog;
import io.aerodb.testkit.simulation.Simulation;
import java.io.*;
import java.nio.file.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectorySimulationTest {
  @TempDir
  Path directory;

  @Test
  void whatever_goes_wrong_at_work_the_trail_in_a_directory_holds() {
    for (long seed = 0; seed < 20; seed++) {
      Simulation.ofEmbeddedDefaults().log(this::fresh).check(seed, 100);
    }
  }

  private AuditLog fresh() {
    try {
      return StoredAuditLog.open("acme", new DirectoryStore(Files.createTempDirectory(directory, "log")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
