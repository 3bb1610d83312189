package io.aerodb.testkit.plane;

import static io.aerodb.testkit.plane.ClusterFixture.race;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Stage;
import io.aerodb.audit.Verification;
import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.session.ControlPlane;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Proposal;
import io.aerodb.command.session.Session;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.sim.SimulatedCluster;
import io.aerodb.testkit.fault.Callers;
import io.aerodb.testkit.fault.CountingKernel;
import io.aerodb.testkit.fault.Fault;
import io.aerodb.testkit.fault.FaultyKernel;
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

/** Tests many threads at once on one plane, with a real journal and the simulated kernel. */
class ConcurrencyTest {
  @TempDir(factory = TmpfsDirectory.class)
  Path directory;

  private SimulatedCluster cluster;
  private FileAuditLog journal;
  private FaultyKernel faults;
  private CountingKernel kernel;
  private ControlPlane plane;
  private Session ada;

  @BeforeEach
  void open() {
    cluster = ClusterFixture.cluster(directory.resolve("cluster"));
    journal = ClusterFixture.journal(directory.resolve("journal"));
    faults = FaultyKernel.around(QuickCluster.kernel(directory.resolve("cluster")));
    kernel = CountingKernel.around(faults, journal);
    plane = ClusterFixture.plane(kernel, journal);
    ada = plane.session(ClusterFixture.ADA);
  }

  @AfterEach
  void close() {
    journal.close();
    kernel.close();
  }

  @Test
  @DisplayName("of 200 racing confirmations of one proposal one executes")
  @CoversViolation("CF-5")
  void of_200_racing_confirmations_one_executes() {
    Proposal<?> proposal = ClusterFixture.proposed(ada.submit(ClusterFixture.demotion("demote", ClusterFixture.A)));

    List<Outcome<?>> outcomes = race(200, i -> ada.confirm(proposal, ClusterFixture.right(proposal)));

    assertThat(outcomes).filteredOn(Outcome.Executed.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Outcome.NotExecuted.class::isInstance).hasSize(199)
        .allSatisfy(
            outcome -> assertThat(ClusterFixture.codes(outcome)).containsExactly(ErrorCode.CONFIRMATION_ALREADY_USED));
    assertThat(kernel.actionsOf("demote")).isEqualTo(1);
    assertThat(ClusterFixture.executions(cluster, "demote")).isEqualTo(1);
    assertWholeTrail();
  }

  @Test
  @DisplayName("of 64 threads with one request id one executes, and 63 are duplicates")
  @CoversViolation({"CM-9.1", "P7-F3"})
  void of_64_threads_with_one_request_id_one_executes() {
    List<Outcome<?>> outcomes =
        race(64, i -> (Outcome<?>) ada.submit(ClusterFixture.input("same", "inspect_node", "node=b")));

    assertThat(outcomes).filteredOn(Outcome.Executed.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Outcome.NotExecuted.class::isInstance).hasSize(63)
        .allSatisfy(outcome -> assertThat(ClusterFixture.codes(outcome)).containsExactly(ErrorCode.DUPLICATE_REQUEST));
    assertThat(kernel.calls(KernelMethod.INSPECT_NODE)).isEqualTo(1);
    assertWholeTrail();
  }

  @Test
  @DisplayName("of 16 sessions that propose one request id one is asked to confirm")
  @CoversViolation("CM-9.1")
  void of_16_sessions_that_propose_one_request_id_one_is_asked() {
    var replies =
        race(16, i -> plane.session(ClusterFixture.ADA).submit(ClusterFixture.demotion("same", ClusterFixture.A)));

    assertThat(replies).filteredOn(Proposal.class::isInstance).hasSize(1);
    assertThat(replies).filteredOn(Outcome.NotExecuted.class::isInstance).hasSize(15)
        .allSatisfy(reply -> assertThat(ClusterFixture.codes(reply)).containsExactly(ErrorCode.DUPLICATE_REQUEST));
    assertWholeTrail();
  }

  @Test
  @DisplayName("of 16 threads that propose in one session at once one is asked to confirm")
  @CoversViolation("CF-10")
  void of_16_proposals_in_one_session_one_is_open() {
    var replies = race(16, i -> ada.submit(ClusterFixture.demotion("demote-" + i, ClusterFixture.A)));

    assertThat(replies).filteredOn(Proposal.class::isInstance).hasSize(1);
    assertThat(replies).filteredOn(Outcome.NotExecuted.class::isInstance)
        .allSatisfy(reply -> assertThat(ClusterFixture.codes(reply)).containsExactly(ErrorCode.PROPOSAL_ALREADY_OPEN));
    assertWholeTrail();
  }

