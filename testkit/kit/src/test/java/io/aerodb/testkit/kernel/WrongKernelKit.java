package io.aerodb.testkit.kernel;

import io.aerodb.testkit.plane.TmpfsDirectory;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.io.TempDir;

/** The kit over a simulated cluster and one of the {@link WrongKernels}; run by {@link WrongKernelsTest} alone. */
@ExtendWith(WrongKernelKit.Chosen.class)
class WrongKernelKit extends KernelKit {
  @TempDir(factory = TmpfsDirectory.class)
  Path directory;
  private WrongKernels wrong;

  @Override
  protected KernelFixture fixture() {
    return new ForwardingKernelFixture(SimulatedKernelFixture.in(directory.resolve("kit")), wrong::kernel,
        wrong.denied());
  }

  /** Hands the kit the double that its run was asked for. */
  static final class Chosen implements TestInstancePostProcessor {
    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context) {
      if (instance instanceof WrongKernelKit kit) {
        kit.wrong = WrongKernels.valueOf(context.getConfigurationParameter(KitRun.DOUBLE).orElseThrow());
      }
    }
  }
}
