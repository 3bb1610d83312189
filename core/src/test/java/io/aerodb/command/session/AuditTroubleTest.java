package io.aerodb.command.session;

import static io.aerodb.command.doubles.PlaneFixture.DEMOTION;
import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static io.aerodb.command.doubles.PlaneFixture.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.Appended;
import io.aerodb.audit.AuditUncertainException;
import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.command.Authority;
import io.aerodb.command.CommandInput;
import io.aerodb.command.InspectClusterState;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.doubles.WatchedLog;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.Execution;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Transition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Proves AU-6, CF-9, P7-F1 and the second and third row of FM: what can't be recorded is not done, and what was done is
 * told as it is.
 */
class AuditTroubleTest {
  private final PlaneFixture fixture = new PlaneFixture();

  /** Every way in which a log may fail to say that it recorded something, those that break its promise included. */
  static Stream<WatchedLog.AppendScript> troubles() {
    return Stream.of(
        really -> new Appended.NotWritten("disk full"),
        really -> {
          throw new AuditUncertainException("force failed", new IllegalStateException("secret"));
        },
        really -> {
          Appended unused = really.get();
          throw new AuditUncertainException("force failed", new IllegalStateException("secret"));
        },
        really -> {
          throw new IllegalStateException("secret");
        },
        really -> {
          throw new AssertionError("secret");
        },
        really -> null,
        really -> new Appended.Durable(List.of()));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  @CoversViolation("AU-6")
  void at_the_first_wait_nothing_is_executed(WatchedLog.AppendScript trouble) {
    fixture.log.next(trouble);

    Outcome<?> outcome = fixture.session.run(id("r-1"), new InspectClusterState());

    assertThat(PlaneFixture.codes(outcome)).containsExactly(ErrorCode.AUDIT_UNAVAILABLE);
    assertThat(outcome.trail()).isInstanceOf(RecordStatus.Missing.class);
    assertThat(outcome.text()).doesNotContain("secret");
    assertThat(fixture.kernel.actions()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("troubles")
  @CoversViolation("AU-6")
  void at_the_first_wait_nothing_is_proposed(WatchedLog.AppendScript trouble) {
    fixture.log.next(trouble);

    ProposeResult<?> planned = fixture.session.propose(id("r-1"), PROMOTION);

    assertThat(PlaneFixture.codes(planned)).containsExactly(ErrorCode.AUDIT_UNAVAILABLE);
    assertThat(fixture.session.openProposal()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("troubles")
  @CoversViolation({"AU-6", "CF-9"})
  void at_the_second_wait_the_kernel_is_not_called(WatchedLog.AppendScript trouble) {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);
    fixture.log.next(trouble);

    Outcome<?> outcome = fixture.session.confirm(proposal, yes(proposal));

    assertThat(PlaneFixture.codes(outcome)).containsExactly(ErrorCode.AUDIT_UNAVAILABLE);
    assertThat(outcome.trail()).isInstanceOf(RecordStatus.Missing.class);
    assertThat(fixture.kernel.actions()).isEmpty();
    assertThat(PlaneFixture.codes(fixture.session.confirm(proposal, yes(proposal))))
        .as("the yes is spent").containsExactly(ErrorCode.CONFIRMATION_ALREADY_USED);
  }

  @ParameterizedTest
  @MethodSource("troubles")
  @CoversViolation("P7-F1")
  void at_the_third_wait_the_outcome_is_told_as_it_is_and_the_plane_takes_nothing_more(
      WatchedLog.AppendScript trouble) {
    fixture.log.atAppend(3, trouble);

    Outcome<?> outcome = fixture.runs("r-1", PROMOTION);

    assertThat(outcome).isInstanceOf(Outcome.Executed.class);
    CommandError missing = ((RecordStatus.Missing) outcome.trail()).error();
    assertThat(missing.code()).isEqualTo(ErrorCode.AUDIT_INCOMPLETE);
    assertThat(missing.execution()).isEqualTo(Execution.EXECUTED);
    assertThat(missing.text()).doesNotContain("secret");
    assertEverythingIsRefused();
  }

  private void assertEverythingIsRefused() {
    int appends = fixture.log.appends();
    int calls = fixture.kernel.calls().size();
    List<Reply<?>> replies = List.of(
        fixture.session.run(id("r-2"), new InspectClusterState()),
        fixture.session.propose(id("r-3"), DEMOTION),
        fixture.session.submit(CommandInput.of(Optional.of("r-4"), Optional.of("nonsense"), Map.of())));

    assertThat(replies).allSatisfy(reply -> {
      assertThat(PlaneFixture.codes(reply)).containsExactly(ErrorCode.AUDIT_UNAVAILABLE);
      assertThat(((Outcome<?>) reply).trail()).isInstanceOf(RecordStatus.Missing.class);
    });
    assertThat(fixture.log.appends()).isEqualTo(appends);
    assertThat(fixture.kernel.calls()).hasSize(calls);
  }

  @Test
  void a_log_that_answers_a_precondition_it_was_not_given_has_not_recorded_the_end() {
    fixture.session.run(id("r-0"), new InspectClusterState());
    var first = fixture.log.records().getFirst();
    fixture.log.atAppend(5, really -> new Appended.ControlMoved(first));

    Outcome<?> outcome = fixture.runs("r-1", PROMOTION);

    assertThat(outcome).isInstanceOf(Outcome.Executed.class);
    assertThat(((RecordStatus.Missing) outcome.trail()).error().code()).isEqualTo(ErrorCode.AUDIT_INCOMPLETE);
  }

  @Test
  @CoversViolation("P7-E2")
  void an_unknown_outcome_whose_end_is_missing_stays_unknown() {
    fixture.kernel.fails("requestPromotion", new IllegalStateException("gone"));
    fixture.log.atAppend(3, really -> new Appended.NotWritten("disk full"));

    Outcome<?> outcome = fixture.runs("r-1", PROMOTION);

    assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
    assertThat(((RecordStatus.Missing) outcome.trail()).error().execution()).isEqualTo(Execution.UNKNOWN);
  }

  @Test
  void an_uncertain_wait_says_that_the_record_may_be_there() {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);
    fixture.log.next(really -> {
      Appended unused = really.get();
      throw new AuditUncertainException("force failed", new IllegalStateException());
    });

    Outcome<?> outcome = fixture.session.confirm(proposal, yes(proposal));

    assertThat(outcome.text()).contains("may be in the log", "unresolved");
    assertThat(fixture.log.controlStatus().unresolved()).hasSize(1);
    assertThat(fixture.kernel.actions()).isEmpty();
  }

  @Test
  void a_log_that_cannot_be_read_lets_nothing_be_proposed() {
    fixture.log.unreadable(new AuditUnreadableException("secret"));

    ProposeResult<?> planned = fixture.session.propose(id("r-1"), PROMOTION);

    assertThat(PlaneFixture.codes(planned)).containsExactly(ErrorCode.AUDIT_UNAVAILABLE);
    assertThat(fixture.kernel.calls()).isEmpty();
    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "rejected");
  }

  @Test
  @CoversViolation("P7-F1")
  void a_plane_that_was_halted_while_a_confirmation_was_under_way_dispatches_nothing() {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);
    Session other = fixture.session("bob", Authority.OPERATOR);
    fixture.kernel.on("assess", a -> {
      fixture.log.atAppend(fixture.log.appends() + 2, really -> new Appended.NotWritten("disk full"));
      other.run(id("r-2"), new InspectClusterState());
      return new KernelResponse.Completed<>(SampleCluster.assessment((Transition) a.get(0), (NodeId) a.get(1)));
    });

    Outcome<?> outcome = fixture.session.confirm(proposal, yes(proposal));

    assertThat(PlaneFixture.codes(outcome)).containsExactly(ErrorCode.AUDIT_UNAVAILABLE);
    assertThat(fixture.kernel.actions()).containsExactly("inspectClusterState");
  }

  @Test
  void a_missing_end_of_an_inspection_halts_the_plane_as_well() {
    fixture.log.atAppend(2, really -> new Appended.NotWritten("disk full"));

    Outcome<?> outcome = fixture.session.run(id("r-1"), new InspectClusterState());

    assertThat(outcome).isInstanceOf(Outcome.Executed.class);
    assertThat(outcome.text()).contains("EXECUTED", "NOT RECORDED");
    assertEverythingIsRefused();
  }

  @Test
  void a_second_yes_by_id_on_a_halted_plane_does_not_deny_the_execution() {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);
    fixture.log.atAppend(fixture.log.appends() + 2, really -> new Appended.NotWritten("disk full"));
    assertThat(fixture.session.confirm(proposal, yes(proposal))).isInstanceOf(Outcome.Executed.class);

    Outcome<?> again = fixture.session.confirm(proposal.request(), yes(proposal));

    assertThat(PlaneFixture.codes(again)).containsExactly(ErrorCode.PROPOSAL_UNKNOWN);
    assertThat(again.trail()).isInstanceOf(RecordStatus.Missing.class);
    assertThat(fixture.kernel.actions()).containsExactly("requestPromotion");
  }
}
