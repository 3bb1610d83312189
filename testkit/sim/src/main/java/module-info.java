import io.aerodb.kernel.KernelProvider;
import io.aerodb.sim.SimulatedKernelProvider;
import org.jspecify.annotations.NullMarked;

/** The simulated kernel: the reference of what an adapter needs, on the kernel SPI and the JDK alone. */
@NullMarked
// The test kit is compiled after this module, and the only one that may change what a cluster lies on.
@SuppressWarnings("module")
module io.aerodb.sim {
  requires transitive io.aerodb.kernel;
  requires static org.jspecify;

  exports io.aerodb.sim;
  exports io.aerodb.sim.storage to
      io.aerodb.testkit;

  provides KernelProvider with SimulatedKernelProvider;
}
