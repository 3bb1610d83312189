package io.aerodb.testkit.arbitraries;

import io.aerodb.command.ControlCommand;
import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.HaltReason;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.Lag;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.OngoingTransition;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.ReplicationState;
import io.aerodb.kernel.RequestResolution;
import io.aerodb.kernel.Reversibility;
import io.aerodb.kernel.RoleAfter;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.kernel.Verdict;
import io.aerodb.kernel.WalPosition;
import io.aerodb.kernel.WritesAtRisk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Random values of a kernel's vocabulary: orders, judgements and their parts, consistent by construction, with texts as
 * a kernel may say them. {@link ViewArbitraries} has the views.
 *
 * @since 0.1
 */
public final class KernelArbitraries {
  private static final long MAX_INTEGER = (1L << 53) - 1;
  private static final int MAX_CODE = 100;
  private static final int MAX_TEXT = 1_000;
  private static final int MAX_MESSAGE = 4_000;
  private static final int MAX_OPERATOR = 500;
  private static final List<String> REQUIRED = List.of("P6-A1", "P6-A3", "P6-S1", "P6-S2");

  private KernelArbitraries() {}

  public static Arbitrary<NodeId> nodeIds() {
    return TextArbitraries.ids().map(NodeId::new);
  }

  public static Arbitrary<ClusterId> clusterIds() {
    return TextArbitraries.ids().map(ClusterId::new);
  }

  public static Arbitrary<AuthorityEpoch> epochs() {
    return Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(40).map(AuthorityEpoch::new);
  }

  /** Ids of kernel invariants, those that a promotion requires among them. */
  public static Arbitrary<InvariantId> invariantIds() {
    Arbitrary<String> any = Combinators
        .combine(Arbitraries.chars().range('A', 'Z'), Arbitraries.integers().between(0, 9),
            Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(1).ofMaxLength(2),
            Arbitraries.integers().between(0, 999), Arbitraries.of("", "a", "z"))
        .as((head, phase, kind, number, tail) -> "" + head + phase + '-' + kind + number + tail);
    return Arbitraries.oneOf(List.of(Arbitraries.of(REQUIRED), any)).map(InvariantId::new);
  }

  public static Arbitrary<Page> pages() {
    return Combinators.combine(Arbitraries.integers().between(1, Page.MAX_NUMBER),
        Arbitraries.integers().between(1, Page.MAX_SIZE)).as(Page::new);
  }

  public static Arbitrary<WalPosition> walPositions() {
    return Combinators.combine(Arbitraries.longs().between(1, MAX_INTEGER), counts()).as(WalPosition::new);
  }

  /** Each replication state, and each reason for a halt. */
  public static Arbitrary<ReplicationState> replicationStates() {
    return Arbitraries.oneOf(List.of(Arbitraries.of(new ReplicationState.ReplicaActive(),
        new ReplicationState.PrimaryActive(), new ReplicationState.Uninitialized(), new ReplicationState.Disabled()),
        Arbitraries.of(HaltReason.class).map(ReplicationState.ReplicationHalted::new)));
  }

  /** A member that answered, or the evidence that it did not. */
  public static Arbitrary<MemberState> memberStates() {
    return memberStates(nodeIds());
  }

  static Arbitrary<MemberState> memberStates(Arbitrary<NodeId> nodes) {
    Arbitrary<MemberState> answered = Combinators.combine(nodes, replicationStates(), walPositions().optional(),
        codes().optional()).as(
            (node, state, position, error) -> MemberState.Reachable.builder().node(node)
                .replication(state).position(position).lastErrorCode(error).build());
    return Arbitraries.oneOf(List.of(answered, Combinators.combine(nodes, texts()).as(MemberState.Unreachable::new)))
        .withoutEdgeCases();
  }

  /** A lag that is known, or why it is not. */
  public static Arbitrary<Lag> lags() {
    return Arbitraries.oneOf(List.of(Combinators.combine(counts(), counts()).as(Lag.Known::new),
        texts().map(Lag.Unknown::new)));
  }

