package io.aerodb.testkit.arbitraries;

import io.aerodb.command.Command;
import io.aerodb.command.ControlCommand;
import io.aerodb.command.InspectClusterState;
import io.aerodb.command.InspectNode;
import io.aerodb.command.InspectPromotionState;
import io.aerodb.command.InspectReplicationStatus;
import io.aerodb.command.InspectSnapshots;
import io.aerodb.command.InspectWal;
import io.aerodb.command.RunDiagnostics;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.DiagnosticCost;
import io.aerodb.kernel.DiagnosticReport;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.MemberCost;
import io.aerodb.kernel.MemberDiagnostics;
import io.aerodb.kernel.MemberSnapshots;
import io.aerodb.kernel.MemberWal;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.NodeState;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.PromotionState;
import io.aerodb.kernel.ReplicaStatus;
import io.aerodb.kernel.ReplicationStatus;
import io.aerodb.kernel.Snapshot;
import io.aerodb.kernel.SnapshotView;
import io.aerodb.kernel.TransitionPhase;
import io.aerodb.kernel.WalPosition;
import io.aerodb.kernel.WalSegment;
import io.aerodb.kernel.WalView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Random answers of a kernel to each command, complete and consistent, with what could not be read said as such.
 *
 * @since 0.1
 */
public final class ViewArbitraries {
  private static final int MAX_ROWS = 4;
  private static final long MAX_MILLIS = 1L << 40;
  private static final long MAX_SECOND = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  private ViewArbitraries() {}

  /** Answers that fit this command: of what it names, and nothing else. */
  public static <R> Arbitrary<R> answersTo(Command<R> command) {
    return answers(command).withoutEdgeCases().map(command.resultType()::cast);
  }

  private static Arbitrary<?> answers(Command<?> command) {
    return switch (command) {
      case InspectClusterState c -> clusterStates();
      case InspectNode c -> nodeStates(c.node());
      case InspectReplicationStatus c -> replicationStatuses();
      case InspectPromotionState c -> promotionStates();
      case RunDiagnostics c -> diagnosticReports(c.scope());
      case InspectWal c -> walViews(c.node(), c.page());
      case InspectSnapshots c -> snapshotViews(c.node(), c.page());
      case ControlCommand c -> transitionsOf(c);
    };
  }

  public static Arbitrary<ClusterState> clusterStates() {
    return Topology.any().map(topology -> ClusterState.builder().cluster(topology.cluster()).epoch(topology.epoch())
        .primary(topology.primary()).addAllMembers(topology.members()).build())
        .withoutEdgeCases();
  }

  /** Of exactly this member. */
  public static Arbitrary<NodeState> nodeStates(NodeId node) {
    return Combinators.combine(KernelArbitraries.clusterIds(), KernelArbitraries.epochs(),
        KernelArbitraries.memberStates(Arbitraries.just(node)))
        .as((cluster, epoch, member) -> NodeState.builder().cluster(cluster).epoch(epoch).member(member).build())
        .withoutEdgeCases();
  }

  public static Arbitrary<ReplicationStatus> replicationStatuses() {
    return Combinators.combine(Topology.any(), KernelArbitraries.lags().list().ofSize(Topology.MOST))
        .as((topology, lags) -> {
          var rows = new ArrayList<ReplicaStatus>();
          topology.members().stream().filter(member -> !topology.primary().equals(Optional.of(member.node())))
              .forEach(member -> rows.add(new ReplicaStatus(member, lags.get(rows.size()))));
          return ReplicationStatus.builder().cluster(topology.cluster()).epoch(topology.epoch())
              .primary(topology.primary()).addAllReplicas(rows).build();
        });
  }

