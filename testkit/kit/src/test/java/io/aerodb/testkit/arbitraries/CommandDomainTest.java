package io.aerodb.testkit.arbitraries;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.Command;
import io.aerodb.command.Confirmable;
import io.aerodb.command.ControlCommand;
import io.aerodb.command.ForcePromotion;
import io.aerodb.command.Immediate;
import io.aerodb.command.InspectNode;
import io.aerodb.command.InspectSnapshots;
import io.aerodb.command.InspectWal;
import io.aerodb.command.Reason;
import io.aerodb.command.RequestDemotion;
import io.aerodb.command.RequestPromotion;
import io.aerodb.command.RunDiagnostics;
import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.PromotionState;
import io.aerodb.kernel.ReplicationStatus;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.kernel.WalPosition;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** Tests that a host's property gets values of each type of the model by naming the type alone. */
@Domain(CommandDomain.class)
class CommandDomainTest {
  @Property(tries = 20)
  void kinds_of_commands(@ForAll Command<?> any, @ForAll Immediate<?> immediate, @ForAll Confirmable<?> confirmable,
      @ForAll ControlCommand control) {
    assertThat(new Object[]{any, immediate, confirmable, control}).doesNotContainNull();
  }

  @Property(tries = 20)
  void single_commands(@ForAll InspectNode node, @ForAll InspectWal wal, @ForAll InspectSnapshots snapshots,
      @ForAll RunDiagnostics diagnostics, @ForAll RequestPromotion promotion, @ForAll RequestDemotion demotion,
      @ForAll ForcePromotion force) {
    assertThat(new Object[]{node, wal, snapshots, diagnostics, promotion, demotion, force}).doesNotContainNull();
  }

  @Property(tries = 20)
  void what_commands_are_made_of(@ForAll Reason reason, @ForAll NodeId node, @ForAll ClusterId cluster,
      @ForAll AuthorityEpoch epoch, @ForAll InvariantId invariant, @ForAll Page page, @ForAll WalPosition position) {
    assertThat(new Object[]{reason, node, cluster, epoch, invariant, page, position}).doesNotContainNull();
  }

  @Property(tries = 20)
  void what_kernels_answer(@ForAll MemberState member, @ForAll Finding finding, @ForAll Assessment assessment,
      @ForAll ClusterState cluster, @ForAll ReplicationStatus replication, @ForAll PromotionState promotion) {
    assertThat(assessment.targetState().node()).isEqualTo(assessment.target());
    assertThat(new Object[]{member, finding, cluster, replication, promotion}).doesNotContainNull();
  }

  @Property(tries = 20)
  void what_kernels_are_ordered_and_did(@ForAll TransitionOrder order, @ForAll DiagnosticOrder diagnostics,
      @ForAll CompletedTransition done) {
    assertThat(done.epochAfter()).isNotEqualTo(done.epochBefore());
    assertThat(new Object[]{order, diagnostics}).doesNotContainNull();
  }
}
