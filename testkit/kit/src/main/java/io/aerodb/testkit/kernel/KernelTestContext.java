package io.aerodb.testkit.kernel;

import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.KernelResponse.Completed;
import io.aerodb.kernel.KernelResponse.Rejected;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.PromotionState;
import io.aerodb.kernel.ReplicationState;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.testkit.Arrangement.Arranged;
import io.aerodb.testkit.Arrangement.Denied;
import io.aerodb.testkit.Arrangement.Impossible;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The cluster of a test that runs, with helpers that call its kernel and judge the answers. */
final class KernelTestContext implements AutoCloseable {
  /** A legal name that no fixture gives to a member. */
  static final NodeId NOBODY = new NodeId("kit-nobody");

  private final KernelFixture fixture;
  private int orders;

  KernelTestContext(KernelFixture fixture) {
    this.fixture = fixture;
  }

  /**
   * Everything of a cluster that a read must leave as it is and a transition changes.
   *
   * @param roles what each member answered; empty for one that did not
   */
  record State(AuthorityEpoch epoch, Optional<NodeId> primary, Map<NodeId, Optional<ReplicationState>> roles,
      Optional<CompletedTransition> last) {}

  /**
   * A state of the cluster, and what the host sees of it without the kernel.
   *
   * @param answered the state as the kernel answers it
   * @param seen empty when the host sees nothing
   */
  record Trace(State answered, Optional<String> seen) {}

  Kernel kernel() {
    return fixture.kernel();
  }

  Kernel another() {
    return fixture.another();
  }

  /** Brings the scenario about and answers its target, or skips the test with the host's reason. */
  NodeId arrange(KernelScenario scenario) {
    return switch (fixture.arrange(scenario)) {
      case Arranged<NodeId>(NodeId target) -> target;
      case Impossible<NodeId>(String reason) ->
          Assumptions.abort("scenario " + scenario + " can't be arranged: " + reason);
      case Denied<NodeId> denied -> throw new AssertionError("the fixture answered " + scenario + " with " + denied
          + ", but a scenario happens behind the kernel's back, and no kernel is asked whether it may");
    };
  }

  /** Skips the test when the kernel denies the capability; that it refuses it is another test's. */
  void needs(Capability capability) {
    Assumptions.assumeFalse(denies(capability),
        () -> capability + " is denied by this kernel, and tested as a refusal");
  }

  boolean denies(Capability capability) {
    return fixture.denied().contains(capability);
  }

  State state() {
    return state(kernel());
  }

  /** The state as one adapter answers it. */
  State state(Kernel kernel) {
    ClusterState cluster = value(kernel.inspectClusterState());
    Map<NodeId, Optional<ReplicationState>> roles = new TreeMap<>();
    cluster.members().forEach(member -> roles.put(member.node(), member.answeredState()));
    PromotionState promotion = value(kernel.inspectPromotionState());
    return new State(cluster.epoch(), cluster.primary(), roles, promotion.lastTransition());
  }

  /** The state as another adapter answers it, and as the host sees it before anybody looks. */
  Trace trace() {
    Optional<String> seen = fixture.fingerprint();
    return new Trace(state(another()), seen);
  }

  AuthorityEpoch epoch() {
    return value(kernel().inspectClusterState()).epoch();
  }

  List<NodeId> members() {
    return value(kernel().inspectClusterState()).members().stream().map(MemberState::node).toList();
  }

  NodeId primary() {
    return value(kernel().inspectClusterState()).primary()
        .orElseThrow(() -> new IllegalStateException("the fixture has to give a fresh cluster a primary"));
  }

  /** Every member that answers as a replica. */
  List<NodeId> replicas() {
    return value(kernel().inspectClusterState()).members().stream()
        .filter(member -> member.answeredState().filter(ReplicationState.ReplicaActive.class::isInstance).isPresent())
        .map(MemberState::node).toList();
  }

  NodeId replica() {
    return replicas().stream().findFirst()
        .orElseThrow(() -> new IllegalStateException("the fixture has to give a fresh cluster a replica"));
  }

  Assessment assess(Transition transition, NodeId target, String... unresolved) {
    return value(kernel().assess(transition, target, ids(unresolved)));
  }

