package io.aerodb.sim;

import static java.util.Objects.requireNonNull;

import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.DiagnosticCost;
import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.DiagnosticReport;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.KernelResponse.Completed;
import io.aerodb.kernel.KernelResponse.Rejected;
import io.aerodb.kernel.KernelUnavailableException;
import io.aerodb.kernel.MemberCost;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.NodeState;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.PromotionState;
import io.aerodb.kernel.ReplicationStatus;
import io.aerodb.kernel.RequestResolution;
import io.aerodb.kernel.SnapshotView;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.kernel.WalView;
import io.aerodb.sim.storage.ClusterLayout;
import io.aerodb.sim.storage.DiskStorage;
import io.aerodb.sim.storage.Storage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The reference implementation of {@link Kernel}: AeroDB's promotion and demotion state machines over a
 * {@link SimulatedCluster}. Any number of kernels in any number of processes may be open on one directory; they share
 * nothing but the directory and hold no state of their own (ST-2).
 *
 * <p>Comparing the authority epoch, making every check and acting are one step under a lock. Effect and evidence are
 * one file, the marker of {@link ClusterLayout}: an order whose process dies took effect if it is there, and is
 * forgotten if it is not (P6-F2).
 *
 * <p>Every answer to an order is remembered, refusals too. An order for another cluster, or handed to the method of
 * another transition, is refused before anything is looked at and leaves no trace.
 * {@link RequestResolution#NOT_EXECUTED} is said of a remembered refusal and of an order that died before the marker;
 * of an id without a trace {@link RequestResolution#CANNOT_TELL}, because its order may still be on the way, and so it
 * is of one whose record can't be read.
 *
 * <p>It is not an automation: nothing that happens to a member ever moves authority.
 *
 * @since 0.1
 */
public final class SimulatedKernel implements Kernel {
  /** The call bound of a kernel that was opened without one. */
  public static final Duration DEFAULT_CALL_BOUND = Duration.ofSeconds(5);

  private final LockedCluster locked;
  private volatile boolean closed;

  SimulatedKernel(LockedCluster locked) {
    this.locked = locked;
  }

  /**
   * Opens the cluster in a directory with {@link #DEFAULT_CALL_BOUND}.
   *
   * @param directory where {@link SimulatedCluster#create} made one
   * @throws IllegalArgumentException when it holds none
   */
  public static SimulatedKernel open(Path directory) {
    return open(directory, DEFAULT_CALL_BOUND);
  }

  /**
   * Opens the cluster in a directory. Nothing is written, also when there is something to recover.
   *
   * @param directory where {@link SimulatedCluster#create} made one
   * @param callBound longest wait for the cluster's lock in one call; positive
   * @throws IllegalArgumentException when it holds none
   */
  public static SimulatedKernel open(Path directory, Duration callBound) {
    return open(directory, callBound, new DiskStorage());
  }

  /** Opens the cluster in a directory that is changed through that storage; for the test kit. */
  public static SimulatedKernel open(Path directory, Duration callBound, Storage storage) {
    return new SimulatedKernel(
        LockedCluster.open(requireNonNull(directory, "directory"), requireNonNull(callBound, "callBound"), storage));
  }

  @Override
  public ClusterId cluster() {
    return locked.cluster();
  }

  @Override
  public Duration callBound() {
    return locked.bound();
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public KernelResponse<Assessment> assess(Transition transition, NodeId target, SortedSet<String> unresolved) {
    return opened().raw((raw, files) -> {
      ClusterSnapshot snapshot = TransitionRecovery.view(raw);
      Optional<Rejected<Assessment>> unknown = TransitionRules.unknown(snapshot, target);
      Optional<Rejected<Assessment>> refused =
          unknown.isPresent() ? unknown : TransitionRules.meaningless(snapshot, transition, target);
      if (refused.isPresent()) {
        return refused.get();
      }
      return new Completed<>(assessment(snapshot, transition, target, settled(raw, files, unresolved)));
    });
  }

  @Override
  public KernelResponse<DiagnosticCost> estimate(DiagnosticScope scope) {
    return read(snapshot -> Diagnostics.estimate(snapshot, scope));
  }

  @Override
  public KernelResponse<ClusterState> inspectClusterState() {
    return read(Views::cluster);
  }

  @Override
  public KernelResponse<NodeState> inspectNode(NodeId node) {
    return readOf(Optional.of(node), snapshot -> Views.node(snapshot, node));
  }

  @Override
  public KernelResponse<ReplicationStatus> inspectReplicationStatus() {
    return read(Views::replication);
  }

  @Override
  public KernelResponse<PromotionState> inspectPromotionState() {
    return read(Views::promotion);
  }

  @Override
  public KernelResponse<DiagnosticReport> runDiagnostics(DiagnosticOrder order) {
    return opened().read((snapshot, files) -> {
      Optional<Rejected<DiagnosticReport>> foreign = foreign(snapshot, order.ceiling().cluster());
      Optional<Rejected<DiagnosticReport>> unknown = order.ceiling().members().stream().map(MemberCost::node)
          .map(node -> TransitionRules.<DiagnosticReport>unknown(snapshot, node)).flatMap(Optional::stream).findFirst();
      Optional<Rejected<DiagnosticReport>> refused = foreign.isPresent() ? foreign : unknown;
      return refused.isPresent() ? refused.get() : new Completed<>(Diagnostics.run(snapshot, order.ceiling()));
    });
  }

  @Override
  public KernelResponse<WalView> inspectWal(Optional<NodeId> node, Page page) {
    return readOf(node, snapshot -> Pages.wal(snapshot, node, page));
  }

  @Override
  public KernelResponse<SnapshotView> inspectSnapshots(Optional<NodeId> node, Page page) {
    return readOf(node, snapshot -> Pages.snapshots(snapshot, node, page));
  }

  @Override
  public KernelResponse<CompletedTransition> requestPromotion(TransitionOrder order) {
    return carryOut(order, Transition.PROMOTION);
  }

  @Override
  public KernelResponse<CompletedTransition> requestDemotion(TransitionOrder order) {
    return carryOut(order, Transition.DEMOTION);
  }

  @Override
  public KernelResponse<CompletedTransition> forcePromotion(TransitionOrder order) {
    return carryOut(order, Transition.FORCED_PROMOTION);
  }

  private KernelResponse<CompletedTransition> carryOut(TransitionOrder order, Transition expected) {
    if (order.transition() != expected) {
      return TransitionRules.rejected("AERO_TRANSITION_INVALID_REQUEST",
          "the order is for a " + order.transition() + " but was handed over as a "
              + expected,
          "P6-A3");
    }
    LockedCluster call = opened().call();
    Optional<Rejected<CompletedTransition>> foreign =
        call.read((snapshot, files) -> foreign(snapshot, order.cluster()));
    if (foreign.isPresent()) {
      return foreign.get();
    }
    try (TransitionRun run = new TransitionRun(call, order)) {
      return run.answer();
    }
  }

  private static Assessment assessment(ClusterSnapshot snapshot, Transition transition, NodeId target,
      Map<String, RequestResolution> settled) {
    // The digest and the request id of an order that nobody gave yet change nothing about the roles.
    Ongoing possible = new Ongoing("possible", "", transition, target);
    return Assessment.builder().cluster(snapshot.cluster()).transition(transition).target(target)
        .epoch(snapshot.authority().epoch())
        .primary(snapshot.authority().holder()).addAllMembers(snapshot.memberViews())
        .putAllRolesAfter(Succession.roles(snapshot, possible))
        .summary(Views.summary(snapshot)).addAllFindings(TransitionRules.findings(snapshot, transition, target))
        .lastTransition(snapshot.authority().last())
        .putAllSettled(settled).build();
  }

  private static Map<String, RequestResolution> settled(ClusterSnapshot raw, ClusterFiles files,
      SortedSet<String> unresolved) {
    Map<String, RequestResolution> words = new TreeMap<>();
    for (String id : unresolved) {
      words.put(id, TransitionRecovery.settle(raw, files, id));
    }
    return words;
  }

  private static <T> Optional<Rejected<T>> foreign(ClusterSnapshot snapshot, ClusterId meant) {
    return meant.equals(snapshot.cluster())
        ? Optional.empty()
        : Optional.of(TransitionRules.rejected("AERO_WRONG_CLUSTER",
            "the order is for cluster " + meant + " but this is cluster " + snapshot.cluster(), "P6-A3"));
  }

  private <T> KernelResponse<T> read(Function<ClusterSnapshot, T> view) {
    return readOf(Optional.empty(), view);
  }

  private <T> KernelResponse<T> readOf(Optional<NodeId> node, Function<ClusterSnapshot, T> view) {
    return opened().read((snapshot, files) -> {
      Optional<Rejected<T>> unknown = node.flatMap(named -> TransitionRules.unknown(snapshot, named));
      return unknown.isPresent() ? unknown.get() : new Completed<>(view.apply(snapshot));
    });
  }

  private LockedCluster opened() {
    if (closed) {
      throw new KernelUnavailableException("this kernel of cluster " + locked.cluster() + " was closed");
    }
    return locked;
  }
}
