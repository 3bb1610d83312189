package io.aerodb.command.doubles;

import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.DiagnosticCost;
import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.DiagnosticReport;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelActions;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.NodeState;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.PromotionState;
import io.aerodb.kernel.ReplicationStatus;
import io.aerodb.kernel.SnapshotView;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.kernel.WalView;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A kernel that answers each method as a test scripts it; at first it answers as a healthy cluster does. */
public final class ScriptedKernel implements Kernel {
  private static final Set<String> ACTIONS =
      Arrays.stream(KernelActions.class.getMethods()).map(Method::getName).collect(Collectors.toUnmodifiableSet());

  private final ClusterId cluster;
  private final List<ReceivedCall> calls = new CopyOnWriteArrayList<>();
  private final Map<String, Function<List<Object>, Object>> scripts = new ConcurrentHashMap<>();

  /** One call as it arrived. */
  public record ReceivedCall(String method, List<Object> arguments) {}

  public ScriptedKernel() {
    this(SampleCluster.CLUSTER);
  }

  public ScriptedKernel(ClusterId cluster) {
    this.cluster = cluster;
    completes("assess", a -> SampleCluster.assessment((Transition) a.get(0), (NodeId) a.get(1)));
    completes("estimate", a -> SampleCluster.cost((DiagnosticScope) a.get(0)));
    completes("inspectClusterState", a -> SampleViews.cluster());
    completes("inspectNode", a -> SampleViews.node((NodeId) a.get(0)));
    completes("inspectReplicationStatus", a -> SampleViews.replication());
    completes("inspectPromotionState", a -> SampleViews.promotion());
    completes("runDiagnostics", a -> SampleViews.report((DiagnosticOrder) a.get(0)));
    completes("inspectWal", a -> SampleViews.wal(node(a), (Page) a.get(1)));
    completes("inspectSnapshots", a -> SampleViews.snapshots(node(a), (Page) a.get(1)));
    for (String transition : List.of("requestPromotion", "requestDemotion", "forcePromotion")) {
      completes(transition, a -> SampleCluster.done((TransitionOrder) a.get(0)));
    }
  }

  private static Optional<NodeId> node(List<Object> arguments) {
    return ((Optional<?>) arguments.get(0)).map(NodeId.class::cast);
  }

  /** From now on the method answers what the script returns, {@code null} included, or throws what it throws. */
  public ScriptedKernel on(String method, Function<List<Object>, Object> script) {
    scripts.put(method, script);
    return this;
  }

  /** From now on the method completes with the value. */
  public ScriptedKernel completes(String method, Function<List<Object>, Object> value) {
    return on(method, arguments -> new KernelResponse.Completed<>(value.apply(arguments)));
  }

  /** From now on the method is rejected. */
  public ScriptedKernel rejects(String method, String code, String message, String... invariants) {
    List<InvariantId> ids = Arrays.stream(invariants).map(InvariantId::new).toList();
    return on(method, arguments -> new KernelResponse.Rejected<>(code, message, ids));
  }

  /**
   * From now on the method throws, whatever it is: checked ones as well, as a kernel written in another language may.
   */
  public ScriptedKernel fails(String method, Throwable thrown) {
    return on(method, arguments -> ScriptedKernel.<RuntimeException, Object>sneak(thrown));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable, R> R sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** Every call so far, planning reads included, in order. */
  public List<String> calls() {
    return calls.stream().map(ReceivedCall::method).toList();
  }

  /** Every call of an action so far. */
  public List<String> actions() {
    return calls().stream().filter(ACTIONS::contains).toList();
  }

  /** What the newest call of that method was given. */
  public List<Object> arguments(String method) {
    return calls.stream().filter(call -> call.method().equals(method)).reduce((a, b) -> b).orElseThrow().arguments();
  }

  @SuppressWarnings("unchecked")
  private <T> KernelResponse<T> call(String method, Object... arguments) {
    calls.add(new ReceivedCall(method, List.of(arguments)));
    return (KernelResponse<T>) scripts.get(method).apply(List.of(arguments));
  }

  @Override
  public KernelResponse<Assessment> assess(Transition transition, NodeId target, SortedSet<String> unresolved) {
    return call("assess", transition, target, unresolved);
  }

  @Override
  public KernelResponse<DiagnosticCost> estimate(DiagnosticScope scope) {
    return call("estimate", scope);
  }

  @Override
  public KernelResponse<ClusterState> inspectClusterState() {
    return call("inspectClusterState");
  }

  @Override
  public KernelResponse<NodeState> inspectNode(NodeId node) {
    return call("inspectNode", node);
  }

  @Override
  public KernelResponse<ReplicationStatus> inspectReplicationStatus() {
    return call("inspectReplicationStatus");
  }

  @Override
  public KernelResponse<PromotionState> inspectPromotionState() {
    return call("inspectPromotionState");
  }

  @Override
  public KernelResponse<DiagnosticReport> runDiagnostics(DiagnosticOrder order) {
    return call("runDiagnostics", order);
  }

  @Override
  public KernelResponse<WalView> inspectWal(Optional<NodeId> node, Page page) {
    return call("inspectWal", node, page);
  }

  @Override
  public KernelResponse<SnapshotView> inspectSnapshots(Optional<NodeId> node, Page page) {
    return call("inspectSnapshots", node, page);
  }

  @Override
  public KernelResponse<CompletedTransition> requestPromotion(TransitionOrder order) {
    return call("requestPromotion", order);
  }

  @Override
  public KernelResponse<CompletedTransition> requestDemotion(TransitionOrder order) {
    return call("requestDemotion", order);
  }

  @Override
  public KernelResponse<CompletedTransition> forcePromotion(TransitionOrder order) {
    return call("forcePromotion", order);
  }

  @Override
  public ClusterId cluster() {
    return cluster;
  }

  @Override
  public Duration callBound() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void close() {}
}
