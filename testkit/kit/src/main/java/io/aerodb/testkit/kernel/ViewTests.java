package io.aerodb.testkit.kernel;

import static io.aerodb.testkit.kernel.KernelDuty.CLUSTER_NAMED;
import static io.aerodb.testkit.kernel.KernelDuty.COMPLETE_VIEWS;
import static io.aerodb.testkit.kernel.KernelDuty.CONSISTENT_VIEWS;
import static io.aerodb.testkit.kernel.KernelDuty.NOTHING_CACHED;
import static io.aerodb.testkit.kernel.KernelDuty.NOTHING_FILLED_IN;
import static io.aerodb.testkit.kernel.KernelDuty.NOT_REFUSED;
import static io.aerodb.testkit.kernel.KernelTestContext.ids;
import static io.aerodb.testkit.kernel.KernelTestContext.value;

import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.Lag;
import io.aerodb.kernel.MemberSnapshots;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.MemberWal;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.ReplicaStatus;
import io.aerodb.kernel.ReplicationStatus;
import io.aerodb.kernel.Transition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests of views: each is complete, of one moment, and of the cluster that was opened. */
abstract class ViewTests extends KernelGroup {
  private static final Page FIRST = new Page(1, 10);

  ViewTests(KernelKit kit) {
    super(kit);
  }

  @Test
  @VerifiesKernel(CLUSTER_NAMED)
  void every_answer_names_the_cluster_that_was_opened() {
    ClusterId opened = context().kernel().cluster();

    clusters(context().kernel()).forEach((view, cluster) -> CLUSTER_NAMED.require(cluster.equals(opened),
        view + " names cluster " + cluster + " although " + opened + " was opened"));
  }

  @Test
  @VerifiesKernel(CONSISTENT_VIEWS)
  void all_views_of_one_state_agree_on_epoch_primary_and_members() {
    Kernel kernel = context().kernel();
    ClusterState cluster = value(kernel.inspectClusterState());
    ReplicationStatus replication = value(kernel.inspectReplicationStatus());

    epochs(kernel).forEach((view, epoch) -> CONSISTENT_VIEWS.require(epoch.equals(cluster.epoch()),
        view + " names epoch " + epoch + " and the cluster state " + cluster.epoch()));
    CONSISTENT_VIEWS.require(replication.primary().equals(cluster.primary()), "the replication status has the primary "
        + replication.primary() + " and the cluster state " + cluster.primary());
    CONSISTENT_VIEWS.require(
        cluster.primary().equals(value(assessment(kernel, cluster)).primary()),
        "the assessment has the primary " + value(assessment(kernel, cluster)).primary() + " and the cluster state "
            + cluster.primary());
  }

  @Test
  @VerifiesKernel(CONSISTENT_VIEWS)
  void after_authority_moved_all_views_agree_on_it() {
    NodeId target = context().arrange(KernelScenario.PRIMARY_LOST);

    AuthorityEpoch moved = context().carriedOut(context().order(Transition.PROMOTION, target)).epochAfter();

    epochs(context().kernel()).forEach((view, epoch) -> CONSISTENT_VIEWS.require(epoch.equals(moved),
        view + " names epoch " + epoch + " although the transition was answered with " + moved));
    Optional<NodeId> primary = value(context().kernel().inspectReplicationStatus()).primary();
    CONSISTENT_VIEWS.require(primary.equals(Optional.of(target)),
        "the replication status names epoch " + moved + " with the primary " + primary + " instead of " + target);
  }

  @Test
  @VerifiesKernel({COMPLETE_VIEWS, NOT_REFUSED})
  void every_member_stands_in_every_view() {
    everyMemberStandsIn(context().members());
  }

  @Test
  @VerifiesKernel(COMPLETE_VIEWS)
  void a_member_that_cannot_be_read_stands_in_every_view() {
    List<NodeId> members = context().members();
    context().arrange(KernelScenario.REPLICA_SILENT);

    everyMemberStandsIn(members);
  }

