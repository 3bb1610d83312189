package io.aerodb.testkit.kernel;

import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.DiagnosticCost;
import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.DiagnosticReport;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.KernelResponse.Rejected;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.SnapshotView;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.kernel.WalView;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** The contract kit, run against a kernel that denies whatever may be denied. */
class DenyingKernelTest extends KernelKit {
  @TempDir
  Path directory;

  @Override
  protected KernelFixture fixture() {
    return new ForwardingKernelFixture(SimulatedKernelFixture.in(directory.resolve("kit")), Denying::new,
        EnumSet.allOf(Capability.class));
  }

  private static final class Denying extends ForwardingKernel {
    Denying(Kernel real) {
      super(real);
    }

    @Override
    KernelResponse<CompletedTransition> give(TransitionOrder order) {
      return order.transition() == Transition.PROMOTION ? super.give(order) : denied();
    }

    @Override
    public KernelResponse<DiagnosticCost> estimate(DiagnosticScope scope) {
      return denied();
    }

    @Override
    public KernelResponse<DiagnosticReport> runDiagnostics(DiagnosticOrder order) {
      return denied();
    }

    @Override
    public KernelResponse<WalView> inspectWal(Optional<NodeId> node, Page page) {
      return denied();
    }

    @Override
    public KernelResponse<SnapshotView> inspectSnapshots(Optional<NodeId> node, Page page) {
      return denied();
    }

    private static <T> KernelResponse<T> denied() {
      return new Rejected<>("AERO_NOT_SUPPORTED", "this kernel does not do that", List.of(new InvariantId("P6-F1")));
    }
  }
}
