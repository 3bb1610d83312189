package io.aerodb.testkit.simulation;

import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.NodeId;
import io.aerodb.sim.ClusterEvent;
import java.util.List;

/**
 * A kernel and the cluster under it, for a simulation to drive. Only {@link #authorityChanges} has to know more than a
 * kernel tells: it is what the kernel's answers are held against.
 *
 * @since 0.1
 */
public interface ClusterUnderTest extends AutoCloseable {
  /** The members; the first holds write authority at the start. The same ones, in the same order, for every cluster. */
  List<NodeId> members();

  /** The kernel. Called once, and closed by nobody but {@link #close}. */
  Kernel kernel();

  /**
   * Lets something happen to the cluster; an event that can't happen, or that this cluster has no means for, does
   * nothing.
   */
  void happen(ClusterEvent event);

  /**
   * The kernel's process dies in the middle of the next order that it carries out, and is there again afterwards; a
   * kernel without a process of its own does nothing.
   *
   * @param change at which durable change it dies, 1 for the first; never if the order makes fewer
   * @param halfway whether half of that change is still made
   */
  default void kernelDiesAt(int change, boolean halfway) {}

  /**
   * Every change of write authority so far, oldest first, from the cluster itself and not from what the kernel
   * answered. One that was decided and that the kernel still has to recover is among them.
   */
  List<AuthorityChange> authorityChanges();

  /** Throws nothing; called once. */
  @Override
  void close();
}
