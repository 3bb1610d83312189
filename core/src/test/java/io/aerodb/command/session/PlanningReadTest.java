package io.aerodb.command.session;

import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static io.aerodb.command.doubles.PlaneFixture.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.RunDiagnostics;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.doubles.SampleViews;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.Execution;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.DiagnosticCost;
import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.MemberCost;
import io.aerodb.kernel.RoleAfter;
import io.aerodb.kernel.Transition;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Proves CM-2.4, CM-5.1b, CM-7.1, ER-5, ST-2: without a usable reading nothing is proposed, and without a second one
 * after the yes nothing is dispatched.
 */
class PlanningReadTest {
  private static final RunDiagnostics DEEP = new RunDiagnostics(DiagnosticScope.DEEP);

  private final PlaneFixture fixture = new PlaneFixture();

  private static Assessment elsewhere() {
    var builder =
        Assessment.builder().cluster(new ClusterId("aero-2")).transition(Transition.PROMOTION).target(SampleCluster.N2)
            .epoch(SampleCluster.EPOCH).summary("x").addAllMembers(SampleCluster.members())
            .addAllFindings(SampleCluster.findings());
    SampleCluster.members().forEach(m -> builder.putRolesAfter(m.node(), new RoleAfter.CannotBeTold("x")));
    return builder.build();
  }

  static Stream<Arguments> badReadings() {
    return Stream.of(
        reading("throws", ErrorCode.KERNEL_UNAVAILABLE,
            b -> b.kernel.fails("assess", new IllegalStateException("secret"))),
        reading("throws a checked one", ErrorCode.KERNEL_UNAVAILABLE,
            b -> b.kernel.fails("assess", new IOException("secret"))),
        reading("throws an Error", ErrorCode.KERNEL_UNAVAILABLE,
            b -> b.kernel.fails("assess", new LinkageError("secret"))),
        reading("null", ErrorCode.KERNEL_ANSWER_MISMATCH, b -> b.kernel.on("assess", a -> null)),
        reading("another type", ErrorCode.KERNEL_ANSWER_MISMATCH,
            b -> b.kernel.completes("assess", a -> SampleViews.cluster())),
        reading("another target", ErrorCode.KERNEL_ANSWER_MISMATCH,
            b -> b.kernel.completes("assess", a -> SampleCluster.assessment(Transition.PROMOTION, SampleCluster.N3))),
        reading("another transition", ErrorCode.KERNEL_ANSWER_MISMATCH,
            b -> b.kernel.completes("assess", a -> SampleCluster.assessment(Transition.DEMOTION, SampleCluster.N2))),
        reading("another cluster", ErrorCode.CLUSTER_MISMATCH, b -> b.kernel.completes("assess", a -> elsewhere())),
        reading("rejected", ErrorCode.KERNEL_REJECTED,
            b -> b.kernel.rejects("assess", "AERO_UNKNOWN_NODE", "there is no n2", "P6-A3")));
  }

  private static Arguments reading(String what, ErrorCode code, Consumer<PlaneFixture> script) {
    return Arguments.of(what, code, script);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badReadings")
  @CoversViolation({"CM-7.1", "ER-5"})
  void without_a_usable_reading_nothing_is_proposed(String what, ErrorCode code, Consumer<PlaneFixture> script) {
    script.accept(fixture);

    ProposeResult<?> planned = fixture.session.propose(id("r-1"), PROMOTION);

    CommandError error = PlaneFixture.errors(planned).getFirst();
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.execution()).isEqualTo(Execution.NOT_EXECUTED);
    assertThat(error.text()).doesNotContain("secret");
    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "rejected");
    assertThat(fixture.kernel.calls()).containsExactly("assess");
    assertThat(fixture.session.openProposal()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badReadings")
  @CoversViolation({"ST-2", "CF-7"})
  void without_a_usable_reading_after_the_yes_nothing_is_dispatched(String what, ErrorCode code,
      Consumer<PlaneFixture> script) {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);
    script.accept(fixture);

    Outcome<?> outcome = fixture.session.confirm(proposal, yes(proposal));

    assertThat(PlaneFixture.codes(outcome)).containsExactly(code);
    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "proposed", "stale");
    assertThat(fixture.kernel.calls()).containsExactly("assess", "assess");
  }

  @Test
  void a_session_can_propose_again_after_a_failed_reading() {
    fixture.kernel.fails("assess", new IllegalStateException());
    fixture.session.propose(id("r-1"), PROMOTION);
    fixture.finds();

    assertThat(fixture.session.propose(id("r-2"), PROMOTION)).isInstanceOf(Proposal.class);
  }

  @Test
  @CoversViolation("CM-5.1b")
  void without_a_cost_of_the_right_scope_and_cluster_no_diagnostics_are_proposed() {
    fixture.kernel.rejects("estimate", "AERO_NO_COST", "can't be bounded");
    assertThat(PlaneFixture.codes(fixture.session.propose(id("r-1"), DEEP))).containsExactly(ErrorCode.KERNEL_REJECTED);
    fixture.kernel.on("estimate", a -> null);
    assertThat(PlaneFixture.codes(fixture.session.propose(id("r-2"), DEEP)))
        .containsExactly(ErrorCode.KERNEL_ANSWER_MISMATCH);
    fixture.kernel.completes("estimate", a -> SampleCluster.cost(DiagnosticScope.SUMMARY));
    assertThat(PlaneFixture.codes(fixture.session.propose(id("r-3"), DEEP)))
        .containsExactly(ErrorCode.COST_NOT_DECLARED);
    fixture.kernel.on("estimate", a -> new KernelResponse.Completed<>(DiagnosticCost.builder()
        .cluster(new ClusterId("aero-2")).scope(DiagnosticScope.DEEP)
        .addMembers(MemberCost.builder().node(SampleCluster.N1)
            .maxStatements(1).maxBytesRead(1).maxDuration(Duration.ZERO).build())
        .build()));
    assertThat(PlaneFixture.codes(fixture.session.propose(id("r-4"), DEEP)))
        .containsExactly(ErrorCode.CLUSTER_MISMATCH);
    assertThat(fixture.kernel.actions()).isEmpty();
  }

  @Test
  @Covers("CM-5.1b")
  void the_declared_cost_is_shown_and_travels_as_the_ceiling() {
    Proposal<?> proposal = fixture.propose("r-1", DEEP);

    fixture.session.confirm(proposal, yes(proposal));

    assertThat(proposal.explanation().text()).contains("n2: at most 40 statements, 1000000 bytes read, 2500 ms");
    assertThat(fixture.kernel.arguments("runDiagnostics"))
        .containsExactly(new DiagnosticOrder("r-1", SampleCluster.cost(DiagnosticScope.DEEP)));
  }

  @Test
  @Covers("ER-4")
  void an_unknown_node_is_the_kernels_rejection_word_for_word() {
    fixture.kernel.rejects("assess", "AERO_UNKNOWN_NODE", "there is no n2", "P6-A3");

    CommandError error = PlaneFixture.errors(fixture.session.propose(id("r-1"), PROMOTION)).getFirst();

    assertThat(error.wireCode()).isEqualTo("AERO_UNKNOWN_NODE");
    assertThat(error.message()).isEqualTo("there is no n2");
    assertThat(error.invariants()).extracting(i -> i.value()).containsExactly("P6-A3");
  }
}