  /** Of each phase; a transition is under way in all but one. */
  public static Arbitrary<PromotionState> promotionStates() {
    return Combinators.combine(KernelArbitraries.clusterIds(), KernelArbitraries.epochs(),
        Arbitraries.of(TransitionPhase.class), KernelArbitraries.ongoingTransitions(),
        KernelArbitraries.completedTransitions().optional())
        .as((cluster, epoch, phase, ongoing, last) -> PromotionState.builder().cluster(cluster).epoch(epoch)
            .phase(phase)
            .ongoing(Optional.of(ongoing).filter(o -> phase != TransitionPhase.STEADY)).lastTransition(last).build())
        .withoutEdgeCases();
  }

  /** Completed transitions of this command's kind and target. */
  public static Arbitrary<CompletedTransition> transitionsOf(ControlCommand command) {
    return KernelArbitraries.completedTransitions().map(any -> CompletedTransition.builder().cluster(any.cluster())
        .requestId(any.requestId()).transition(command.transition()).target(command.node())
        .epochBefore(any.epochBefore()).epochAfter(any.epochAfter()).position(any.position()).build())
        .withoutEdgeCases();
  }

  /** Declared costs, each an upper bound for each member. */
  public static Arbitrary<DiagnosticCost> diagnosticCosts(DiagnosticScope scope) {
    Arbitrary<MemberCost> rows = Combinators.combine(KernelArbitraries.nodeIds(), KernelArbitraries.counts(),
        KernelArbitraries.counts(), durations(), KernelArbitraries.texts().list().ofMaxSize(2))
        .as((node, statements, bytes, duration, locks) -> MemberCost.builder().node(node).maxStatements(statements)
            .maxBytesRead(bytes).maxDuration(duration).addAllLocks(locks).build())
        .withoutEdgeCases();
    return Combinators.combine(KernelArbitraries.clusterIds(), rows(rows, MemberCost::node))
        .as((cluster, members) -> DiagnosticCost.builder().cluster(cluster).scope(scope).addAllMembers(members).build())
        .withoutEdgeCases();
  }

  public static Arbitrary<DiagnosticReport> diagnosticReports(DiagnosticScope scope) {
    Arbitrary<MemberDiagnostics> collected = Combinators.combine(KernelArbitraries.nodeIds(),
        Arbitraries.of(MemberDiagnostics.Completion.class),
        Arbitraries.maps(KernelArbitraries.texts(), KernelArbitraries.texts()).ofMaxSize(3), KernelArbitraries.counts(),
        KernelArbitraries.counts(), durations())
        .as((node, completion, entries, statements, bytes, duration) -> MemberDiagnostics.Collected.builder().node(node)
            .completion(completion).putAllEntries(entries).statements(statements).bytesRead(bytes).duration(duration)
            .build());
    Arbitrary<MemberDiagnostics> unreadable =
        Combinators.combine(KernelArbitraries.nodeIds(), KernelArbitraries.texts())
            .as(MemberDiagnostics.Unreadable::new);
    return Combinators.combine(KernelArbitraries.clusterIds(), KernelArbitraries.epochs(),
        rows(Arbitraries.oneOf(List.of(collected, unreadable)), MemberDiagnostics::node))
        .as((cluster, epoch, members) -> DiagnosticReport.builder().cluster(cluster).epoch(epoch).scope(scope)
            .addAllMembers(members).build())
        .withoutEdgeCases();
  }

  /**
   * WAL metadata.
   *
   * @param node the one member that is answered; empty for several
   * @param page the page that is answered
   */
  public static Arbitrary<WalView> walViews(Optional<NodeId> node, Page page) {
    return Combinators.combine(KernelArbitraries.clusterIds(), KernelArbitraries.epochs(),
        members(node, ViewArbitraries::memberWals, MemberWal::node))
        .as((cluster, epoch, members) -> WalView.builder().cluster(cluster).epoch(epoch).page(page)
            .addAllMembers(members)
            .build())
        .withoutEdgeCases();
  }