  @Test
  @VerifiesKernel(NOTHING_FILLED_IN)
  void a_member_that_cannot_be_read_is_shown_with_evidence_and_nothing_else() {
    Kernel kernel = context().kernel();
    NodeId silent = context().arrange(KernelScenario.REPLICA_SILENT);

    unreadable("the cluster state", of(silent, value(kernel.inspectClusterState()).members()));
    unreadable("the node state", value(kernel.inspectNode(silent)).member());
    unreadable("the assessment", of(silent, context().assess(Transition.PROMOTION, context().replica()).members()));
    ReplicaStatus row = value(kernel.inspectReplicationStatus()).replicas().stream()
        .filter(replica -> replica.member().node().equals(silent)).findFirst()
        .orElseThrow(() -> COMPLETE_VIEWS.broken("the replication status lacks the silent replica " + silent));
    unreadable("the replication status", row.member());
    NOTHING_FILLED_IN.require(row.lag() instanceof Lag.Unknown,
        "the replication status knows the lag of " + silent + ", which gives no answer: " + row.lag());
  }

  @Test
  @VerifiesKernel(NOTHING_FILLED_IN)
  void the_log_and_the_snapshots_of_a_member_that_cannot_be_read_are_unreadable() {
    Kernel kernel = context().kernel();
    NodeId silent = context().arrange(KernelScenario.REPLICA_SILENT);

    if (!context().denies(Capability.WAL)) {
      MemberWal wal = value(kernel.inspectWal(Optional.of(silent), FIRST)).members().getFirst();
      NOTHING_FILLED_IN.require(wal instanceof MemberWal.Unreadable, "WAL of a silent member: " + wal);
    }
    if (!context().denies(Capability.SNAPSHOTS)) {
      MemberSnapshots taken = value(kernel.inspectSnapshots(Optional.of(silent), FIRST)).members().getFirst();
      NOTHING_FILLED_IN.require(taken instanceof MemberSnapshots.Unreadable, "snapshots of a silent member: " + taken);
    }
  }

  @Test
  @VerifiesKernel(NOTHING_FILLED_IN)
  void behind_a_primary_that_cannot_be_read_no_lag_is_known() {
    context().arrange(KernelScenario.PRIMARY_SILENT);

    for (ReplicaStatus replica : value(context().kernel().inspectReplicationStatus()).replicas()) {
      NOTHING_FILLED_IN.require(replica.lag() instanceof Lag.Unknown, "the lag of " + replica.member().node()
          + " behind a primary that gives no answer is " + replica.lag());
    }
  }

  @Test
  @VerifiesKernel(NOTHING_CACHED)
  void what_happened_to_a_member_is_seen_by_the_very_next_read() {
    Kernel kernel = context().kernel();
    NodeId primary = context().primary();
    value(kernel.inspectReplicationStatus());
    value(kernel.inspectNode(primary));
    context().arrange(KernelScenario.PRIMARY_SILENT);

    fresh(value(kernel.inspectNode(primary)).member());
    fresh(of(primary, value(kernel.inspectClusterState()).members()));
  }

  @Test
  @VerifiesKernel(NOTHING_CACHED)
  void authority_that_another_adapter_moved_is_seen_by_the_very_next_read() {
    NodeId target = context().arrange(KernelScenario.PRIMARY_LOST);
    Kernel kernel = context().kernel();
    context().assess(Transition.PROMOTION, target);

    AuthorityEpoch moved =
        value(KernelTestContext.give(context().another(), context().order(Transition.PROMOTION, target))).epochAfter();

    epochs(kernel).forEach((view, epoch) -> NOTHING_CACHED.require(epoch.equals(moved),
        view + " still names epoch " + epoch + " although another adapter moved authority to " + moved));
  }

  private void everyMemberStandsIn(List<NodeId> members) {
    Kernel kernel = context().kernel();
    NodeId replica = context().replica();
    complete("the cluster state", members, nodes(value(kernel.inspectClusterState()).members().stream()));
    complete("the assessment", members,
        nodes(context().assess(Transition.FORCED_PROMOTION, replica).members().stream()));
    ReplicationStatus status = value(kernel.inspectReplicationStatus());
    complete("the replication status", members, Stream.concat(status.primary().stream(),
        nodes(status.replicas().stream().map(ReplicaStatus::member)).stream()).sorted().toList());
    if (!context().denies(Capability.WAL)) {
      complete("the WAL view", members,
          value(kernel.inspectWal(Optional.empty(), FIRST)).members().stream().map(MemberWal::node).toList());
    }
    if (!context().denies(Capability.SNAPSHOTS)) {
      complete("the snapshot view", members, value(kernel.inspectSnapshots(Optional.empty(), FIRST)).members().stream()
          .map(MemberSnapshots::node).toList());
    }
  }