  public static Arbitrary<WritesAtRisk> writesAtRisk() {
    Arbitrary<WritesAtRisk> range =
        Combinators.combine(Arbitraries.longs().between(1, MAX_INTEGER - 1), counts(), counts())
            .as((sequence, from, to) -> new WritesAtRisk.Range(new WalPosition(sequence, from),
                new WalPosition(sequence + 1, to)));
    return Arbitraries.oneOf(List.of(Arbitraries.just(new WritesAtRisk.None()), range,
        texts().map(WritesAtRisk.CannotBeTold::new)));
  }

  public static Arbitrary<RoleAfter> rolesAfter() {
    return Arbitraries.oneOf(List.of(replicationStates().map(RoleAfter.Becomes::new),
        texts().map(RoleAfter.CannotBeTold::new)));
  }

  /**
   * Checks of each verdict; only one that is not satisfied may be overridable, only an unprovable one lacks evidence.
   */
  public static Arbitrary<Finding> findings() {
    return findings(codes(), invariantIds());
  }

  private static Arbitrary<Finding> findings(Arbitrary<String> codes, Arbitrary<InvariantId> invariants) {
    Arbitrary<List<String>> said = texts().list().ofSize(4);
    return Combinators.combine(codes, invariants, Arbitraries.of(Verdict.class), said, Arbitraries.of(false, true),
        writesAtRisk(), Arbitraries.of(Reversibility.class))
        .as((code, invariant, verdict, texts, overridable, risk, reversibility) -> Finding.builder().code(code)
            .invariant(invariant).verdict(verdict).expected(texts.get(0)).observed(texts.get(1))
            .missingEvidence(verdict == Verdict.UNPROVABLE ? texts.get(2) : "").consequence(texts.get(3))
            .overridable(overridable && verdict != Verdict.SATISFIED).writesAtRisk(risk).reversibility(reversibility)
            .build())
        .withoutEdgeCases();
  }

  /** The four checks that a promotion requires, at times without one of them, and up to three more; each code once. */
  private static Arbitrary<List<Finding>> checks() {
    List<Arbitrary<Finding>> required = REQUIRED.stream()
        .map(id -> findings(Arbitraries.just("AERO_" + id.replace('-', '_')), Arbitraries.just(new InvariantId(id))))
        .toList();
    return Combinators.combine(Combinators.combine(required).as(ArrayList::new), Arbitraries.integers().between(0, 20),
        findings().list().ofMaxSize(3)).as((all, without, more) -> {
          var byCode = new LinkedHashMap<String, Finding>();
          all.forEach(finding -> byCode.put(finding.code(), finding));
          more.forEach(finding -> byCode.putIfAbsent(finding.code(), finding));
          if (without > 0 && without <= REQUIRED.size()) {
            byCode.remove(all.get(without - 1).code());
          }
          return List.copyOf(byCode.values());
        }).withoutEdgeCases();
  }

  /** Judgements of any transition. */
  public static Arbitrary<Assessment> assessments() {
    return assessments(Arbitraries.of(Transition.class), nodeIds());
  }

  /** Judgements that a kernel may answer to this very command. */
  public static Arbitrary<Assessment> assessmentsOf(ControlCommand command) {
    return assessments(Arbitraries.just(command.transition()), Arbitraries.just(command.node()));
  }

  private static Arbitrary<Assessment> assessments(Arbitrary<Transition> transitions, Arbitrary<NodeId> targets) {
    Arbitrary<Map<String, RequestResolution>> settled =
        Arbitraries.maps(TextArbitraries.ids(), Arbitraries.of(RequestResolution.class)).ofMaxSize(2);
    return Combinators.combine(transitions, Topology.with(targets), texts(), checks(),
        rolesAfter().list().ofSize(Topology.MOST), completedTransitions().optional(), settled)
        .as((transition, topology, summary, checks, roles, last, words) -> {
          var assessment = Assessment.builder().cluster(topology.cluster()).transition(transition)
              .target(topology.named()).epoch(topology.epoch()).primary(topology.primary())
              .addAllMembers(topology.members()).summary(summary).addAllFindings(checks).putAllSettled(words)
              .lastTransition(last.map(change -> of(topology.cluster(), change)));
          for (int i = 0; i < topology.members().size(); i++) {
            assessment.putRolesAfter(topology.members().get(i).node(), roles.get(i));
          }
          return assessment.build();
        }).withoutEdgeCases();
  }

