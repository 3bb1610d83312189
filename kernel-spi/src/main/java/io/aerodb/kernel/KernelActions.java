package io.aerodb.kernel;

import java.util.Optional;

/**
 * The ten kernel actions, one for each operator command, and no other.
 *
 * <p><b>Called</b> by a control plane alone, at most once for a request, on the thread that runs or confirms it, and
 * only after the dispatch was recorded durably. Inspections arrive from any number of threads at once, also while a
 * transition is under way; one control plane never has two transitions under way.
 *
 * <p><b>Must</b> return or throw within {@link Kernel#callBound()}; the caller can't interrupt it. Must do exactly what
 * the method says and nothing that follows from it (P7-E1). Must not retry (P7-F3). Views must be complete and
 * consistent as their types say; ids are exact, and one that is not known is rejected. Never answers {@code null}.
 *
 * <p><b>When it throws</b> nobody knows: after a transition the operator is told that the outcome is unknown, and it
 * stays unresolved until the kernel settles it; a read-only action is not executed. A refusal is therefore never
 * thrown, and what may still take effect is never answered as refused.
 *
 * @since 0.1
 */
public interface KernelActions {
  /** Topology and roles of all members. Carries out {@code inspect_cluster_state}. */
  KernelResponse<ClusterState> inspectClusterState();

  /**
   * One member. Carries out {@code inspect_node}.
   *
   * @param node the member; answered for exactly this one
   */
  KernelResponse<NodeState> inspectNode(NodeId node);

  /** Lag and health of every replica. Carries out {@code inspect_replication_status}. */
  KernelResponse<ReplicationStatus> inspectReplicationStatus();

  /** Where the state machines stand. Carries out {@code inspect_promotion_state}. */
  KernelResponse<PromotionState> inspectPromotionState();

  /**
   * Collects diagnostics without changing anything. Carries out {@code run_diagnostics}.
   *
   * @param order with the ceiling at which the kernel stops
   */
  KernelResponse<DiagnosticReport> runDiagnostics(DiagnosticOrder order);

  /**
   * WAL metadata. Carries out {@code inspect_wal}.
   *
   * @param node the member, or empty for every member
   * @param page which segments
   */
  KernelResponse<WalView> inspectWal(Optional<NodeId> node, Page page);

  /**
   * Snapshots and checkpoints. Carries out {@code inspect_snapshots}.
   *
   * @param node the member, or empty for every member
   * @param page which of them
   */
  KernelResponse<SnapshotView> inspectSnapshots(Optional<NodeId> node, Page page);

  /**
   * Promotes a replica. Carries out {@code request_promotion}.
   *
   * <p>For this and the two methods below: a request id that was answered before is answered with the first result if
   * the digest is the same, and rejected if it is not. The expected epoch and every check are looked at again in one
   * step with the act. The order's cluster must be this one. Effect and evidence of the effect are durable together, so
   * that the request can be settled after any crash.
   *
   * @param order with {@link Transition#PROMOTION}
   * @return {@code Completed} only when authority has moved; it names the order's target and request
   */
  KernelResponse<CompletedTransition> requestPromotion(TransitionOrder order);

  /**
   * Demotes the primary. Carries out {@code request_demotion}; see {@link #requestPromotion}.
   *
   * @param order with {@link Transition#DEMOTION}
   * @return {@code Completed} with the final position at which authority was given up
   */
  KernelResponse<CompletedTransition> requestDemotion(TransitionOrder order);

  /**
   * Promotes a replica past the named checks, and past no other. Carries out {@code force_promotion}; see
   * {@link #requestPromotion}.
   *
   * @param order with {@link Transition#FORCED_PROMOTION}; a check that is not satisfied and not acknowledged, or not
   *     overridable, rejects
   */
  KernelResponse<CompletedTransition> forcePromotion(TransitionOrder order);
}
