package io.aerodb.testkit.fault;

/**
 * The methods of a kernel that reach its cluster: two planning reads and ten actions.
 *
 * @since 0.1
 */
public enum KernelMethod {
  ASSESS("assess"),
  ESTIMATE("estimate"),
  INSPECT_CLUSTER_STATE("inspectClusterState"),
  INSPECT_NODE("inspectNode"),
  INSPECT_REPLICATION_STATUS("inspectReplicationStatus"),
  INSPECT_PROMOTION_STATE("inspectPromotionState"),
  RUN_DIAGNOSTICS("runDiagnostics"),
  INSPECT_WAL("inspectWal"),
  INSPECT_SNAPSHOTS("inspectSnapshots"),
  REQUEST_PROMOTION("requestPromotion"),
  REQUEST_DEMOTION("requestDemotion"),
  FORCE_PROMOTION("forcePromotion");

  private final String methodName;

  KernelMethod(String methodName) {
    this.methodName = methodName;
  }

  /** Its name in {@link io.aerodb.kernel.Kernel}, which is that of the kernel action in a dispatch record. */
  public String methodName() {
    return methodName;
  }

  /** Whether it is one of the ten, and not a planning read. */
  public boolean isAction() {
    return this != ASSESS && this != ESTIMATE;
  }

  /** Whether it changes write authority. */
  public boolean isTransition() {
    return this == REQUEST_PROMOTION || this == REQUEST_DEMOTION || this == FORCE_PROMOTION;
  }
}
