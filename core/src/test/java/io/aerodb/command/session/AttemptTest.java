package io.aerodb.command.session;

import static io.aerodb.command.doubles.PlaneFixture.DEMOTION;
import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static io.aerodb.command.doubles.PlaneFixture.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.AuditEvent;
import io.aerodb.command.Authority;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.doubles.ScriptedKernel;
import io.aerodb.command.doubles.WatchedLog;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.ClusterId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Proves CF-4, CF-5, CF-10, CF-11, CM-1.4: a proposal takes one answer of its own session, and every attempt is
 * recorded.
 */
class AttemptTest {
  private final PlaneFixture fixture = new PlaneFixture();

  @Test
  @CoversViolation("CF-5")
  void a_typo_spends_the_proposal() {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);
    var answers = new TreeMap<>(yes(proposal).answers());
    answers.put("target", "n2 ");

    Outcome<?> typo = fixture.session.confirm(proposal, new Acknowledgement(proposal.challenge().digest(), answers));
    Outcome<?> again = fixture.session.confirm(proposal, yes(proposal));

    assertThat(PlaneFixture.codes(typo)).containsExactly(ErrorCode.ACKNOWLEDGEMENT_WRONG);
    assertThat(PlaneFixture.codes(again)).containsExactly(ErrorCode.CONFIRMATION_ALREADY_USED);
    assertThat(fixture.kernel.actions()).isEmpty();
  }

  @Test
  @CoversViolation({"CF-5", "CM-2.2"})
  void an_executed_confirmation_cannot_be_used_again() {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);
    fixture.session.confirm(proposal, yes(proposal));

    Outcome<?> again = fixture.session.confirm(proposal, yes(proposal));

    assertThat(PlaneFixture.codes(again)).containsExactly(ErrorCode.CONFIRMATION_ALREADY_USED);
    assertThat(fixture.kernel.actions()).hasSize(1);
  }

  @Test
  @Covers({"CF-11", "AT-6"})
  @CoversViolation({"CF-4", "AT-5"})
  void another_session_spends_nothing_and_is_on_record_by_its_own_name() {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);
    Session other = fixture.session("mallory", Authority.OBSERVER);

    Outcome<?> stolen = other.confirm(proposal, yes(proposal));
    AuditEvent attempt = fixture.log.newest().event();
    Outcome<?> mine = fixture.session.confirm(proposal, yes(proposal));

    assertThat(PlaneFixture.codes(stolen)).containsExactly(ErrorCode.CONFIRMATION_NOT_YOURS);
    assertThat(attempt.operator()).contains("mallory");
    assertThat(attempt.authority()).contains("observer");
    assertThat(attempt.session()).isEqualTo(other.id());
    assertThat(attempt.body().text("about")).contains("r-1");
    assertThat(attempt.requestId()).isEmpty();
    assertThat(mine).isInstanceOf(Outcome.Executed.class);
  }

  @Test
  @CoversViolation("CF-4")
  void another_session_cannot_refuse_it_either() {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);

    Outcome<?> outcome = fixture.session("bob", Authority.OPERATOR).refuse(proposal);

    assertThat(PlaneFixture.codes(outcome)).containsExactly(ErrorCode.CONFIRMATION_NOT_YOURS);
    assertThat(fixture.log.newest().event().operator()).contains("bob");
    assertThat(fixture.session.openProposal()).contains(proposal);
  }

  @Test
  @CoversViolation("CM-1.4")
  void a_proposal_of_another_cluster_is_refused_and_recorded_in_this_one() {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);
    PlaneFixture elsewhere = new PlaneFixture(new ScriptedKernel(new ClusterId("aero-2")), WatchedLog.empty());

    Outcome<?> outcome = elsewhere.session.confirm(proposal, yes(proposal));

    assertThat(PlaneFixture.codes(outcome)).containsExactly(ErrorCode.CONFIRMATION_NOT_YOURS);
    assertThat(outcome.trail()).isInstanceOf(RecordStatus.Recorded.class);
    assertThat(elsewhere.log.newest().event().cluster()).isEqualTo("aero-2");
    assertThat(elsewhere.kernel.calls()).isEmpty();
  }

  @Test
  @CoversViolation("CF-10")
  void a_second_proposal_waits_until_the_first_is_answered() {
    Proposal<?> first = fixture.propose("r-1", PROMOTION);

    ProposeResult<?> second = fixture.session.propose(id("r-2"), DEMOTION);

    assertThat(PlaneFixture.codes(second)).containsExactly(ErrorCode.PROPOSAL_ALREADY_OPEN);
    assertThat(fixture.session.openProposal()).contains(first);
    assertThat(fixture.log.stages("r-2")).containsExactly("requested", "rejected");
  }

  @Test
  void a_proposal_is_found_again_by_its_request_id_and_by_no_other() {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);

    Outcome<?> wrong = fixture.session.confirm(id("r-2"), yes(proposal));
    Outcome<?> right = fixture.session.confirm(id("r-1"), yes(proposal));

    assertThat(PlaneFixture.codes(wrong)).containsExactly(ErrorCode.PROPOSAL_UNKNOWN);
    assertThat(right).isInstanceOf(Outcome.Executed.class);
    assertThat(PlaneFixture.codes(fixture.session.refuse(id("r-1")))).containsExactly(ErrorCode.PROPOSAL_UNKNOWN);
  }

  @Test
  @CoversViolation({"CF-4", "CF-2"})
  void the_acknowledgement_of_one_proposal_does_not_answer_the_next() {
    Proposal<?> first = fixture.propose("r-1", PROMOTION);
    fixture.session.refuse(first);
    Proposal<?> second = fixture.propose("r-2", PROMOTION);

    Outcome<?> outcome = fixture.session.confirm(second, yes(first));

    assertThat(PlaneFixture.codes(outcome)).contains(ErrorCode.ACKNOWLEDGEMENT_OF_ANOTHER,
        ErrorCode.ACKNOWLEDGEMENT_WRONG);
    assertThat(fixture.kernel.actions()).isEmpty();
  }

  @Test
  @CoversViolation("CF-3")
  void a_closed_session_takes_nothing() {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);
    fixture.session.close();

    assertThat(PlaneFixture.codes(fixture.session.confirm(proposal, yes(proposal))))
        .containsExactly(ErrorCode.SESSION_CLOSED);
    assertThat(PlaneFixture.codes(fixture.session.refuse(proposal))).containsExactly(ErrorCode.SESSION_CLOSED);
    assertThat(PlaneFixture.codes(fixture.session.propose(id("r-2"), PROMOTION)))
        .containsExactly(ErrorCode.SESSION_CLOSED);
    assertThat(fixture.kernel.actions()).isEmpty();
  }

  @Test
  @CoversViolation("CF-7")
  void closing_while_planning_leaves_an_abandoned_proposal() {
    fixture.kernel.completes("assess", a -> {
      fixture.session.close();
      return SampleCluster.assessment(PROMOTION.transition(), PROMOTION.node());
    });

    ProposeResult<?> planned = fixture.session.propose(id("r-1"), PROMOTION);

    assertThat(PlaneFixture.codes(planned)).containsExactly(ErrorCode.SESSION_CLOSED);
    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "proposed", "abandoned");
    assertThat(fixture.session.openProposal()).isEmpty();
  }

  @Test
  void an_answer_that_no_record_can_carry_is_refused_and_recorded() {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);
    var given = new Acknowledgement("\uD800", new TreeMap<>(Map.of("\uDC00", "\uD800", "x", "y".repeat(100_000))));

    Outcome<?> outcome = fixture.session.confirm(proposal, given);

    assertThat(outcome.trail()).isInstanceOf(RecordStatus.Recorded.class);
    assertThat(fixture.log.stages("r-1")).endsWith("refused");
    assertThat(fixture.log.newest().event().body().object("given").flatMap(g -> g.text("sha256")))
        .isNotEqualTo(Optional.empty());
    assertThat(outcome.json().canonical()).isNotEmpty();
  }

  @Test
  @Covers({"CF-11", "AU-12"})
  void what_was_given_is_on_record_word_for_word() {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);
    var given = new Acknowledgement("0".repeat(64), new TreeMap<>(Map.of("target", "N2")));

    fixture.session.confirm(proposal, given);

    assertThat(fixture.log.newest().event().body().object("given")).contains(given.json());
    assertThat(fixture.log.newest().event().operator()).contains("ann");
  }
}
