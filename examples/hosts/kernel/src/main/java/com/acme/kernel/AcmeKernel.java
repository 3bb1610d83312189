package com.acme.kernel;

import static com.acme.kernel.Cluster.Life.*;

import com.acme.kernel.Cluster.*;
import io.aerodb.kernel.*;
import io.aerodb.kernel.KernelResponse.*;
import io.aerodb.kernel.ReplicationState.*;
import java.time.Duration;
import java.util.*;

/** A kernel that shows the members of a cluster, promotes a replica, and refuses everything else. */
public final class AcmeKernel implements Kernel {
  private record Refusal(String code, String invariant, String message) {
    static final Refusal UNKNOWN = new Refusal("ACME_UNKNOWN_NODE", "P6-A3", "the cluster has no such member");
    static final Refusal NOT_DONE = new Refusal("ACME_NOT_DONE", "P6-F1", "this kernel shows members and promotes");

    <T> KernelResponse<T> response() {
      return new Rejected<>(code, message, List.of(new InvariantId(invariant)));
    }
  }

  private final Cluster cluster;

  AcmeKernel(Cluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public KernelResponse<ClusterState> inspectClusterState() {
    return cluster.step(() -> new Completed<>(ClusterState.builder().cluster(cluster.id).epoch(cluster.epoch())
        .primary(primary()).addAllMembers(states()).build()));
  }

  @Override
  public KernelResponse<NodeState> inspectNode(NodeId node) {
    return cluster.step(() -> !cluster.members.containsKey(node) ? Refusal.UNKNOWN.response() : new Completed<>(
        NodeState.builder().cluster(cluster.id).epoch(cluster.epoch()).member(state(node)).build()));
  }

  @Override
  public KernelResponse<ReplicationStatus> inspectReplicationStatus() {
    return cluster.step(() -> new Completed<>(ReplicationStatus.builder().cluster(cluster.id).epoch(cluster.epoch())
        .primary(primary()).addAllReplicas(states().stream().filter(row -> !isPrimary(row.node()))
            .map(row -> new ReplicaStatus(row, lag(row.node()))).toList())
        .build()));
  }

  @Override
  public KernelResponse<PromotionState> inspectPromotionState() {
    return cluster.step(() -> new Completed<>(PromotionState.builder().cluster(cluster.id).epoch(cluster.epoch())
        .phase(TransitionPhase.STEADY).lastTransition(last()).build()));
  }

  @Override
  public KernelResponse<Assessment> assess(Transition transition, NodeId target, SortedSet<String> unresolved) {
    return cluster.step(() -> {
      Optional<Refusal> meaningless = meaningless(transition, target);
      if (meaningless.isPresent()) {
        return meaningless.get().response();
      }
      var answer = Assessment.builder();
      states().forEach(row -> answer.putRolesAfter(row.node(), roleAfter(row, target)));
      unresolved.forEach(request -> answer.putSettled(request, settled(request)));
      return new Completed<>(answer.cluster(cluster.id).transition(transition).target(target).epoch(cluster.epoch())
          .primary(primary()).addAllMembers(states()).summary(seen(cluster.holder) + "; " + seen(target))
          .addAllFindings(checks(target)).lastTransition(last()).build());
    });
  }

  /**
   * Judges an order and carries it out in one step, and once: what its id was answered first it is answered for ever.
   */
  private KernelResponse<CompletedTransition> answer(TransitionOrder order, Transition asked) {
    return cluster.step(() -> {
      Answer first = cluster.answers.get(order.requestId());
      if (first == null) {
        first = new Answer(order.commandDigest(), refusal(order, asked).<KernelResponse<CompletedTransition>>map(
            Refusal::response).orElseGet(() -> new Completed<>(cluster.promote(order.target(), order.requestId()))));
        cluster.answers.put(order.requestId(), first);
      }
      return first.digest().equals(order.commandDigest()) ? first.response()
          : new Refusal("ACME_USED_REQUEST_ID", "P6-F3", "another order had this request id").response();
    });
  }

  private Optional<Refusal> refusal(TransitionOrder order, Transition asked) {
    if (asked != Transition.PROMOTION || order.transition() != asked) {
      return Optional.of(Refusal.NOT_DONE);
    }
    if (!order.cluster().equals(cluster.id) || !order.expectedEpoch().equals(cluster.epoch())) {
      return Optional.of(new Refusal("ACME_MOVED_ON", "P6-A2", "this is " + cluster.id + ", " + cluster.epoch()));
    }
    return meaningless(asked, order.target()).or(() -> checks(order.target()).stream()
        .filter(check -> check.verdict() != Verdict.SATISFIED).findFirst()
        .map(check -> new Refusal(check.code(), check.invariant().value(), check.observed())));
  }

  private Optional<Refusal> meaningless(Transition transition, NodeId target) {
    if (!cluster.members.containsKey(target)) {
      return Optional.of(Refusal.UNKNOWN);
    }
    if (transition == Transition.DEMOTION) {
      return Optional.of(Refusal.NOT_DONE);
    }
    return Optional.of(new Refusal("ACME_IS_PRIMARY", "P6-A3", target + " is primary")).filter(is -> isPrimary(target));
  }

  /**
   * What a silent member holds, and whether it writes, is unknown; no assertion of an operator stands in for it here.
   */
  private List<Finding> checks(NodeId target) {
    Member from = cluster.members.get(cluster.holder);
    Member to = cluster.members.get(target);
    boolean unread = from.life() == SILENT || to.life() == SILENT;
    return List.of(
        check("ACME_PRIMARY_WRITES", "P6-A1", target, "nobody writes", from.life() == SILENT, primary().isEmpty()),
        check("ACME_NOT_RUNNING", "P6-A3", target, "the target runs", to.life() == SILENT, to.life() == ANSWERS),
        check("ACME_BEHIND", "P6-S1", target, "it lacks no entry", unread, to.log().startsWith(from.log())),
        check("ACME_FOREIGN", "P6-S2", target, "all it holds is shared", unread, from.log().startsWith(to.log())));
  }

  private Finding check(String code, String invariant, NodeId target, String expected, boolean unknown, boolean holds) {
    boolean satisfied = !unknown && holds;
    return Finding.builder().code(code).invariant(new InvariantId(invariant)).expected(expected)
        .verdict(unknown ? Verdict.UNPROVABLE : holds ? Verdict.SATISFIED : Verdict.VIOLATED).overridable(false)
        .observed(seen(cluster.holder) + "; " + seen(target))
        .missingEvidence(unknown ? "what a silent member holds" : "")
        .consequence("two members write, or acknowledged entries are lost").reversibility(Reversibility.IRREVERSIBLE)
        .writesAtRisk(satisfied ? new WritesAtRisk.None() : new WritesAtRisk.CannotBeTold("no force, so nobody counts"))
        .build();
  }

  private RequestResolution settled(String requestId) {
    Answer answer = cluster.answers.get(requestId);
    return answer == null ? RequestResolution.CANNOT_TELL
        : answer.response() instanceof Completed ? RequestResolution.EXECUTED : RequestResolution.NOT_EXECUTED;
  }

  private Optional<CompletedTransition> last() {
    return cluster.transitions.stream().reduce((before, here) -> here);
  }

  private Optional<NodeId> primary() {
    return Optional.of(cluster.holder).filter(node -> cluster.members.get(node).life() == ANSWERS);
  }

  private boolean isPrimary(NodeId node) {
    return primary().equals(Optional.of(node));
  }

  private List<MemberState> states() {
    return cluster.members.keySet().stream().map(this::state).toList();
  }

  private MemberState state(NodeId node) {
    Member member = cluster.members.get(node);
    ReplicationState role = isPrimary(node) ? new PrimaryActive()
        : member.life() == HALTED ? new ReplicationHalted(HaltReason.HISTORY_DIVERGENCE) : new ReplicaActive();
    return member.life() == SILENT || member.life() == DEAD ? new MemberState.Unreachable(node, seen(node))
        : MemberState.Reachable.builder().node(node).replication(role).position(member.position()).build();
  }

  private String seen(NodeId node) {
    Member member = cluster.members.get(node);
    return node + " " + (member.life() == SILENT ? SILENT : member.life() + " with the log " + member.log());
  }

  private RoleAfter roleAfter(MemberState row, NodeId target) {
    Optional<ReplicationState> now = row.answeredState();
    return row.node().equals(target) ? new RoleAfter.Becomes(new PrimaryActive())
        : now.isPresent() ? new RoleAfter.Becomes(now.get()) : new RoleAfter.CannotBeTold("it gives no answer");
  }

  private Lag lag(NodeId node) {
    String from = cluster.members.get(cluster.holder).log();
    Member member = cluster.members.get(node);
    long behind = from.length() - member.log().length();
    return primary().isPresent() && member.life() == ANSWERS && from.startsWith(member.log())
        ? new Lag.Known(behind, behind) : new Lag.Unknown("one of two logs can't be read, or they differ");
  }

  @Override
  public KernelResponse<CompletedTransition> requestPromotion(TransitionOrder order) {
    return answer(order, Transition.PROMOTION);
  }

  @Override
  public KernelResponse<CompletedTransition> requestDemotion(TransitionOrder order) {
    return answer(order, Transition.DEMOTION);
  }

  @Override
  public KernelResponse<CompletedTransition> forcePromotion(TransitionOrder order) {
    return answer(order, Transition.FORCED_PROMOTION);
  }

  @Override
  public KernelResponse<DiagnosticCost> estimate(DiagnosticScope scope) {
    return Refusal.NOT_DONE.response();
  }

  @Override
  public KernelResponse<DiagnosticReport> runDiagnostics(DiagnosticOrder order) {
    return Refusal.NOT_DONE.response();
  }

  @Override
  public KernelResponse<WalView> inspectWal(Optional<NodeId> node, Page page) {
    return Refusal.NOT_DONE.response();
  }

  @Override
  public KernelResponse<SnapshotView> inspectSnapshots(Optional<NodeId> node, Page page) {
    return Refusal.NOT_DONE.response();
  }

  @Override
  public ClusterId cluster() {
    return cluster.id;
  }

  @Override
  public Duration callBound() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void close() {
    // It holds nothing.
  }
}
