package io.aerodb.command.session;

import static io.aerodb.command.doubles.PlaneFixture.DEMOTION;
import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.force;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static io.aerodb.command.doubles.PlaneFixture.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.RecoveryNotice;
import io.aerodb.command.Reason;
import io.aerodb.command.RequestPromotion;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.confirm.Demand;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.doubles.ScriptedKernel;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.RequestResolution;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.kernel.Verdict;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves CM-9.2, P7-E2, AU-7: nothing is dispatched past an unresolved request until it is settled or acknowledged. */
class UnresolvedTest {
  private static final RequestPromotion OTHER_TARGET = new RequestPromotion(SampleCluster.N3, PlaneFixture.REASON);

  private final PlaneFixture fixture = new PlaneFixture();

  @BeforeEach
  void a_promotion_of_n2_that_nobody_knows_the_end_of() {
    fixture.kernel.fails("requestPromotion", new IllegalStateException("gone"));
    fixture.runs("r-1", PROMOTION);
    fixture.kernel.completes("requestPromotion", a -> SampleCluster.done((TransitionOrder) a.get(0)));
  }

  private void settles(PlaneFixture on, RequestResolution word) {
    on.kernel.completes("assess", a -> {
      var builder = SampleCluster.assessmentBuilder((Transition) a.get(0), (NodeId) a.get(1))
          .addAllFindings(SampleCluster.findings());
      ((SortedSet<?>) a.get(2)).forEach(request -> builder.putSettled((String) request, word));
      return builder.build();
    });
  }

  @Test
  void the_kernel_is_asked_about_it_and_the_explanation_shows_it() {
    Proposal<?> proposal = fixture.propose("r-2", OTHER_TARGET);

    assertThat(fixture.kernel.arguments("assess").get(2)).hasToString("[r-1]");
    assertThat(proposal.explanation().text()).contains("UNRESOLVED REQUESTS", "r-1", "CANNOT_TELL", "ann");
  }

  @Test
  void what_the_kernel_does_not_answer_it_cannot_tell_and_has_to_be_acknowledged_by_id() {
    Proposal<?> proposal = fixture.propose("r-2", OTHER_TARGET);

    assertThat(proposal.challenge().demands()).extracting(Demand::id).contains("unresolved:r-1");
    assertThat(fixture.session.confirm(proposal, yes(proposal))).isInstanceOf(Outcome.Executed.class);
    assertThat(fixture.log.controlStatus().unresolved()).isEmpty();
  }

  @Test
  @CoversViolation("CM-9.2")
  void without_that_acknowledgement_nothing_is_dispatched() {
    Proposal<?> proposal = fixture.propose("r-2", OTHER_TARGET);
    var answers = new TreeMap<>(yes(proposal).answers());
    answers.remove("unresolved:r-1");

    Outcome<?> outcome =
        fixture.session.confirm(proposal, new Acknowledgement(proposal.challenge().digest(), answers));

    assertThat(PlaneFixture.codes(outcome)).containsExactly(ErrorCode.ACKNOWLEDGEMENT_INCOMPLETE);
    assertThat(fixture.log.controlStatus().unresolved()).hasSize(1);
  }

  @Test
  void what_the_kernel_settles_needs_no_acknowledgement() {
    settles(fixture, RequestResolution.NOT_EXECUTED);

    Proposal<?> proposal = fixture.propose("r-2", PROMOTION);
    Outcome<?> outcome = fixture.session.confirm(proposal, yes(proposal));

    assertThat(proposal.challenge().demands()).extracting(Demand::id).doesNotContain("unresolved:r-1");
    assertThat(outcome).isInstanceOf(Outcome.Executed.class);
    assertThat(fixture.log.controlStatus().unresolved()).isEmpty();
    assertThat(fixture.log.records())
        .anySatisfy(r -> assertThat(r.toString()).contains("\"settled\":{\"r-1\":\"NOT_EXECUTED\"}"));
  }

  @Test
  @CoversViolation({"CM-9.2", "P7-E2"})
  void the_same_target_is_refused_while_nobody_can_tell() {
    ProposeResult<?> planned = fixture.session.propose(id("r-2"), PROMOTION);

    assertThat(PlaneFixture.codes(planned)).containsExactly(ErrorCode.TARGET_UNRESOLVED);
  }

