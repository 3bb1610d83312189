package io.aerodb.command.session;

import static io.aerodb.command.doubles.PlaneFixture.DEMOTION;
import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.force;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static io.aerodb.command.doubles.PlaneFixture.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.Appended;
import io.aerodb.command.Authority;
import io.aerodb.command.CommandInput;
import io.aerodb.command.InspectClusterState;
import io.aerodb.command.RunDiagnostics;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Proves AU-2, CM-2.2, CM-2.5, CF-9: each path leaves exactly its records, durable waits and kernel calls. */
class PipelineGrammarTest {
  private final PlaneFixture fixture = new PlaneFixture();

  @Test
  void an_immediate_command_waits_twice_and_calls_once() {
    Outcome<?> outcome = fixture.session.run(id("r-1"), new InspectClusterState());

    assertThat(outcome).isInstanceOf(Outcome.Executed.class);
    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "dispatched", "executed");
    assertThat(fixture.log.appends()).isEqualTo(2);
    assertThat(fixture.kernel.calls()).containsExactly("inspectClusterState");
  }

  @Test
  @Covers({"CM-2.2", "CF-9", "AU-2"})
  void a_confirmed_control_command_waits_three_times_and_reads_twice_and_acts_once() {
    Outcome<?> outcome = fixture.runs("r-1", PROMOTION);

    assertThat(outcome).isInstanceOf(Outcome.Executed.class);
    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "proposed", "confirmed", "dispatched",
        "executed");
    assertThat(fixture.log.appends()).isEqualTo(3);
    assertThat(fixture.kernel.calls()).containsExactly("assess", "assess", "requestPromotion");
  }

  @Test
  @Covers("CM-5.1a")
  void confirmed_diagnostics_read_once_and_act_once() {
    Outcome<?> outcome = fixture.runs("r-1", new RunDiagnostics(DiagnosticScope.DEEP));

    assertThat(outcome).isInstanceOf(Outcome.Executed.class);
    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "proposed", "confirmed", "dispatched",
        "executed");
    assertThat(fixture.log.appends()).isEqualTo(3);
    assertThat(fixture.kernel.calls()).containsExactly("estimate", "runDiagnostics");
  }

  @Test
  @CoversViolation({"CM-7.1", "CM-7.3"})
  void a_rejected_request_waits_once_and_calls_no_action() {
    fixture.finds(SampleCluster.finding("P6-S1", Verdict.VIOLATED));

    ProposeResult<?> refused = fixture.session.propose(id("r-1"), PROMOTION);

    assertThat(refused).isInstanceOf(Outcome.NotExecuted.class);
    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "rejected");
    assertThat(fixture.log.appends()).isEqualTo(1);
    assertThat(fixture.kernel.calls()).containsExactly("assess");
  }

  @Test
  @CoversViolation("CM-2.4")
  void proposing_and_explaining_call_no_action() {
    fixture.session.explain(id("r-0"), new InspectClusterState());
    fixture.propose("r-1", PROMOTION);

    assertThat(fixture.kernel.actions()).isEmpty();
    assertThat(fixture.log.stages()).containsExactly("requested", "proposed");
    assertThat(fixture.log.appends()).isEqualTo(1);
  }

  @Test
  @Covers("CM-2.4")
  void explaining_an_immediate_command_leaves_no_record_and_reads_nothing() {
    fixture.session.explain(id("r-1"), new InspectClusterState());

    assertThat(fixture.log.appends()).isZero();
    assertThat(fixture.kernel.calls()).isEmpty();
  }

  @Test
  void a_kernel_rejection_ends_with_kernel_rejected() {
    fixture.kernel.rejects("requestDemotion", "AERO_NOT_PRIMARY", "n1 is not primary", "P6-A3");

    Outcome<?> outcome = fixture.runs("r-1", DEMOTION);

    assertThat(outcome).isInstanceOf(Outcome.NotExecuted.class);
    assertThat(fixture.log.stages("r-1")).endsWith("confirmed", "dispatched", "kernel-rejected");
  }

  @Test
  void a_silent_kernel_ends_a_read_with_not_answered() {
    fixture.kernel.fails("inspectClusterState", new IllegalStateException("gone"));

    fixture.session.run(id("r-1"), new InspectClusterState());

    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "dispatched", "not-answered");
  }

  @Test
  @Covers("AU-2")
  void a_silent_kernel_ends_a_control_command_with_unknown() {
    fixture.cannotSeePrimary();
    fixture.kernel.fails("forcePromotion", new IllegalStateException("gone"));

    Outcome<?> outcome = fixture.runs("r-1", force("P6-A1"));

    assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
    assertThat(fixture.log.stages("r-1")).endsWith("dispatched", "unknown");
    assertThat(fixture.kernel.actions()).containsExactly("forcePromotion");
  }

  @Test
  void what_is_not_acknowledged_ends_with_refused() {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);

    fixture.session.confirm(proposal, new Acknowledgement(proposal.challenge().digest(), new TreeMap<>()));

    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "proposed", "refused");
    assertThat(fixture.log.appends()).isEqualTo(2);
    assertThat(fixture.kernel.calls()).containsExactly("assess");
  }

  @Test
  @Covers("CF-11")
  void a_no_ends_with_refused() {
    Outcome<?> outcome = fixture.session.refuse(fixture.propose("r-1", PROMOTION));

    assertThat(outcome).isInstanceOf(Outcome.NotExecuted.class);
    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "proposed", "refused");
    assertThat(fixture.session.openProposal()).isEmpty();
  }

  @Test
  @CoversViolation("CF-7")
  void closing_ends_an_open_proposal_with_abandoned() {
    fixture.propose("r-1", PROMOTION);

    fixture.session.close();
    fixture.session.close();

    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "proposed", "abandoned");
  }

  @Test
  @CoversViolation({"CF-7", "ST-2"})
  void a_changed_cluster_ends_with_stale() {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);
    fixture.finds(SampleCluster.finding("P6-S1", Verdict.UNPROVABLE));

    fixture.session.confirm(proposal, yes(proposal));

    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "proposed", "stale");
    assertThat(fixture.log.appends()).isEqualTo(2);
    assertThat(fixture.kernel.actions()).isEmpty();
  }

  @Test
  @CoversViolation("CF-7")
  void what_is_over_once_the_dispatch_is_durable_ends_with_not_sent() {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);
    fixture.clock.moveAfterReading(Duration.ofHours(2));

    Outcome<?> outcome = fixture.session.confirm(proposal, yes(proposal));

    assertThat(outcome).isInstanceOf(Outcome.NotExecuted.class);
    assertThat(fixture.log.stages("r-1")).endsWith("confirmed", "dispatched", "not-sent");
    assertThat(fixture.kernel.actions()).isEmpty();
    assertThat(fixture.log.controlStatus().unresolved()).isEmpty();
  }

  @Test
  void a_duplicate_is_recorded_beside_the_first() {
    fixture.session.run(id("r-1"), new InspectClusterState());
    fixture.session.run(id("r-1"), new InspectClusterState());

    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "dispatched", "executed", "duplicate");
    assertThat(fixture.kernel.actions()).hasSize(1);
  }

  @Test
  @CoversViolation("CM-2.5")
  void input_that_cannot_be_read_claims_its_id_if_it_has_one() {
    fixture.session.submit(CommandInput.of(Optional.of("r-1"), Optional.of("drop_everything"), Map.of()));
    fixture.session.submit(CommandInput.of(Optional.empty(), Optional.of("drop_everything"), Map.of()));

    assertThat(fixture.log.stages()).containsExactly("requested", "rejected", "rejected");
    assertThat(fixture.log.newest().event().requestId()).isEmpty();
    assertThat(fixture.kernel.calls()).isEmpty();
  }

  @Test
  void an_attempt_on_a_used_proposal_stands_beside_the_request() {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);
    fixture.session.refuse(proposal);

    fixture.session.confirm(proposal, yes(proposal));

    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "proposed", "refused");
    assertThat(fixture.log.stages()).containsExactly("requested", "proposed", "refused", "rejected");
    assertThat(fixture.kernel.actions()).isEmpty();
  }

  @Test
  @CoversViolation("AU-7")
  void a_missing_end_leaves_the_dispatch_as_the_last_stage() {
    fixture.log.atAppend(3, really -> new Appended.NotWritten("disk full"));

    Outcome<?> outcome = fixture.runs("r-1", PROMOTION);

    assertThat(outcome).isInstanceOf(Outcome.Executed.class);
    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "proposed", "confirmed", "dispatched");
  }

  @Test
  @CoversViolation({"CM-2.5", "AT-1"})
  void an_observer_who_asks_for_more_is_rejected_and_recorded() {
    Session observer = fixture.session("olga", Authority.OBSERVER);

    observer.propose(id("r-1"), PROMOTION);

    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "rejected");
    assertThat(fixture.kernel.calls()).isEmpty();
  }
}
