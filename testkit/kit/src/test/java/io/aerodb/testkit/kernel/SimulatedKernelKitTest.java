package io.aerodb.testkit.kernel;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract kit, run against the simulated kernel. */
class SimulatedKernelKitTest extends KernelKit {
  @TempDir
  Path directory;

  @Override
  protected KernelFixture fixture() {
    return SimulatedKernelFixture.in(directory.resolve("kit"));
  }
}