  @Test
  @Covers({"CM-9.2", "CM-6.3b"})
  void a_force_that_names_the_doubt_goes_past_it_and_past_no_check_of_the_kernel() {
    Proposal<?> proposal = fixture.propose("r-2", force("P6-A1"));

    Outcome<?> outcome = fixture.session.confirm(proposal, yes(proposal));

    assertThat(proposal.challenge().demands()).extracting(Demand::id)
        .contains("override:TARGET_UNRESOLVED.r-1", "unresolved:r-1");
    assertThat(proposal.explanation().text()).contains("yes, the doubt is the trail's own");
    assertThat(((TransitionOrder) fixture.kernel.arguments("forcePromotion").get(0)).acknowledgedChecks()).isEmpty();
    assertThat(outcome).isInstanceOf(Outcome.Executed.class);
    assertThat(fixture.log.controlStatus().unresolved()).extracting(u -> u.requestId()).doesNotContain("r-1");
  }

  @Test
  @CoversViolation({"CM-6.3b", "P7-E3"})
  void a_force_past_the_doubt_lifts_no_violated_check_of_the_kernel() {
    fixture.finds(SampleCluster.findingBuilder("P6-A1", Verdict.VIOLATED).overridable(false).build());

    ProposeResult<?> planned = fixture.session.propose(id("r-2"), force("P6-A1"));

    assertThat(PlaneFixture.codes(planned)).contains(ErrorCode.OVERRIDE_NOT_POSSIBLE);
  }

  @Test
  @CoversViolation("CM-9.2")
  void an_unresolved_demotion_of_the_target_is_a_doubt_about_it_too() {
    var other = new PlaneFixture();
    other.kernel.fails("requestDemotion", new IllegalStateException("gone"));
    other.runs("r-1", DEMOTION);

    ProposeResult<?> planned =
        other.session.propose(id("r-2"), new RequestPromotion(DEMOTION.node(), PlaneFixture.REASON));

    assertThat(PlaneFixture.codes(planned)).containsExactly(ErrorCode.TARGET_UNRESOLVED);
  }

  @Test
  void a_reason_that_spells_a_node_does_not_make_it_the_target() {
    fixture.runs("r-2", OTHER_TARGET);
    fixture.kernel.fails("requestPromotion", new IllegalStateException("gone"));
    fixture.runs("r-3", new RequestPromotion(SampleCluster.N2, new Reason("n3")));

    ProposeResult<?> planned = fixture.session.propose(id("r-4"), OTHER_TARGET);

    assertThat(planned).isInstanceOf(Proposal.class);
  }

  @Test
  void a_demotion_asks_for_the_same_acknowledgement() {
    Proposal<?> proposal = fixture.propose("r-2", DEMOTION);

    assertThat(proposal.challenge().demands()).extracting(Demand::id).contains("unresolved:r-1");
  }

  @Test
  void a_word_that_the_kernel_takes_back_makes_the_yes_stale() {
    settles(fixture, RequestResolution.NOT_EXECUTED);
    Proposal<?> proposal = fixture.propose("r-2", PROMOTION);
    settles(fixture, RequestResolution.CANNOT_TELL);

    Outcome<?> outcome = fixture.session.confirm(proposal, yes(proposal));

    assertThat(PlaneFixture.codes(outcome)).containsExactly(ErrorCode.CONFIRMATION_STALE);
  }

  @Test
  @CoversViolation({"AU-7", "P7-F2"})
  void a_restart_writes_nothing_and_replays_nothing() {
    int records = fixture.log.records().size();

    PlaneFixture restarted = new PlaneFixture(new ScriptedKernel(), fixture.log);

    assertThat(fixture.log.records()).hasSize(records);
    assertThat(restarted.kernel.calls()).isEmpty();
    assertThat(PlaneFixture.codes(restarted.session.propose(id("r-2"), PROMOTION)))
        .containsExactly(ErrorCode.TARGET_UNRESOLVED);
  }

  @Test
  void what_recovery_set_aside_is_shown_and_has_to_be_acknowledged() {
    fixture.log.notice(new RecoveryNotice("notice-1", "3 bytes were set aside"));

    Proposal<?> proposal = fixture.propose("r-2", OTHER_TARGET);
    fixture.session.confirm(proposal, yes(proposal));

    assertThat(proposal.explanation().text()).contains("notice-1: 3 bytes were set aside");
    assertThat(proposal.challenge().demands()).extracting(Demand::id).contains("recovery:notice-1");
    assertThat(fixture.log.records()).anySatisfy(r -> assertThat(r.toString()).contains("\"recovery\":[\"notice-1\"]"));
  }
}
