package io.aerodb.sim;

import static io.aerodb.sim.SimFixture.A;
import static io.aerodb.sim.SimFixture.B;
import static io.aerodb.sim.SimFixture.C;
import static io.aerodb.sim.SimFixture.value;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.KernelResponse.Completed;
import io.aerodb.kernel.KernelResponse.Rejected;
import io.aerodb.kernel.KernelUnavailableException;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.ReplicationState;
import io.aerodb.kernel.RequestResolution;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.kernel.TransitionPhase;
import io.aerodb.sim.storage.DirectoryLock;
import io.aerodb.sim.storage.QuickStorage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests kernels in many threads and in two processes on one cluster. */
class RaceTest {
  @TempDir
  Path dir;

  @Test
  @CoversViolation("P7-E1")
  void of_32_promotions_by_two_kernels_exactly_one_wins() throws Exception {
    SimFixture sim = SimFixture.written(dir.resolve("sim")).after(new ClusterEvent.Kill(A));
    List<SimulatedKernel> kernels = List.of(sim.kernel(new QuickStorage()), sim.kernel(new QuickStorage()));
    AuthorityEpoch epoch = sim.epoch();
    List<Future<KernelResponse<CompletedTransition>>> answers = new ArrayList<>();

    try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
      CountDownLatch start = new CountDownLatch(1);
      for (int i = 0; i < 32; i++) {
        TransitionOrder order = SimFixture.order("race-" + i, Transition.PROMOTION, i % 3 == 0 ? B : C, epoch);
        SimulatedKernel kernel = kernels.get(i % 2);
        answers.add(threads.submit(() -> {
          start.await();
          return kernel.requestPromotion(order);
        }));
      }
      start.countDown();
    }

