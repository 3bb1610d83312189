package io.aerodb.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.KernelResponse.Completed;
import io.aerodb.kernel.KernelResponse.Rejected;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.sim.storage.MemoryStorage;
import io.aerodb.sim.storage.QuickStorage;
import io.aerodb.sim.storage.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A cluster {@code demo} of the members a, b and c with a kernel, and what tests do with them. */
final class SimFixture {
  static final ClusterId DEMO = new ClusterId("demo");
  static final NodeId A = new NodeId("a");
  static final NodeId B = new NodeId("b");
  static final NodeId C = new NodeId("c");
  static final NodeId NOBODY = new NodeId("nobody");
  static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

  final Path dir;
  final SimulatedCluster cluster;
  final SimulatedKernel kernel;
  private int orders;

  private SimFixture(Path dir, SimulatedCluster cluster) {
    this.dir = dir;
    this.cluster = cluster;
    this.kernel = cluster.kernel();
  }

  static SimFixture in(Path dir) {
    return new SimFixture(dir, SimulatedCluster.create(dir, DEMO, List.of(A, B, C), TIME, new QuickStorage()));
  }

  static SimFixture inMemory() {
    return new SimFixture(MemoryStorage.ROOT, SimulatedCluster.inMemory(DEMO, List.of(A, B, C), TIME));
  }

  /** With ten entries everywhere. */
  static SimFixture written(Path dir) {
    return in(dir).after(new ClusterEvent.Write(A, 10));
  }

  SimFixture after(ClusterEvent... events) {
    for (ClusterEvent event : events) {
      assertThat(cluster.apply(event)).as("%s", event).isInstanceOf(EventResult.Applied.class);
    }
    return this;
  }

  /** Another kernel on the same directory. */
  SimulatedKernel kernel(Storage storage) {
    return SimulatedKernel.open(dir, SimulatedKernel.DEFAULT_CALL_BOUND, storage);
  }

  AuthorityEpoch epoch() {
    return value(kernel.inspectClusterState()).epoch();
  }

  TransitionOrder order(Transition transition, NodeId target, String... acknowledged) {
    orders++;
    return order("r-" + orders, transition, target, epoch(), acknowledged);
  }

  static TransitionOrder order(String id, Transition transition, NodeId target, AuthorityEpoch epoch,
      String... acknowledged) {
    return TransitionOrder.builder().cluster(DEMO).requestId(id).commandDigest(digest(id + transition + target))
        .operator("ada").reason("test")
        .transition(transition).target(target).expectedEpoch(epoch).addAcknowledgedChecks(acknowledged).build();
  }

  static String digest(String of) {
    return String.format("%064x", of.hashCode() & 0xffffffffL);
  }

  KernelResponse<CompletedTransition> promote(NodeId target) {
    return kernel.requestPromotion(order(Transition.PROMOTION, target));
  }

  KernelResponse<CompletedTransition> demote(NodeId target) {
    return kernel.requestDemotion(order(Transition.DEMOTION, target));
  }

  KernelResponse<CompletedTransition> force(NodeId target, String... acknowledged) {
    return kernel.forcePromotion(order(Transition.FORCED_PROMOTION, target, acknowledged));
  }

  static KernelResponse<CompletedTransition> give(SimulatedKernel kernel, TransitionOrder order) {
    return switch (order.transition()) {
      case PROMOTION -> kernel.requestPromotion(order);
      case DEMOTION -> kernel.requestDemotion(order);
      case FORCED_PROMOTION -> kernel.forcePromotion(order);
    };
  }

  Assessment assess(Transition transition, NodeId target, String... unresolved) {
    return value(kernel.assess(transition, target, ids(unresolved)));
  }

  Finding finding(NodeId target, Check check) {
    return assess(Transition.PROMOTION, target).findings().stream().filter(f -> f.code().equals(check.code()))
        .findFirst().orElseThrow();
  }

  MemberState.Reachable member(NodeId node) {
    return (MemberState.Reachable) value(kernel.inspectNode(node)).member();
  }

  static SortedSet<String> ids(String... ids) {
    return new TreeSet<>(List.of(ids));
  }

  static <T> T value(KernelResponse<T> response) {
    return switch (response) {
      case Completed<T>(T value) -> value;
      case Rejected<T> refused -> throw new AssertionError("refused: " + refused);
    };
  }

  static <T> Rejected<T> refused(KernelResponse<T> response) {
    return switch (response) {
      case Rejected<T> refused -> refused;
      case Completed<T> done -> throw new AssertionError("not refused: " + done);
    };
  }

  static Collection<String> names(Rejected<?> refused) {
    return refused.invariants().stream().map(Object::toString).toList();
  }

  /** Every file with its bytes and its time of change. */
  Map<String, String> content() {
    try (Stream<Path> files = Files.walk(dir)) {
      Map<String, String> content = new TreeMap<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(dir.relativize(file).toString(), Files.getLastModifiedTime(file) + "\n" + Files.readString(file));
      }
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
