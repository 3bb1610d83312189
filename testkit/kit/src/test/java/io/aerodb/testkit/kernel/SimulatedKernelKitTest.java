package io.aerodb.testkit.kernel;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The simulated kernel keeps every duty. */
class SimulatedKernelKitTest extends KernelKit {
  @TempDir
  Path directory;

  @Override
  protected KernelBench bench() {
    return SimulatedBench.in(directory.resolve("kit"));
  }
}