    List<KernelResponse<CompletedTransition>> given = new ArrayList<>();
    for (Future<KernelResponse<CompletedTransition>> answer : answers) {
      given.add(answer.get());
    }
    assertThat(given.stream().filter(Completed.class::isInstance)).hasSize(1);
    assertThat(given.stream().filter(Rejected.class::isInstance).map(refused -> ((Rejected<?>) refused).code()))
        .isSubsetOf(Set.of("AERO_AUTHORITY_EPOCH_CHANGED", "AERO_PROMOTION_ALREADY_IN_PROGRESS"));
    assertThat(writable(sim)).hasSize(1);
    StepGrammar.check(sim.cluster.steps());
  }

  @Test
  void of_two_processes_that_promote_exactly_one_wins() throws Exception {
    SimFixture sim = SimFixture.written(dir.resolve("sim")).after(new ClusterEvent.Kill(A));
    List<Process> processes = List.of(promoter(sim, "one", B), promoter(sim, "two", C));
    List<BufferedReader> outputs =
        processes.stream().map(process -> new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)))
            .toList();
    for (BufferedReader output : outputs) {
      assertThat(output.readLine()).isEqualTo("ready");
    }

    for (Process process : processes) {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
    }

    List<String> answers = new ArrayList<>();
    for (BufferedReader output : outputs) {
      answers.add(output.readLine());
    }
    for (Process process : processes) {
      assertThat(process.waitFor()).isZero();
    }
    assertThat(answers).filteredOn("completed"::equals).hasSize(1);
    assertThat(writable(sim)).hasSize(1);
    StepGrammar.check(sim.cluster.steps());
  }

  /** The other process: says that it is ready, waits for a line, promotes, and says what came of it. */
  static final class Promoter {
    private Promoter() {}

    public static void main(String[] args) throws IOException {
      try (Kernel kernel = SimulatedKernel.open(Path.of(args[0]))) {
        TransitionOrder order =
            SimFixture.order(args[1], Transition.PROMOTION, new NodeId(args[2]), new AuthorityEpoch(args[3]));
        System.out.println("ready");
        System.in.read();
        System.out.println(kernel.requestPromotion(order) instanceof Completed ? "completed" : "rejected");
      }
    }
  }

  @Test
  void while_an_order_is_carried_out_it_is_seen_and_another_is_refused() {
    SimFixture sim = SimFixture.written(dir.resolve("sim")).after(new ClusterEvent.Kill(A));
    TransitionOrder running = SimFixture.order("running", Transition.PROMOTION, B, sim.epoch());
    Held held = begin(sim, running);

    assertThat(value(sim.kernel.inspectPromotionState()).phase()).isEqualTo(TransitionPhase.PROMOTION_REQUESTED);
    assertThat(value(sim.kernel.inspectPromotionState()).ongoing().orElseThrow().requestId()).isEqualTo("running");
    assertThat(sim.assess(Transition.PROMOTION, C, "running").settled()).containsEntry("running",
        RequestResolution.CANNOT_TELL);
    assertThat(sim.finding(C, Check.IN_PROGRESS).observed()).contains("running").contains("PROMOTION_REQUESTED");
    assertThat(SimFixture.refused(sim.promote(C)).code()).isEqualTo("AERO_PROMOTION_ALREADY_IN_PROGRESS");
    assertThat(SimFixture.refused(sim.demote(A)).code()).isEqualTo("AERO_PROMOTION_ALREADY_IN_PROGRESS");
    assertThatThrownBy(() -> sim.kernel.requestPromotion(running)).isInstanceOf(KernelUnavailableException.class);
    assertThat(
        SimFixture.refused(sim.kernel.requestDemotion(SimFixture.order("running", Transition.DEMOTION, A, sim.epoch())))
            .code())
        .isEqualTo("AERO_REQUEST_ID_REUSED");

    held.release();
    assertThat(value(sim.kernel.inspectPromotionState()).phase()).isEqualTo(TransitionPhase.STEADY);
    assertThat(sim.assess(Transition.PROMOTION, C, "running").settled()).containsEntry("running",
        RequestResolution.NOT_EXECUTED);
    assertThat(value(sim.promote(C)).target()).isEqualTo(C);
  }

  @Test
  void a_lock_that_is_not_had_within_the_bound_is_no_answer() throws Exception {
    SimFixture sim = SimFixture.written(dir.resolve("sim"));
    SimulatedKernel hasty = SimulatedKernel.open(sim.dir, Duration.ofMillis(20));
    CountDownLatch holding = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Boolean> holder =
          other.submit(() -> DirectoryLock.of(sim.dir.toRealPath())
              .hold(System.nanoTime() + Duration.ofSeconds(5).toNanos(), () -> {
                holding.countDown();
                return awaited(done);
              }));
      holding.await();

      assertThatThrownBy(hasty::inspectClusterState).isInstanceOf(KernelUnavailableException.class)
          .hasMessageContaining("not had within the call bound");

      done.countDown();
      assertThat(holder.get()).isTrue();
    }
    assertThat(value(hasty.inspectClusterState()).primary()).contains(A);
  }

  @Test
  void an_interrupted_thread_gets_its_answer_and_stays_interrupted() {
    SimFixture sim = SimFixture.written(dir.resolve("sim")).after(new ClusterEvent.Kill(A));
    SimulatedKernel durable = SimulatedKernel.open(sim.dir);
    TransitionOrder order = sim.order(Transition.PROMOTION, B);

    Thread.currentThread().interrupt();
    KernelResponse<CompletedTransition> answer = durable.requestPromotion(order);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(value(answer).target()).isEqualTo(B);
  }

  /** An order in progress, until it is released. */
  private interface Held {
    void release();
  }

  /** An order that a living process has begun, between two of its steps. */
  private static Held begin(SimFixture sim, TransitionOrder order) {
    LockedCluster locked = LockedCluster.open(sim.dir, SimulatedKernel.DEFAULT_CALL_BOUND, new QuickStorage());
    DirectoryLock.Ownership own = locked.step((snapshot, files, lock) -> {
      files.step(snapshot.kernel(), TransitionPhase.PROMOTION_REQUESTED, Ongoing.of(order), snapshot.authority(),
          TransitionStep.Cause.ORDER);
      return lock.tryOwn().orElseThrow();
    });
    return () -> {
      try {
        own.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<NodeId> writable(SimFixture sim) {
    return value(sim.kernel.inspectClusterState()).members().stream()
        .filter(member -> member.answeredState()
            .filter(ReplicationState.PrimaryActive.class::isInstance).isPresent())
        .map(MemberState::node).toList();
  }

  private static Process promoter(SimFixture sim, String id, NodeId target) throws IOException {
    String path = Stream.of(Promoter.class, SimulatedKernel.class, Kernel.class, Assertions.class)
        .map(RaceTest::root).distinct().collect(Collectors.joining(File.pathSeparator));
    return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", path,
        Promoter.class.getName(),
        sim.dir.toString(), id, target.value(), sim.epoch().value()).redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The directory or jar that a class was really read from, also when its package was patched into a module. */
  private static String root(Class<?> type) {
    String name = type.getName().replace('.', '/') + ".class";
    URL url = Objects.requireNonNull(type.getResource("/" + name), name);
    String where = url.toString();
    try {
      return where.startsWith("jar:")
          ? Path.of(new URI(where.substring(4, where.indexOf("!/")))).toString()
          : Path.of(new URI(where.substring(0, where.length() - name.length()))).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(where, e);
    }
  }
}
