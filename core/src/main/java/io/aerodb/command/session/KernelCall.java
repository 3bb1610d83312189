package io.aerodb.command.session;

import io.aerodb.command.Command;
import io.aerodb.command.ForcePromotion;
import io.aerodb.command.InspectClusterState;
import io.aerodb.command.InspectNode;
import io.aerodb.command.InspectPromotionState;
import io.aerodb.command.InspectReplicationStatus;
import io.aerodb.command.InspectSnapshots;
import io.aerodb.command.InspectWal;
import io.aerodb.command.RequestDemotion;
import io.aerodb.command.RequestPromotion;
import io.aerodb.command.RunDiagnostics;
import io.aerodb.kernel.KernelActions;
import io.aerodb.kernel.KernelResponse;
import org.jspecify.annotations.Nullable;

/** The one place where a command becomes a kernel action: one command, one method, one call (CM-2.2). */
final class KernelCall {
  private KernelCall() {}

  /** Calls the kernel. A kernel that breaks its promise may answer {@code null}. */
  static @Nullable KernelResponse<?> call(KernelActions kernel, Command<?> command, KernelOrder order) {
    return switch (command) {
      case InspectClusterState c -> kernel.inspectClusterState();
      case InspectNode c -> kernel.inspectNode(c.node());
      case InspectReplicationStatus c -> kernel.inspectReplicationStatus();
      case InspectPromotionState c -> kernel.inspectPromotionState();
      case RunDiagnostics c -> kernel.runDiagnostics(order.diagnostics());
      case InspectWal c -> kernel.inspectWal(c.node(), c.page());
      case InspectSnapshots c -> kernel.inspectSnapshots(c.node(), c.page());
      case RequestPromotion c -> kernel.requestPromotion(order.transition());
      case RequestDemotion c -> kernel.requestDemotion(order.transition());
      case ForcePromotion c -> kernel.forcePromotion(order.transition());
    };
  }
}