  private static Arbitrary<MemberWal> memberWals(Arbitrary<NodeId> nodes) {
    Arbitrary<List<WalPosition>> bounds = KernelArbitraries.walPositions().list().ofSize(3)
        .map(list -> list.stream().sorted().toList());
    Arbitrary<WalSegment> segments = Combinators.combine(KernelArbitraries.codes(), bounds, KernelArbitraries.counts())
        .as((name, positions, bytes) -> new WalSegment(name, positions.get(0), positions.get(1), bytes));
    Arbitrary<MemberWal> readable = Combinators.combine(nodes, bounds.optional(), KernelArbitraries.counts(),
        KernelArbitraries.codes().optional(), segments.list().ofMaxSize(1), Arbitraries.integers().between(0, 100))
        .as((node, positions, bytes, checkpoint, page, others) -> MemberWal.Readable.builder().node(node)
            .firstRetained(positions.map(List::getFirst)).committed(positions.map(list -> list.get(1)))
            .durable(positions.map(List::getLast)).bytes(bytes).lastCheckpoint(checkpoint)
            .segmentCount(page.size() + (long) others).addAllSegments(page).build());
    return Arbitraries.oneOf(List.of(readable,
        Combinators.combine(nodes, KernelArbitraries.texts()).as(MemberWal.Unreadable::new)));
  }

  /**
   * Snapshots.
   *
   * @param node the one member that is answered; empty for several
   * @param page the page that is answered
   */
  public static Arbitrary<SnapshotView> snapshotViews(Optional<NodeId> node, Page page) {
    return Combinators.combine(KernelArbitraries.clusterIds(), KernelArbitraries.epochs(),
        members(node, ViewArbitraries::memberSnapshots, MemberSnapshots::node))
        .as((cluster, epoch, members) -> SnapshotView.builder().cluster(cluster).epoch(epoch).page(page)
            .addAllMembers(members)
            .build())
        .withoutEdgeCases();
  }

  private static Arbitrary<MemberSnapshots> memberSnapshots(Arbitrary<NodeId> nodes) {
    Arbitrary<Snapshot> snapshots = Combinators.combine(KernelArbitraries.codes(), Arbitraries.of(Snapshot.Kind.class),
        instants(), KernelArbitraries.walPositions(), TextArbitraries.kernelTexts(200),
        Arbitraries.of(Snapshot.Verification.class))
        .as((id, kind, at, position, checksum, verification) -> Snapshot.builder().id(id).kind(kind).createdAt(at)
            .position(position).checksum(checksum).verification(verification).build())
        .withoutEdgeCases();
    Arbitrary<MemberSnapshots> readable = Combinators.combine(nodes, Arbitraries.integers().between(0, 100),
        snapshots.list().ofMaxSize(1)).as(
            (node, others, page) -> new MemberSnapshots.Readable(node,
                page.size() + (long) others, page));
    return Arbitraries.oneOf(List.of(readable,
        Combinators.combine(nodes, KernelArbitraries.texts()).as(MemberSnapshots.Unreadable::new)));
  }

  /** Instants of this and later millennia, to the nanosecond. */
  static Arbitrary<Instant> instants() {
    return Combinators.combine(Arbitraries.longs().between(0, MAX_SECOND),
        Arbitraries.integers().between(0, 999_999_999)).as(Instant::ofEpochSecond);
  }

  private static Arbitrary<Duration> durations() {
    return Arbitraries.longs().between(0, MAX_MILLIS).map(Duration::ofMillis);
  }

  private static <T> Arbitrary<List<T>> members(Optional<NodeId> node, Function<Arbitrary<NodeId>, Arbitrary<T>> row,
      Function<T, NodeId> id) {
    return node.isPresent() ? row.apply(Arbitraries.just(node.get())).list().ofSize(1)
        : rows(row.apply(KernelArbitraries.nodeIds()), id);
  }

  private static <T> Arbitrary<List<T>> rows(Arbitrary<T> row, Function<T, NodeId> id) {
    return row.list().ofMinSize(1).ofMaxSize(MAX_ROWS).uniqueElements(id)
        .map(rows -> rows.stream().sorted(Comparator.comparing(id)).toList()).withoutEdgeCases();
  }
}
