package io.aerodb.testkit.kernel;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The simulated kernel keeps every duty. */
class SimulatedKernelKitTest extends KernelKit {
  @TempDir
  Path directory;

  @Override
  protected KernelFixture fixture() {
    return SimulatedKernelFixture.in(directory.resolve("kit"));
  }
}
