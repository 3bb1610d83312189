package io.aerodb.testkit.simulation;

import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.sim.SimulatedCluster;
import io.aerodb.sim.SimulatedKernel;
import io.aerodb.testkit.fault.KernelDecorator;
import io.aerodb.testkit.fault.KernelMethod;
import java.util.Optional;
import java.util.function.Supplier;

/** A kernel of a simulated cluster whose process can be made to die in the middle of its next order. */
final class CrashableKernel extends KernelDecorator {
  private final SimulatedCluster cluster;
  private final SimulatedKernel living;
  private final Runnable called;
  private Optional<SimulatedKernel> dying = Optional.empty();

  private CrashableKernel(SimulatedCluster cluster, SimulatedKernel living, Runnable called) {
    super(living);
    this.cluster = cluster;
    this.living = living;
    this.called = called;
  }

  /** A kernel of that cluster; the hook runs after every call that reached it. */
  static CrashableKernel of(SimulatedCluster cluster, Runnable called) {
    return new CrashableKernel(cluster, cluster.kernel(), called);
  }

  void diesAt(int change, boolean halfway) {
    dying = Optional.of(cluster.dyingKernel(change, halfway));
  }

  @Override
  protected <T> T around(KernelMethod call, Optional<String> requestId, Supplier<T> effect) {
    return followed(effect);
  }

  @Override
  public KernelResponse<CompletedTransition> requestPromotion(TransitionOrder order) {
    return followed(() -> next().requestPromotion(order));
  }

  @Override
  public KernelResponse<CompletedTransition> requestDemotion(TransitionOrder order) {
    return followed(() -> next().requestDemotion(order));
  }

  @Override
  public KernelResponse<CompletedTransition> forcePromotion(TransitionOrder order) {
    return followed(() -> next().forcePromotion(order));
  }

  private <T> T followed(Supplier<T> call) {
    try {
      return call.get();
    } finally {
      called.run();
    }
  }

  private Kernel next() {
    Kernel next = dying.isPresent() ? dying.get() : living;
    dying = Optional.empty();
    return next;
  }
}
