package io.aerodb.command.doubles;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Stage;
import io.aerodb.audit.UnresolvedRequest;
import io.aerodb.audit.json.Json;
import io.aerodb.command.ControlCommand;
import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.DiagnosticCost;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.MemberCost;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.ReplicationState;
import io.aerodb.kernel.Reversibility;
import io.aerodb.kernel.RoleAfter;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.kernel.Verdict;
import io.aerodb.kernel.WalPosition;
import io.aerodb.kernel.WritesAtRisk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A healthy cluster of three nodes, and what its kernel reports: n1 is primary, n2 and n3 follow. */
public final class SampleCluster {
  public static final ClusterId CLUSTER = new ClusterId("aero-1");
  public static final AuthorityEpoch EPOCH = new AuthorityEpoch("e-7");
  public static final NodeId N1 = new NodeId("n1");
  public static final NodeId N2 = new NodeId("n2");
  public static final NodeId N3 = new NodeId("n3");
  public static final WalPosition POSITION = new WalPosition(900, 64_000);
  public static final ReplicationState PRIMARY = new ReplicationState.PrimaryActive();
  public static final ReplicationState REPLICA = new ReplicationState.ReplicaActive();

  private SampleCluster() {}

  public static MemberState member(NodeId node, ReplicationState state) {
    return MemberState.Reachable.builder().node(node).replication(state).position(POSITION).build();
  }

  public static List<MemberState> members() {
    return List.of(member(N1, PRIMARY), member(N2, REPLICA), member(N3, REPLICA));
  }

  /** A check of that invariant, named after it; overridable when it is not satisfied. */
  public static Finding finding(String invariant, Verdict verdict) {
    return findingBuilder(invariant, verdict).overridable(verdict != Verdict.SATISFIED).build();
  }

  public static Finding.Builder findingBuilder(String invariant, Verdict verdict) {
    Finding.Builder builder = Finding.builder();
    builder.code("AERO_" + invariant.replace('-', '_')).invariant(new InvariantId(invariant)).verdict(verdict)
        .expected(invariant + " holds").observed(invariant + " was looked at")
        .missingEvidence(verdict == Verdict.UNPROVABLE ? "an answer of n1" : "")
        .consequence("Two histories exist.").reversibility(Reversibility.IRREVERSIBLE)
        .writesAtRisk(new WritesAtRisk.None());
    return builder;
  }

  /** The four checks that a promotion requires, all satisfied but those given instead. */
  public static List<Finding> findings(Finding... instead) {
    var required = new ArrayList<Finding>();
    for (String invariant : List.of("P6-A1", "P6-A3", "P6-S1", "P6-S2")) {
      List<Finding> given = Arrays.stream(instead).filter(f -> f.invariant().value().equals(invariant)).toList();
      required.addAll(given.isEmpty() ? List.of(finding(invariant, Verdict.SATISFIED)) : given);
    }
    Arrays.stream(instead).filter(f -> !required.contains(f)).forEach(required::add);
    return required;
  }

  public static Assessment assessment(Transition transition, NodeId target, Finding... instead) {
    return assessmentBuilder(transition, target).addAllFindings(findings(instead)).build();
  }

  /** Everything but the findings. */
  public static Assessment.Builder assessmentBuilder(Transition transition, NodeId target) {
    Assessment.Builder builder = bare(transition, target).epoch(EPOCH).primary(N1).addAllMembers(members());
    members().forEach(member -> builder.putRolesAfter(member.node(), after(transition, target, member.node())));
    return builder;
  }

  /** Cluster, transition, target and summary alone. */
  public static Assessment.Builder bare(Transition transition, NodeId target) {
    Assessment.Builder builder = Assessment.builder();
    builder.cluster(CLUSTER).transition(transition).target(target).summary("n1 is primary; n2 and n3 follow.");
    return builder;
  }

  private static RoleAfter after(Transition transition, NodeId target, NodeId node) {
    boolean promotes = transition != Transition.DEMOTION && node.equals(target);
    return new RoleAfter.Becomes(promotes ? PRIMARY : REPLICA);
  }

  /** A control request of ann's that the trail knows no end of. */
  public static UnresolvedRequest unresolved(String request, ControlCommand command) {
    AuditEvent.Builder dispatched = AuditEvent.builder();
    dispatched.stage(Stage.DISPATCHED).requestId(request).time(Instant.parse("2026-03-01T09:00:00Z")).clock("hand")
        .cluster(CLUSTER.value()).session("session-0").operator("ann").authority("operator").control(true)
        .command(command.json()).body(Json.object().put("kernelAction", command.type().kernelAction()).build());
    return new UnresolvedRequest(AuditRecord.of("log.example/aero-1", 4, dispatched.build()),
        UnresolvedRequest.End.MISSING);
  }

  /** What a kernel answers that did exactly what it was ordered. */
  public static CompletedTransition done(TransitionOrder order) {
    return transition(order.cluster(), order.requestId(), order.transition(), order.target(), order.expectedEpoch());
  }

  public static CompletedTransition earlier(String request, NodeId target) {
    return transition(CLUSTER, request, Transition.PROMOTION, target, new AuthorityEpoch("e-6"));
  }

  public static CompletedTransition transition(ClusterId cluster, String request, Transition transition, NodeId target,
      AuthorityEpoch before) {
    return CompletedTransition.builder().cluster(cluster).requestId(request).transition(transition).target(target)
        .epochBefore(before).epochAfter(new AuthorityEpoch("e-8")).position(POSITION).build();
  }

  public static DiagnosticCost cost(DiagnosticScope scope) {
    var builder = DiagnosticCost.builder().cluster(CLUSTER).scope(scope);
    List.of(N1, N2, N3).forEach(node -> builder.addMembers(MemberCost.builder().node(node).maxStatements(40)
        .maxBytesRead(1_000_000).maxDuration(Duration.ofMillis(2_500)).addLocks("none exclusive").build()));
    return builder.build();
  }
}
