package io.aerodb.testkit.kernel;

import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.RequestResolution;
import io.aerodb.kernel.RoleAfter;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.kernel.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Copies of orders and answers in which one thing is changed. */
final class Rebuilt {
  private Rebuilt() {}

  static TransitionOrder order(TransitionOrder order, String requestId, String digest) {
    return order(order, order.cluster(), requestId, digest, order.expectedEpoch(), order.acknowledgedChecks());
  }

  static TransitionOrder order(TransitionOrder order, AuthorityEpoch epoch) {
    return order(order, order.cluster(), order.requestId(), order.commandDigest(), epoch, order.acknowledgedChecks());
  }

  static TransitionOrder order(TransitionOrder order, ClusterId cluster) {
    return order(order, cluster, order.requestId(), order.commandDigest(), order.expectedEpoch(),
        order.acknowledgedChecks());
  }

  static TransitionOrder order(TransitionOrder order, Set<String> acknowledged) {
    return order(order, order.cluster(), order.requestId(), order.commandDigest(), order.expectedEpoch(), acknowledged);
  }

  private static TransitionOrder order(TransitionOrder order, ClusterId cluster, String requestId, String digest,
      AuthorityEpoch epoch, Set<String> acknowledged) {
    return TransitionOrder.builder().cluster(cluster).requestId(requestId).commandDigest(digest)
        .operator(order.operator()).reason(order.reason()).transition(order.transition()).target(order.target())
        .expectedEpoch(epoch).addAllAcknowledgedChecks(acknowledged).build();
  }

  /** An order of the double's own making. */
  static TransitionOrder sneaky(String id, ClusterId cluster, Transition transition, NodeId target,
      AuthorityEpoch epoch) {
    return TransitionOrder.builder().cluster(cluster).requestId(id).commandDigest("f".repeat(64)).operator("double")
        .reason("nobody asked").transition(transition).target(target).expectedEpoch(epoch).build();
  }

  /** What a kernel might answer to the order although it did nothing. */
  static CompletedTransition madeUp(TransitionOrder order) {
    return CompletedTransition.builder().cluster(order.cluster()).requestId(order.requestId())
        .transition(order.transition()).target(order.target()).epochBefore(order.expectedEpoch())
        .epochAfter(new AuthorityEpoch("made-up-" + order.requestId())).build();
  }

  static CompletedTransition target(CompletedTransition last, NodeId target) {
    return CompletedTransition.builder().cluster(last.cluster()).requestId(last.requestId())
        .transition(last.transition())
        .target(target).epochBefore(last.epochBefore()).epochAfter(last.epochAfter()).position(last.position()).build();
  }

  static CompletedTransition withoutPosition(CompletedTransition last) {
    return CompletedTransition.builder().cluster(last.cluster()).requestId(last.requestId())
        .transition(last.transition())
        .target(last.target()).epochBefore(last.epochBefore()).epochAfter(last.epochAfter()).build();
  }

  static ClusterState cluster(ClusterState state, AuthorityEpoch epoch, List<MemberState> members) {
    return ClusterState.builder().cluster(state.cluster()).epoch(epoch)
        .primary(state.primary().filter(node -> members.stream().anyMatch(m -> m.node().equals(node))))
        .addAllMembers(members).build();
  }

  static Assessment findings(Assessment assessment, List<Finding> findings) {
    return assessment(assessment, assessment.transition(), assessment.rolesAfter(), findings, assessment.settled());
  }

  static Assessment settled(Assessment assessment, Map<String, RequestResolution> settled) {
    return assessment(assessment, assessment.transition(), assessment.rolesAfter(), assessment.findings(), settled);
  }

  static Assessment roles(Assessment assessment, Map<NodeId, RoleAfter> roles) {
    return assessment(assessment, assessment.transition(), roles, assessment.findings(), assessment.settled());
  }

  static Assessment transition(Assessment assessment, Transition transition) {
    return assessment(assessment, transition, assessment.rolesAfter(), assessment.findings(), assessment.settled());
  }

  private static Assessment assessment(Assessment old, Transition transition, Map<NodeId, RoleAfter> roles,
      List<Finding> findings, Map<String, RequestResolution> settled) {
    return Assessment.builder().cluster(old.cluster()).transition(transition).target(old.target()).epoch(old.epoch())
        .primary(old.primary()).addAllMembers(old.members()).putAllRolesAfter(roles).summary(old.summary())
        .addAllFindings(findings).lastTransition(old.lastTransition()).putAllSettled(settled).build();
  }

  static Finding finding(Finding old, Verdict verdict, boolean overridable, Optional<String> missing) {
    return Finding.builder().code(old.code()).invariant(old.invariant()).verdict(verdict).expected(old.expected())
        .observed(old.observed()).missingEvidence(missing.orElse("")).overridable(overridable)
        .consequence(old.consequence()).writesAtRisk(old.writesAtRisk()).reversibility(old.reversibility()).build();
  }
}
