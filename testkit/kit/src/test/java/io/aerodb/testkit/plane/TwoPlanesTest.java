package io.aerodb.testkit.plane;

import static io.aerodb.testkit.plane.ClusterFixture.race;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.Stage;
import io.aerodb.audit.Verification;
import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.session.ControlPlane;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Proposal;
import io.aerodb.command.session.Session;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.sim.ClusterEvent;
import io.aerodb.sim.SimulatedCluster;
import io.aerodb.testkit.fault.Callers;
import io.aerodb.testkit.fault.CountingKernel;
import io.aerodb.testkit.fault.Fault;
import io.aerodb.testkit.fault.FaultyAuditLog;
import io.aerodb.testkit.fault.Gate;
import io.aerodb.testkit.fault.KernelMethod;
import io.aerodb.testkit.fault.Point;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests two planes, as two processes would have them, on one log and one cluster whose primary is dead. */
class TwoPlanesTest {
  @TempDir(factory = TmpfsDirectory.class)
  Path directory;

  private SimulatedCluster cluster;
  private FileAuditLog journal;
  private FaultyAuditLog secondLog;
  private CountingKernel kernel;
  private Session ada;
  private Session bob;
  private ControlPlane first;
  private ControlPlane second;

  @BeforeEach
  void open() {
    cluster = ClusterFixture.cluster(directory.resolve("cluster"), new ClusterEvent.Kill(ClusterFixture.A));
    journal = ClusterFixture.journal(directory.resolve("journal"));
    kernel = CountingKernel.around(QuickCluster.kernel(directory.resolve("cluster")), journal);
    first = ClusterFixture.plane(kernel, journal);
    ada = first.session(ClusterFixture.ADA);
    secondLog = FaultyAuditLog.around(journal);
    second = ClusterFixture.plane(kernel, secondLog);
    bob = second.session(ClusterFixture.BOB);
  }

  @AfterEach
  void close() {
    journal.close();
    kernel.close();
  }

  @Test
  @DisplayName("of two promotions that were explained in the same state the second is stale")
  @CoversViolation("CF-3")
  void of_two_promotions_explained_in_the_same_state_the_second_is_stale() {
    Proposal<?> toB = ClusterFixture.proposed(ada.submit(ClusterFixture.promotion("to-b", ClusterFixture.B)));
    Proposal<?> toC = ClusterFixture.proposed(bob.submit(ClusterFixture.promotion("to-c", ClusterFixture.C)));

    assertThat(ada.confirm(toB, ClusterFixture.right(toB))).isInstanceOf(Outcome.Executed.class);
    assertThat(ClusterFixture.codes(bob.confirm(toC, ClusterFixture.right(toC))))
        .containsExactly(ErrorCode.CONFIRMATION_STALE);

    assertActedOnce("to-b");
    assertThat(ClusterFixture.stages(journal, "to-c")).containsExactly(Stage.REQUESTED, Stage.PROPOSED, Stage.STALE);
  }

  @Test
  @DisplayName("a dispatch that slips in after the state was read again is fenced off by the log")
  @CoversViolation({"CM-9.2", "P7-E1"})
  void a_dispatch_that_slips_in_after_the_reread_is_fenced_off() {
    Proposal<?> toB = ClusterFixture.proposed(ada.submit(ClusterFixture.promotion("to-b", ClusterFixture.B)));
    Proposal<?> toC = ClusterFixture.proposed(bob.submit(ClusterFixture.promotion("to-c", ClusterFixture.C)));
    var aboutToDispatch = new Gate();
    secondLog.nextAppendOf(Stage.DISPATCHED, Fault.hang(Point.BEFORE_CALL, aboutToDispatch));

    Future<Outcome<?>> slow = Callers.start(() -> bob.confirm(toC, ClusterFixture.right(toC)));
    aboutToDispatch.awaitReached();
    assertThat(ada.confirm(toB, ClusterFixture.right(toB))).isInstanceOf(Outcome.Executed.class);
    aboutToDispatch.release();

    assertThat(ClusterFixture.codes(Callers.result(slow))).containsExactly(ErrorCode.CONTROL_MOVED);
    assertActedOnce("to-b");
    assertThat(ClusterFixture.stages(journal, "to-c")).containsExactly(Stage.REQUESTED, Stage.PROPOSED, Stage.STALE);
  }

  @Test
  @DisplayName("while one plane waits for its kernel the other can't dispatch past it")
  @CoversViolation("CM-9.2")
  void while_one_plane_waits_the_other_cannot_dispatch_past_it() {
    Proposal<?> toB = ClusterFixture.proposed(ada.submit(ClusterFixture.promotion("to-b", ClusterFixture.B)));
    var dispatched = new Gate();
    secondLog.nextAppendOf(Stage.DISPATCHED, Fault.hang(Point.AFTER_EFFECT, dispatched));
    Proposal<?> toC = ClusterFixture.proposed(bob.submit(ClusterFixture.promotion("to-c", ClusterFixture.C)));

    Future<Outcome<?>> slow = Callers.start(() -> bob.confirm(toC, ClusterFixture.right(toC)));
    dispatched.awaitReached();
    Outcome<?> fenced = ada.confirm(toB, ClusterFixture.right(toB));
    Proposal<?> demotion = ClusterFixture.proposed(ada.submit(ClusterFixture.promotion("to-b-2", ClusterFixture.B)));
    dispatched.release();

    assertThat(ClusterFixture.codes(fenced)).containsExactly(ErrorCode.CONTROL_MOVED);
    assertThat(ClusterFixture.demands(demotion)).contains("unresolved:to-c");
    assertThat(Callers.result(slow)).isInstanceOf(Outcome.Executed.class);
    assertActedOnce("to-c");
  }

  @Test
  @DisplayName("the same request id on both planes at once is executed by one of them")
  @CoversViolation("CM-9.1")
  void the_same_request_id_on_both_planes_is_executed_by_one() {
    List<Outcome<?>> outcomes = race(32, i -> (Outcome<?>) (i % 2 == 0 ? first : second)
        .session(ClusterFixture.ADA).submit(ClusterFixture.input("same", "inspect_cluster_state")));

    assertThat(outcomes).filteredOn(Outcome.Executed.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Outcome.NotExecuted.class::isInstance).hasSize(31)
        .allSatisfy(outcome -> assertThat(ClusterFixture.codes(outcome)).containsExactly(ErrorCode.DUPLICATE_REQUEST));
    assertThat(kernel.calls(KernelMethod.INSPECT_CLUSTER_STATE)).isEqualTo(1);
  }

  private void assertActedOnce(String request) {
    assertThat(ClusterFixture.executions(cluster, request)).isEqualTo(1);
    assertThat(kernel.calls()).filteredOn(call -> call.method().isTransition()).hasSize(1)
        .allSatisfy(call -> assertThat(call.stages()).endsWith(Stage.CONFIRMED, Stage.DISPATCHED));
    assertThat(journal.verify()).isInstanceOf(Verification.Consistent.class);
    assertThat(journal.controlStatus().unresolved()).isEmpty();
  }
}