  /** An order in the present epoch, with a request id of its own. */
  TransitionOrder order(Transition transition, NodeId target, String... acknowledged) {
    return order(transition, target, epoch(), acknowledged);
  }

  TransitionOrder order(Transition transition, NodeId target, AuthorityEpoch epoch, String... acknowledged) {
    orders++;
    return draft("kit-" + orders, transition, target).cluster(kernel().cluster()).expectedEpoch(epoch)
        .commandDigest(digest("kit-" + orders)).addAcknowledgedChecks(acknowledged).build();
  }

  /** A promotion with an id and a digest of the test's choice. */
  TransitionOrder promotion(String requestId, String digest, NodeId target, AuthorityEpoch epoch) {
    return draft(requestId, Transition.PROMOTION, target).cluster(kernel().cluster()).expectedEpoch(epoch)
        .commandDigest(digest).build();
  }

  /** An order that means another cluster. */
  TransitionOrder foreign(ClusterId cluster, Transition transition, NodeId target) {
    return draft("kit-foreign", transition, target).cluster(cluster).expectedEpoch(epoch())
        .commandDigest(digest("kit-foreign")).build();
  }

  private static TransitionOrder.Builder draft(String requestId, Transition transition, NodeId target) {
    TransitionOrder.Builder order = TransitionOrder.builder();
    order.requestId(requestId).operator("kit").reason("contract kit").transition(transition).target(target);
    return order;
  }

  /** How long the kit waits for a call of that bound: what a loaded machine may add is no fault of the kernel. */
  static Duration patience(Duration bound) {
    return bound.plusSeconds(1);
  }

  /** Something of the form of a SHA-256; equal for equal texts. */
  static String digest(String of) {
    return String.format(Locale.ROOT, "%064x", of.hashCode() & 0xffffffffL);
  }

  /** Hands an order to the method that its transition belongs to. */
  static KernelResponse<CompletedTransition> give(Kernel kernel, TransitionOrder order) {
    return switch (order.transition()) {
      case PROMOTION -> kernel.requestPromotion(order);
      case DEMOTION -> kernel.requestDemotion(order);
      case FORCED_PROMOTION -> kernel.forcePromotion(order);
    };
  }

  KernelResponse<CompletedTransition> give(TransitionOrder order) {
    return give(kernel(), order);
  }

  /** The answer of an order that nothing stands against. */
  CompletedTransition carriedOut(TransitionOrder order) {
    return value(give(order));
  }

  /** Proves that the order is refused and that nothing changed by it. */
  Rejected<CompletedTransition> refused(KernelDuty duty, TransitionOrder order) {
    State before = state();
    Rejected<CompletedTransition> refusal = refused(duty, order.transition() + " of " + order.target(), give(order));
    same(duty, before, state(), "the order was answered as refused with " + refusal.code());
    return refusal;
  }

  static <T> Rejected<T> refused(KernelDuty duty, String what, KernelResponse<T> response) {
    return switch (response) {
      case Rejected<T> refusal -> refusal;
      case Completed<T>(T value) -> throw duty.broken(what + " was not refused but answered with " + value);
    };
  }

  /** Proves that the kernel answers the same as before; it may remember that it was asked. */
  static void same(KernelDuty duty, State before, State after, String what) {
    duty.require(before.equals(after), what + ", but the cluster was " + before + " and is now " + after);
  }

  /** Proves that there is not even a trace. */
  void untouched(KernelDuty duty, Trace before, String what) {
    Trace after = trace();
    same(duty, before.answered(), after.answered(), what);
    duty.require(before.seen().equals(after.seen()), what + ", but the host saw " + before.seen() + " and now sees "
        + after.seen());
  }

  /** The value of an answer that is no refusal: nothing stands against what was asked. */
  static <T> T value(KernelResponse<T> response) {
    return switch (response) {
      case Completed<T>(T value) -> value;
      case Rejected<T>(var code, var message, var invariants) ->
          throw KernelDuty.NOT_REFUSED.broken(code + ", " + message + " " + invariants);
    };
  }

  static SortedSet<String> ids(String... ids) {
    return new TreeSet<>(Stream.of(ids).toList());
  }

  @Override
  public void close() throws IOException {
    fixture.close();
  }
}
