package io.aerodb.testkit.kernel;

import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.DiagnosticCost;
import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.DiagnosticReport;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.KernelResponse.Completed;
import io.aerodb.kernel.KernelResponse.Rejected;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.NodeState;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.PromotionState;
import io.aerodb.kernel.ReplicationStatus;
import io.aerodb.kernel.SnapshotView;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.kernel.WalView;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.UnaryOperator;

/** A kernel that hands every call on, so that a double overrides the one thing it gets wrong. */
class ForwardingKernel implements Kernel {
  protected final Kernel real;

  ForwardingKernel(Kernel real) {
    this.real = real;
  }

  /** All three orders; what a double does to one it does to each. */
  KernelResponse<CompletedTransition> give(TransitionOrder order) {
    return KernelTestContext.give(real, order);
  }

  static <T> KernelResponse<T> map(KernelResponse<T> answer, UnaryOperator<T> change) {
    return switch (answer) {
      case Completed<T>(T value) -> new Completed<>(change.apply(value));
      case Rejected<T> refusal -> refusal;
    };
  }

  @Override
  public ClusterId cluster() {
    return real.cluster();
  }

  @Override
  public Duration callBound() {
    return real.callBound();
  }

  @Override
  public void close() {
    real.close();
  }

  @Override
  public KernelResponse<Assessment> assess(Transition transition, NodeId target, SortedSet<String> unresolved) {
    return real.assess(transition, target, unresolved);
  }

  @Override
  public KernelResponse<DiagnosticCost> estimate(DiagnosticScope scope) {
    return real.estimate(scope);
  }

  @Override
  public KernelResponse<ClusterState> inspectClusterState() {
    return real.inspectClusterState();
  }

  @Override
  public KernelResponse<NodeState> inspectNode(NodeId node) {
    return real.inspectNode(node);
  }

  @Override
  public KernelResponse<ReplicationStatus> inspectReplicationStatus() {
    return real.inspectReplicationStatus();
  }

  @Override
  public KernelResponse<PromotionState> inspectPromotionState() {
    return real.inspectPromotionState();
  }

  @Override
  public KernelResponse<DiagnosticReport> runDiagnostics(DiagnosticOrder order) {
    return real.runDiagnostics(order);
  }

  @Override
  public KernelResponse<WalView> inspectWal(Optional<NodeId> node, Page page) {
    return real.inspectWal(node, page);
  }

  @Override
  public KernelResponse<SnapshotView> inspectSnapshots(Optional<NodeId> node, Page page) {
    return real.inspectSnapshots(node, page);
  }

  @Override
  public KernelResponse<CompletedTransition> requestPromotion(TransitionOrder order) {
    return order.transition() == Transition.PROMOTION ? give(order) : real.requestPromotion(order);
  }

  @Override
  public KernelResponse<CompletedTransition> requestDemotion(TransitionOrder order) {
    return order.transition() == Transition.DEMOTION ? give(order) : real.requestDemotion(order);
  }

  @Override
  public KernelResponse<CompletedTransition> forcePromotion(TransitionOrder order) {
    return order.transition() == Transition.FORCED_PROMOTION ? give(order) : real.forcePromotion(order);
  }
}
