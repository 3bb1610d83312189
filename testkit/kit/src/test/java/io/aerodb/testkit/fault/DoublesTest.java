package io.aerodb.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditUncertainException;
import io.aerodb.audit.Stage;
import io.aerodb.audit.store.MemoryAuditLog;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Proposal;
import io.aerodb.command.session.Session;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.KernelUnavailableException;
import io.aerodb.kernel.Page;
import io.aerodb.sim.SimulatedCluster;
import io.aerodb.testkit.plane.ClusterFixture;
import io.aerodb.testkit.plane.QuickCluster;
import io.aerodb.testkit.plane.TmpfsDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoublesTest {
  @TempDir(factory = TmpfsDirectory.class)
  Path directory;

  private final MemoryAuditLog memory = MemoryAuditLog.of("lab");
  private final FaultyAuditLog log = FaultyAuditLog.around(memory);
  private final CountingAuditLog counted = CountingAuditLog.around(log);
  private SimulatedCluster cluster;
  private FaultyKernel faults;
  private CountingKernel kernel;
  private Session session;

  @BeforeEach
  void open() {
    cluster = ClusterFixture.cluster(directory.resolve("cluster"));
    faults = FaultyKernel.around(QuickCluster.kernel(directory.resolve("cluster")));
    kernel = CountingKernel.around(faults, counted);
    session = ClusterFixture.plane(kernel, counted).session(ClusterFixture.ADA);
  }

  @Test
  void without_a_fault_everything_passes_and_is_counted() {
    assertThat(session.submit(ClusterFixture.input("look", "inspect_wal"))).isInstanceOf(Outcome.Executed.class);
    assertThat(ClusterFixture.confirmed(session, ClusterFixture.demotion("demote", ClusterFixture.A)))
        .isInstanceOf(Outcome.Executed.class);

    assertThat(counted.durable()).containsExactly(List.of(Stage.REQUESTED, Stage.DISPATCHED), List.of(Stage.EXECUTED),
        List.of(Stage.REQUESTED, Stage.PROPOSED), List.of(Stage.CONFIRMED, Stage.DISPATCHED), List.of(Stage.EXECUTED));
    assertThat(counted.durableWaits()).isEqualTo(5);
    assertThat(counted.appends()).isEqualTo(5);
    assertThat(kernel.calls()).extracting(CountingKernel.Call::method).containsExactly(KernelMethod.INSPECT_WAL,
        KernelMethod.ASSESS, KernelMethod.ASSESS, KernelMethod.REQUEST_DEMOTION);
    assertThat(kernel.calls()).filteredOn(call -> call.method().isAction()).allMatch(CountingKernel.Call::dispatched);
    assertThat(kernel.actionsOf("demote")).isEqualTo(1);
  }

  @Test
  void an_action_without_a_dispatch_is_noticed() {
    session.submit(ClusterFixture.input("look", "inspect_wal"));

    kernel.inspectWal(Optional.empty(), new Page(1, 1));
    kernel.inspectClusterState();

    assertThat(kernel.calls()).extracting(CountingKernel.Call::dispatched).containsExactly(true, false, false);
    assertThat(kernel.calls(KernelMethod.INSPECT_WAL)).isEqualTo(2);
  }

  @Test
  void a_fault_strikes_once_and_the_oldest_that_fits_first() {
    faults.next(KernelMethod.INSPECT_WAL, Fault.fail(Point.BEFORE_CALL, () -> new KernelUnavailableException("first")));
    faults.next(KernelMethod::isAction,
        Fault.instead(() -> new KernelResponse.Rejected<>("AERO_SECOND", "no", List.of())));

    assertThatThrownBy(() -> faults.inspectWal(Optional.empty(), new Page(1, 1))).hasMessage("first");
    assertThat(faults.waiting()).isEqualTo(1);
    assertThat(faults.inspectClusterState()).isInstanceOf(KernelResponse.Rejected.class);
    assertThat(faults.inspectClusterState()).isInstanceOf(KernelResponse.Completed.class);
    faults.next(KernelMethod.ASSESS, Fault.pass()).clear();
    assertThat(faults.waiting()).isZero();
  }

  @Test
  void a_fault_before_the_call_keeps_the_effect_away_and_one_after_it_does_not() {
    faults.next(KernelMethod.REQUEST_DEMOTION,
        Fault.fail(Point.BEFORE_CALL, () -> new KernelUnavailableException("gone")));
    assertThat(ClusterFixture.confirmed(session, ClusterFixture.demotion("before", ClusterFixture.A)))
        .isInstanceOf(Outcome.Unknown.class);
    assertThat(ClusterFixture.executions(cluster, "before")).isZero();

    faults.next(KernelMethod.REQUEST_DEMOTION,
        Fault.fail(Point.AFTER_EFFECT, () -> new KernelUnavailableException("gone")));
    assertThat(ClusterFixture.confirmed(session, ClusterFixture.demotion("after", ClusterFixture.A)))
        .isInstanceOf(Outcome.Unknown.class);
    assertThat(ClusterFixture.executions(cluster, "after")).isEqualTo(1);
  }

  @Test
  void an_answer_can_be_of_a_wrong_type_or_none() {
    faults.next(KernelMethod.REQUEST_DEMOTION, Fault.answer(answer -> null));
    assertThat(ClusterFixture.confirmed(session, ClusterFixture.demotion("none", ClusterFixture.A)))
        .isInstanceOf(Outcome.Unknown.class);

    faults.next(KernelMethod.INSPECT_NODE, Fault.instead(() -> new KernelResponse.Completed<>("text")));
    assertThat(ClusterFixture.codes(session.submit(ClusterFixture.input("look", "inspect_node", "node=a"))))
        .containsExactly(ErrorCode.KERNEL_ANSWER_MISMATCH);
  }

  @Test
  void an_uncertain_append_is_there_or_not_as_it_was_planned() {
    log.nextAppendOf(Stage.PROPOSED, Fault.fail(Point.AFTER_EFFECT, DoublesTest::uncertain));
    assertThat(ClusterFixture.codes(session.submit(ClusterFixture.demotion("there", ClusterFixture.A))))
        .containsExactly(ErrorCode.AUDIT_UNAVAILABLE);
    log.nextAppend(Fault.fail(Point.BEFORE_CALL, DoublesTest::uncertain));
    assertThat(ClusterFixture.codes(session.submit(ClusterFixture.demotion("lost", ClusterFixture.A))))
        .containsExactly(ErrorCode.AUDIT_UNAVAILABLE);

    assertThat(memory.first("there")).isPresent();
    assertThat(memory.first("lost")).isEmpty();
    assertThat(counted.durableWaits()).isZero();
  }

  @Test
  void a_log_that_does_not_write_keeps_the_kernel_from_being_called() {
    Proposal<?> proposal = ClusterFixture.proposed(session.submit(ClusterFixture.demotion("demote", ClusterFixture.A)));
    log.nextAppendOf(Stage.DISPATCHED, Fault.instead(() -> new Appended.NotWritten("disk full")));

    assertThat(ClusterFixture.codes(session.confirm(proposal, ClusterFixture.right(proposal))))
        .containsExactly(ErrorCode.AUDIT_UNAVAILABLE);
    assertThat(kernel.actionsOf("demote")).isZero();
  }

  @Test
  void a_hook_runs_where_it_was_planned() {
    var seen = new ArrayList<Long>();
    faults.next(KernelMethod.REQUEST_DEMOTION,
        Fault.run(Point.BEFORE_CALL, () -> seen.add(ClusterFixture.executions(cluster, "d"))));
    ClusterFixture.confirmed(session, ClusterFixture.demotion("d", ClusterFixture.A));
    faults.next(KernelMethod.REQUEST_PROMOTION,
        Fault.run(Point.AFTER_EFFECT, () -> seen.add(ClusterFixture.executions(cluster, "p"))));
    ClusterFixture.confirmed(session, ClusterFixture.promotion("p", ClusterFixture.B));

    assertThat(seen).containsExactly(0L, 1L);
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.run(Point.HALFWAY, () -> {}));
  }

  private static AuditUncertainException uncertain() {
    return new AuditUncertainException("planned", new IllegalStateException());
  }
}
