package io.aerodb.testkit.sim;

import io.aerodb.testkit.kernel.KernelBench;
import io.aerodb.testkit.kernel.KernelKit;
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
