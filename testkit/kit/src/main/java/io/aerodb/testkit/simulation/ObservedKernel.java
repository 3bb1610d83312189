package io.aerodb.testkit.simulation;

import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.KernelResponse.Completed;
import io.aerodb.kernel.KernelResponse.Rejected;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.testkit.fault.KernelDecorator;
import io.aerodb.testkit.fault.KernelMethod;
import io.aerodb.testkit.simulation.HistoryEvent.KernelAnswer;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Observes the calls that planes make of the kernel: each action needs a durable dispatch, each order is recorded. */
final class ObservedKernel extends KernelDecorator {
  private final ClusterUnderTest cluster;
  private final TrailCheck trail;
  private final HistoryRecorder history;

  ObservedKernel(Kernel kernel, ClusterUnderTest cluster, TrailCheck trail, HistoryRecorder history) {
    super(kernel);
    this.cluster = cluster;
    this.trail = trail;
    this.history = history;
  }

  @Override
  protected <T> T around(KernelMethod call, Optional<String> requestId, Supplier<T> effect) {
    if (call.isAction()) {
      trail.called(call, requestId);
    }
    return effect.get();
  }

  @Override
  public KernelResponse<CompletedTransition> requestPromotion(TransitionOrder order) {
    return observed(order, () -> super.requestPromotion(order));
  }

  @Override
  public KernelResponse<CompletedTransition> requestDemotion(TransitionOrder order) {
    return observed(order, () -> super.requestDemotion(order));
  }

  @Override
  public KernelResponse<CompletedTransition> forcePromotion(TransitionOrder order) {
    return observed(order, () -> super.forcePromotion(order));
  }

  private KernelResponse<CompletedTransition> observed(TransitionOrder order,
      Supplier<KernelResponse<CompletedTransition>> call) {
    history.add(new HistoryEvent.Ordered(order.requestId(), order.transition(), order.target()));
    KernelAnswer outcome = KernelAnswer.NOTHING;
    try {
      KernelResponse<CompletedTransition> answer = call.get();
      outcome = judged(order, answer);
      return answer;
    } finally {
      history.follow(cluster);
      history.add(new HistoryEvent.KernelAnswered(order.requestId(), outcome));
    }
  }

  private static KernelAnswer judged(TransitionOrder order, @Nullable KernelResponse<CompletedTransition> answer) {
    return switch (answer) {
      case Completed<CompletedTransition>(CompletedTransition done) when fits(order, done) -> KernelAnswer.DONE;
      case Rejected<CompletedTransition> refused -> KernelAnswer.REFUSED;
      case null, default -> KernelAnswer.NOTHING;
    };
  }

  private static boolean fits(TransitionOrder order, CompletedTransition done) {
    return done.cluster().equals(order.cluster()) && done.requestId().equals(order.requestId())
        && done.transition() == order.transition() && done.target().equals(order.target());
  }
}
