package io.aerodb.command.session;

import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static io.aerodb.command.doubles.PlaneFixture.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.command.InspectClusterState;
import io.aerodb.command.InspectNode;
import io.aerodb.command.InspectSnapshots;
import io.aerodb.command.InspectWal;
import io.aerodb.command.RunDiagnostics;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.doubles.SampleViews;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.Execution;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.DiagnosticReport;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Proves ER-5, P7-E2, CM-1.4: only an answer to what was asked is believed; after a control dispatch all else is
 * unknown.
 */
class KernelAnswerTest {
  private static final AuthorityEpoch OLD = new AuthorityEpoch("e-1");

  private final PlaneFixture fixture = new PlaneFixture();

  static Stream<Arguments> unusableTransitions() {
    Map<String, Function<TransitionOrder, Object>> answers = Map.of(
        "null", order -> null,
        "another target", o -> answer(o.cluster(), o.requestId(), o.transition(), SampleCluster.N3, o.expectedEpoch()),
        "another cluster",
        o -> answer(new ClusterId("aero-2"), o.requestId(), o.transition(), o.target(), SampleCluster.EPOCH),
        "another request", o -> answer(o.cluster(), "r-other", o.transition(), o.target(), o.expectedEpoch()),
        "another transition",
        o -> answer(o.cluster(), o.requestId(), Transition.DEMOTION, o.target(), SampleCluster.EPOCH),
        "another epoch before", o -> answer(o.cluster(), o.requestId(), o.transition(), o.target(), OLD),
        "another type", order -> SampleViews.cluster());
    return answers.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  private static CompletedTransition answer(ClusterId cluster, String request, Transition transition, NodeId target,
      AuthorityEpoch before) {
    return SampleCluster.transition(cluster, request, transition, target, before);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unusableTransitions")
  @CoversViolation({"ER-5", "P7-E2"})
  void an_unusable_answer_to_a_control_command_is_unknown(String what, Function<TransitionOrder, Object> answer) {
    fixture.kernel.on("requestPromotion", arguments -> {
      Object value = answer.apply((TransitionOrder) arguments.get(0));
      return value == null ? null : new KernelResponse.Completed<>(value);
    });

    Outcome<?> outcome = fixture.runs("r-1", PROMOTION);

    CommandError error = ((Outcome.Unknown<?>) outcome).error();
    assertThat(error.code()).isEqualTo(ErrorCode.KERNEL_ANSWER_MISMATCH);
    assertThat(error.execution()).isEqualTo(Execution.UNKNOWN);
    assertThat(error.details()).hasSize(1);
    assertThat(fixture.log.stages("r-1")).endsWith("dispatched", "unknown");
    assertThat(fixture.log.controlStatus().unresolved()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  @CoversViolation({"ER-5", "P7-E2"})
  void whatever_is_thrown_after_a_control_dispatch_is_unknown(Throwable thrown) {
    fixture.kernel.fails("requestPromotion", thrown);

    Outcome<?> outcome = fixture.runs("r-1", PROMOTION);

    CommandError error = ((Outcome.Unknown<?>) outcome).error();
    assertThat(error.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
    assertThat(error.text()).contains(thrown.getClass().getName()).doesNotContain("secret");
    assertThat(fixture.log.stages("r-1")).endsWith("dispatched", "unknown");
    assertThat(fixture.kernel.actions()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  @CoversViolation("ER-5")
  void whatever_is_thrown_by_a_read_is_not_executed(Throwable thrown) {
    fixture.kernel.fails("inspectClusterState", thrown);

    Outcome<?> outcome = fixture.session.run(id("r-1"), new InspectClusterState());

    assertThat(PlaneFixture.codes(outcome)).containsExactly(ErrorCode.KERNEL_UNAVAILABLE);
    assertThat(outcome.text()).contains(thrown.getClass().getName()).doesNotContain("secret");
    assertThat(fixture.log.newest().toString()).doesNotContain("secret");
  }

  static Stream<Throwable> exceptions() {
    return Stream.of(new IllegalStateException("secret"), new IOException("secret"),
        new InterruptedException("secret"));
  }

  @Test
  void an_error_is_thrown_again_once_the_unknown_end_is_recorded() {
    fixture.kernel.fails("requestPromotion", new StackOverflowError("secret"));
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);

    assertThatThrownBy(() -> fixture.session.confirm(proposal, yes(proposal))).isInstanceOf(StackOverflowError.class);

    assertThat(fixture.log.stages("r-1")).endsWith("dispatched", "unknown");
    fixture.kernel.completes("requestDemotion", a -> SampleCluster.done((TransitionOrder) a.get(0)));
    assertThat(fixture.session.propose(id("r-2"), PlaneFixture.DEMOTION)).as("the plane is free again")
        .isInstanceOf(Proposal.class);
  }

  @Test
  @CoversViolation("CM-1.4")
  void a_read_of_another_cluster_is_not_executed() {
    fixture.kernel.completes("inspectClusterState", a -> ClusterState.builder().cluster(new ClusterId("aero-2"))
        .epoch(SampleCluster.EPOCH).primary(SampleCluster.N1).addAllMembers(SampleCluster.members()).build());

    Outcome<?> outcome = fixture.session.run(id("r-1"), new InspectClusterState());

    assertThat(PlaneFixture.codes(outcome)).containsExactly(ErrorCode.CLUSTER_MISMATCH);
    assertThat(fixture.log.stages("r-1")).endsWith("not-answered");
  }

  @Test
  @CoversViolation("CM-4.2")
  void another_node_than_the_named_one_is_not_an_answer() {
    fixture.kernel.completes("inspectNode", a -> SampleViews.node(SampleCluster.N3));

    Outcome<?> outcome = fixture.session.run(id("r-1"), new InspectNode(SampleCluster.N2));

    assertThat(PlaneFixture.codes(outcome)).containsExactly(ErrorCode.KERNEL_ANSWER_MISMATCH);
  }

  @Test
  void another_page_or_more_members_than_the_named_one_are_not_an_answer() {
    fixture.kernel.completes("inspectWal", a -> SampleViews.wal(Optional.empty(), new Page(2, 20)));
    fixture.kernel.completes("inspectSnapshots",
        a -> SampleViews.snapshots(Optional.of(SampleCluster.N1), new Page(1, 20)));

    Outcome<?> wal = fixture.session.run(id("r-1"), new InspectWal(Optional.of(SampleCluster.N1), new Page(1, 20)));
    Outcome<?> snapshots =
        fixture.session.run(id("r-2"), new InspectSnapshots(Optional.of(SampleCluster.N2), new Page(1, 20)));

    assertThat(PlaneFixture.errors(wal).getFirst().details()).extracting(d -> d.subject()).containsExactly("page",
        "members");
    assertThat(PlaneFixture.errors(snapshots).getFirst().details()).extracting(d -> d.subject())
        .containsExactly("members");
  }

  @Test
  void a_report_of_another_scope_is_not_an_answer() {
    fixture.kernel.completes("runDiagnostics",
        a -> SampleViews.report(new DiagnosticOrder("r-1", SampleCluster.cost(DiagnosticScope.DEEP))));

    Outcome<?> outcome = fixture.runs("r-1", new RunDiagnostics(DiagnosticScope.SUMMARY));

    assertThat(PlaneFixture.codes(outcome)).containsExactly(ErrorCode.KERNEL_ANSWER_MISMATCH);
    assertThat(fixture.log.stages("r-1")).endsWith("not-answered");
  }

  @Test
  @CoversViolation("CM-5.1b")
  void a_report_that_leaves_out_a_member_of_the_declared_cost_is_not_an_answer() {
    fixture.kernel.completes("runDiagnostics", a -> {
      var order = (DiagnosticOrder) a.get(0);
      var report = SampleViews.report(order);
      return DiagnosticReport.builder().cluster(report.cluster()).epoch(report.epoch())
          .scope(report.scope()).addMembers(report.members().getFirst()).build();
    });

    Outcome<?> outcome = fixture.runs("r-1", new RunDiagnostics(DiagnosticScope.SUMMARY));

    assertThat(PlaneFixture.codes(outcome)).containsExactly(ErrorCode.KERNEL_ANSWER_MISMATCH);
  }

  @Test
  void a_null_answer_to_a_read_is_not_executed() {
    fixture.kernel.on("inspectClusterState", a -> null);

    Outcome<?> outcome = fixture.session.run(id("r-1"), new InspectClusterState());

    assertThat(PlaneFixture.codes(outcome)).containsExactly(ErrorCode.KERNEL_ANSWER_MISMATCH);
  }

  @Test
  @Covers({"ER-4", "P7-E3"})
  void a_rejection_is_surfaced_verbatim() {
    fixture.kernel.rejects("requestPromotion", "AERO_X\u202E", "line one\nline two", "P6-S1", "P6-A1");

    Outcome<?> outcome = fixture.runs("r-1", PROMOTION);

    CommandError error = PlaneFixture.errors(outcome).getFirst();
    assertThat(error.wireCode()).isEqualTo("AERO_X\u202E");
    assertThat(error.message()).isEqualTo("line one\nline two");
    assertThat(error.invariants()).extracting(InvariantId::value).containsExactly("P6-S1", "P6-A1");
    assertThat(outcome.text()).contains("AERO_X\\u{202E}", "line one\\u{A}line two").doesNotContain("\u202E");
  }

  @Test
  @CoversViolation("ER-4")
  void the_longest_legal_rejection_fits_its_record() {
    var invariants = Collections.nCopies(20_000, new InvariantId("P6-S1"));
    fixture.kernel.on("requestPromotion",
        a -> new KernelResponse.Rejected<>("\u0001".repeat(100), "\u0001".repeat(4000), List.copyOf(invariants)));

    Outcome<?> outcome = fixture.runs("r-1", PROMOTION);

    assertThat(outcome.trail()).isInstanceOf(RecordStatus.Recorded.class);
    assertThat(fixture.log.stages("r-1")).endsWith("kernel-rejected");
  }

  @Test
  @Covers("P7-E3")
  void an_order_carries_exactly_what_was_confirmed() {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);

    fixture.session.confirm(proposal, yes(proposal));

    var order = (TransitionOrder) fixture.kernel.arguments("requestPromotion").getFirst();
    assertThat(order.cluster()).isEqualTo(SampleCluster.CLUSTER);
    assertThat(order.requestId()).isEqualTo("r-1");
    assertThat(order.commandDigest()).isEqualTo(proposal.challenge().digest());
    assertThat(order.operator()).isEqualTo("ann");
    assertThat(order.reason()).isEqualTo(PlaneFixture.REASON.value());
    assertThat(order.target()).isEqualTo(SampleCluster.N2);
    assertThat(order.expectedEpoch()).isEqualTo(SampleCluster.EPOCH);
    assertThat(order.acknowledgedChecks()).isEmpty();
  }
}