  @Test
  @DisplayName("while the kernel hangs a second control command is refused at once, and inspections go on")
  @CoversViolation("P7-E1")
  void while_the_kernel_hangs_a_second_control_command_is_refused_and_inspections_go_on() {
    Session bob = plane.session(ClusterFixture.BOB);
    Proposal<?> first = ClusterFixture.proposed(ada.submit(ClusterFixture.demotion("first", ClusterFixture.A)));
    Proposal<?> open = ClusterFixture.proposed(bob.submit(ClusterFixture.demotion("open", ClusterFixture.A)));
    var hanging = new Gate();
    faults.next(KernelMethod.REQUEST_DEMOTION, Fault.hang(Point.BEFORE_CALL, hanging));

    Future<Outcome<?>> slow = Callers.start(() -> ada.confirm(first, ClusterFixture.right(first)));
    hanging.awaitReached();
    Outcome<?> confirmed = bob.confirm(open, ClusterFixture.right(open));
    var proposed = bob.submit(ClusterFixture.promotion("second", ClusterFixture.B));
    var inspected = race(8, i -> bob.submit(ClusterFixture.input("look-" + i, "inspect_promotion_state")));
    hanging.release();

    assertThat(ClusterFixture.codes(confirmed)).containsExactly(ErrorCode.CONTROL_IN_FLIGHT);
    assertThat(confirmed.toString()).contains("request first");
    assertThat(ClusterFixture.codes(proposed)).containsExactly(ErrorCode.CONTROL_IN_FLIGHT);
    assertThat(inspected).allMatch(Outcome.Executed.class::isInstance);
    assertThat(Callers.result(slow)).isInstanceOf(Outcome.Executed.class);
    assertThat(kernel.calls()).filteredOn(call -> call.method().isTransition()).hasSize(1);
    assertWholeTrail();
  }

  @Test
  @DisplayName("an answer that is late is an answer: executed, once, and nothing is resent meanwhile")
  @CoversViolation("P7-E2")
  void an_answer_that_is_late_is_an_answer() {
    Proposal<?> proposal = ClusterFixture.proposed(ada.submit(ClusterFixture.demotion("late", ClusterFixture.A)));
    var late = new Gate();
    faults.next(KernelMethod.REQUEST_DEMOTION, Fault.hang(Point.AFTER_EFFECT, late));

    Future<Outcome<?>> slow = Callers.start(() -> ada.confirm(proposal, ClusterFixture.right(proposal)));
    late.awaitReached();
    assertThat(ClusterFixture.executions(cluster, "late")).isEqualTo(1);
    assertThat(ClusterFixture.stages(journal, "late")).endsWith(Stage.CONFIRMED, Stage.DISPATCHED);
    late.release();

    assertThat(Callers.result(slow)).isInstanceOf(Outcome.Executed.class);
    assertThat(kernel.actionsOf("late")).isEqualTo(1);
    assertWholeTrail();
  }

  @Test
  @DisplayName("a hundred different requests at once leave one order without gaps")
  @Covers({"AU-2", "AU-4"})
  void a_hundred_requests_at_once_leave_one_order_without_gaps() {
    var outcomes = race(100, i -> ada.submit(ClusterFixture.input("look-" + i, "inspect_cluster_state")));

    assertThat(outcomes).allMatch(Outcome.Executed.class::isInstance);
    assertThat(kernel.calls()).hasSize(100).allMatch(CountingKernel.Call::dispatched);
    assertWholeTrail();
  }

  private void assertWholeTrail() {
    List<Long> sequences = ClusterFixture.records(journal).stream().map(AuditRecord::sequence).toList();
    for (int i = 0; i < sequences.size(); i++) {
      assertThat(sequences.get(i)).isEqualTo(i + 1L);
    }
    assertThat(journal.verify()).isEqualTo(new Verification.Consistent(sequences.size()));
    assertThat(kernel.calls()).filteredOn(call -> call.method().isAction()).allMatch(CountingKernel.Call::dispatched);
    assertThat(journal.controlStatus().unresolved()).isEmpty();
  }
}
