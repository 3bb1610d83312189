package io.aerodb.testkit.kernel;

import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.NodeId;
import io.aerodb.testkit.Arrangement;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * A fresh cluster for one test of the kit, with an adapter to it and the means to arrange what has to happen to it. The
 * cluster has a primary that answers and at least one replica that follows it; three members prove more. Nothing else
 * writes to it or moves its authority.
 *
 * <p><b>Called</b> by {@link KernelKit} alone. The kernels come from the thread of the test and are then used from
 * several.
 *
 * @since 0.1
 */
public interface KernelFixture extends AutoCloseable {
  /**
   * The kernel under test, open. The same object until a scenario has to replace it: one that cuts the kernel off or
   * makes its cluster unreachable may do so with a kernel that was made for it.
   */
  Kernel kernel();

  /**
   * Another adapter to the same cluster, which shares nothing with the first but the cluster. Closed by the fixture.
   */
  Kernel another();

  /**
   * Brings a scenario about, or says why it can't. A switch without a default makes sure that none is forgotten.
   *
   * @param scenario which
   * @return the scenario's target, or why it is impossible; no scenario may be denied
   */
  Arrangement<NodeId> arrange(KernelScenario scenario);

  /** What this kernel does not do at all. */
  Set<Capability> denied();

  /**
   * Whatever the host sees of the cluster without asking the kernel, as one text: equal as long as nothing changed.
   * Empty when there is nothing to be seen; then the kit compares what the kernel answers alone.
   */
  Optional<String> fingerprint();

  /** Ends every scenario and removes the cluster. */
  @Override
  void close() throws IOException;
}
