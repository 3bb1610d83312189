package io.aerodb.testkit.fault;

import static java.util.Objects.requireNonNull;

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
import java.util.function.Supplier;

/**
 * A kernel that leads each call to its cluster through one method, for doubles of one's own. The methods that reach no
 * cluster go to the wrapped one as they are, and closing this one closes it.
 *
 * @since 0.1
 */
public abstract class KernelDecorator implements Kernel {
  private final Kernel kernel;

  /** Wraps a kernel. */
  protected KernelDecorator(Kernel kernel) {
    this.kernel = requireNonNull(kernel, "kernel");
  }

  /**
   * Does the call, or what stands in for it.
   *
   * @param method which
   * @param requestId the request that its order names; the reads and the immediate actions are handed none
   * @param effect the call on the wrapped kernel
   * @param <T> what the method answers
   * @return what the caller is answered
   */
  protected abstract <T> T around(KernelMethod method, Optional<String> requestId, Supplier<T> effect);

  private <T> T around(KernelMethod method, Supplier<T> effect) {
    return around(method, Optional.empty(), effect);
  }

  @Override
  public ClusterId cluster() {
    return kernel.cluster();
  }

  @Override
  public Duration callBound() {
    return kernel.callBound();
  }

  @Override
  public void close() {
    kernel.close();
  }

  @Override
  public KernelResponse<Assessment> assess(Transition transition, NodeId target, SortedSet<String> unresolved) {
    return around(KernelMethod.ASSESS, () -> kernel.assess(transition, target, unresolved));
  }

  @Override
  public KernelResponse<DiagnosticCost> estimate(DiagnosticScope scope) {
    return around(KernelMethod.ESTIMATE, () -> kernel.estimate(scope));
  }

  @Override
  public KernelResponse<ClusterState> inspectClusterState() {
    return around(KernelMethod.INSPECT_CLUSTER_STATE, kernel::inspectClusterState);
  }

  @Override
  public KernelResponse<NodeState> inspectNode(NodeId node) {
    return around(KernelMethod.INSPECT_NODE, () -> kernel.inspectNode(node));
  }

  @Override
  public KernelResponse<ReplicationStatus> inspectReplicationStatus() {
    return around(KernelMethod.INSPECT_REPLICATION_STATUS, kernel::inspectReplicationStatus);
  }

  @Override
  public KernelResponse<PromotionState> inspectPromotionState() {
    return around(KernelMethod.INSPECT_PROMOTION_STATE, kernel::inspectPromotionState);
  }

  @Override
  public KernelResponse<DiagnosticReport> runDiagnostics(DiagnosticOrder order) {
    return around(KernelMethod.RUN_DIAGNOSTICS, Optional.of(order.requestId()), () -> kernel.runDiagnostics(order));
  }

  @Override
  public KernelResponse<WalView> inspectWal(Optional<NodeId> node, Page page) {
    return around(KernelMethod.INSPECT_WAL, () -> kernel.inspectWal(node, page));
  }

  @Override
  public KernelResponse<SnapshotView> inspectSnapshots(Optional<NodeId> node, Page page) {
    return around(KernelMethod.INSPECT_SNAPSHOTS, () -> kernel.inspectSnapshots(node, page));
  }

  @Override
  public KernelResponse<CompletedTransition> requestPromotion(TransitionOrder order) {
    return around(KernelMethod.REQUEST_PROMOTION, Optional.of(order.requestId()), () -> kernel.requestPromotion(order));
  }

  @Override
  public KernelResponse<CompletedTransition> requestDemotion(TransitionOrder order) {
    return around(KernelMethod.REQUEST_DEMOTION, Optional.of(order.requestId()), () -> kernel.requestDemotion(order));
  }

  @Override
  public KernelResponse<CompletedTransition> forcePromotion(TransitionOrder order) {
    return around(KernelMethod.FORCE_PROMOTION, Optional.of(order.requestId()), () -> kernel.forcePromotion(order));
  }
}