  /** Completed changes of write authority. */
  public static Arbitrary<CompletedTransition> completedTransitions() {
    return Combinators
        .combine(clusterIds(), TextArbitraries.ids(), Arbitraries.of(Transition.class), nodeIds(), epochs(),
            epochs(), walPositions().optional())
        .as((cluster, request, transition, target, before, after, position) -> CompletedTransition.builder()
            .cluster(cluster)
            .requestId(request).transition(transition).target(target).epochBefore(before)
            .epochAfter(after.equals(before) ? new AuthorityEpoch(after.value() + "+") : after).position(position)
            .build())
        .withoutEdgeCases();
  }

  private static CompletedTransition of(ClusterId cluster, CompletedTransition change) {
    return CompletedTransition.builder().cluster(cluster).requestId(change.requestId()).transition(change.transition())
        .target(change.target()).epochBefore(change.epochBefore()).epochAfter(change.epochAfter())
        .position(change.position()).build();
  }

  /** Transitions under way. */
  public static Arbitrary<OngoingTransition> ongoingTransitions() {
    return Combinators.combine(TextArbitraries.ids(), Arbitraries.of(Transition.class), nodeIds())
        .as(OngoingTransition::new);
  }

  /** Confirmed orders of each transition; a force acknowledges at least one check. */
  public static Arbitrary<TransitionOrder> transitionOrders() {
    Arbitrary<String> digests = Arbitraries.strings().withChars("0123456789abcdef").ofLength(64);
    return Combinators.combine(Combinators.combine(clusterIds(), nodeIds(), epochs()).as(Addressed::new),
        TextArbitraries.ids(), digests, TextArbitraries.legalTexts(), kernelTexts(MAX_OPERATOR),
        Arbitraries.of(Transition.class), codes().set().ofMinSize(1).ofMaxSize(3))
        .as((to, request, digest, operator, reason, transition, checks) -> TransitionOrder.builder()
            .cluster(to.cluster())
            .target(to.target()).expectedEpoch(to.epoch()).requestId(request).commandDigest(digest).operator(operator)
            .reason(reason).transition(transition)
            .addAllAcknowledgedChecks(
                transition == Transition.FORCED_PROMOTION ? new TreeSet<>(checks) : new TreeSet<>())
            .build())
        .withoutEdgeCases();
  }

  /** The cluster, target and epoch that an order names. */
  private record Addressed(ClusterId cluster, NodeId target, AuthorityEpoch epoch) {}

  /** Confirmed orders to collect diagnostics, each with its ceiling. */
  public static Arbitrary<DiagnosticOrder> diagnosticOrders() {
    return Combinators.combine(TextArbitraries.ids(),
        Arbitraries.of(DiagnosticScope.class).flatMap(ViewArbitraries::diagnosticCosts)).as(DiagnosticOrder::new);
  }

  /** Answers of each kind: completed with one of these values, or rejected. */
  public static <T> Arbitrary<KernelResponse<T>> responses(Arbitrary<T> values) {
    return Arbitraries.oneOf(List.of(values.map(KernelResponse.Completed::new), rejections()));
  }

  /** Rejections with any code and message that a kernel may use, hostile ones included, naming invariants or none. */
  public static <T> Arbitrary<KernelResponse<T>> rejections() {
    return Combinators.combine(codes(), kernelTexts(MAX_MESSAGE), invariantIds().list().ofMaxSize(3))
        .as(KernelResponse.Rejected::new);
  }

  static Arbitrary<String> codes() {
    return kernelTexts(MAX_CODE);
  }

  static Arbitrary<String> texts() {
    return kernelTexts(MAX_TEXT);
  }

  static Arbitrary<Long> counts() {
    return Arbitraries.longs().between(0, MAX_INTEGER);
  }

  private static Arbitrary<String> kernelTexts(int max) {
    return TextArbitraries.kernelTexts(max);
  }
}
