package io.aerodb.sim;

import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelProvider;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Opens a kernel of the simulated cluster in a directory, by the address {@code sim:DIR}.
 *
 * @since 0.1
 */
public final class SimulatedKernelProvider implements KernelProvider {
  /** For {@link java.util.ServiceLoader}. */
  public SimulatedKernelProvider() {}

  @Override
  public String scheme() {
    return "sim";
  }

  @Override
  public Kernel open(String location) {
    try {
      return SimulatedKernel.open(Path.of(location));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "location is '" + location + "' but must be the directory of a simulated cluster", e);
    }
  }
}