  private static void complete(String view, List<NodeId> members, List<NodeId> shown) {
    COMPLETE_VIEWS.require(shown.equals(members), view + " shows " + shown + " of the members " + members);
  }

  private static List<NodeId> nodes(Stream<MemberState> members) {
    return members.map(MemberState::node).toList();
  }

  private static MemberState of(NodeId node, List<MemberState> members) {
    return members.stream().filter(member -> member.node().equals(node)).findFirst()
        .orElseThrow(() -> COMPLETE_VIEWS.broken(node + " is missing among " + members));
  }

  private static void unreadable(String view, MemberState member) {
    NOTHING_FILLED_IN.require(member instanceof MemberState.Unreachable,
        view + " shows a member that gives no answer as " + member);
  }

  private static void fresh(MemberState member) {
    NOTHING_CACHED.require(member instanceof MemberState.Unreachable,
        "a primary that no longer answers is still shown as " + member);
  }

  private KernelResponse<Assessment> assessment(Kernel kernel, ClusterState cluster) {
    NodeId other = cluster.members().stream().map(MemberState::node)
        .filter(node -> !cluster.primary().equals(Optional.of(node))).findFirst().orElseThrow();
    return kernel.assess(Transition.PROMOTION, other, ids());
  }

  private Map<String, AuthorityEpoch> epochs(Kernel kernel) {
    Map<String, AuthorityEpoch> epochs = new TreeMap<>();
    ClusterState cluster = value(kernel.inspectClusterState());
    epochs.put("the cluster state", cluster.epoch());
    epochs.put("the replication status", value(kernel.inspectReplicationStatus()).epoch());
    epochs.put("the promotion state", value(kernel.inspectPromotionState()).epoch());
    epochs.put("the node state", value(kernel.inspectNode(cluster.members().getFirst().node())).epoch());
    epochs.put("the assessment", value(assessment(kernel, cluster)).epoch());
    if (!context().denies(Capability.WAL)) {
      epochs.put("the WAL view", value(kernel.inspectWal(Optional.empty(), FIRST)).epoch());
    }
    if (!context().denies(Capability.SNAPSHOTS)) {
      epochs.put("the snapshot view", value(kernel.inspectSnapshots(Optional.empty(), FIRST)).epoch());
    }
    return epochs;
  }

  private Map<String, ClusterId> clusters(Kernel kernel) {
    Map<String, ClusterId> clusters = new TreeMap<>();
    ClusterState cluster = value(kernel.inspectClusterState());
    clusters.put("the cluster state", cluster.cluster());
    clusters.put("the replication status", value(kernel.inspectReplicationStatus()).cluster());
    clusters.put("the promotion state", value(kernel.inspectPromotionState()).cluster());
    clusters.put("the node state", value(kernel.inspectNode(cluster.members().getFirst().node())).cluster());
    clusters.put("the assessment", value(assessment(kernel, cluster)).cluster());
    if (!context().denies(Capability.WAL)) {
      clusters.put("the WAL view", value(kernel.inspectWal(Optional.empty(), FIRST)).cluster());
    }
    if (!context().denies(Capability.SNAPSHOTS)) {
      clusters.put("the snapshot view", value(kernel.inspectSnapshots(Optional.empty(), FIRST)).cluster());
    }
    if (!context().denies(Capability.DIAGNOSTICS)) {
      var cost = value(kernel.estimate(DiagnosticScope.SUMMARY));
      clusters.put("the declared cost", cost.cluster());
      clusters.put("the diagnostic report",
          value(kernel.runDiagnostics(new DiagnosticOrder("kit-views", cost))).cluster());
    }
    return clusters;
  }
}
