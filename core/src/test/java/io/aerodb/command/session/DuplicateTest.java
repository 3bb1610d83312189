package io.aerodb.command.session;

import static io.aerodb.command.doubles.PlaneFixture.DEMOTION;
import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static io.aerodb.command.doubles.PlaneFixture.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.json.Json;
import io.aerodb.command.Authority;
import io.aerodb.command.CommandInput;
import io.aerodb.command.InspectClusterState;
import io.aerodb.command.InspectNode;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.doubles.ScriptedKernel;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.Verdict;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Proves CM-9.1, P7-F3: the first record of an id claims it for ever, whatever came of it. */
class DuplicateTest {
  private final PlaneFixture fixture = new PlaneFixture();

  @Test
  @Covers("P7-F3")
  @CoversViolation({"CM-9.1", "FM-6"})
  void the_same_request_again_names_the_first_record_and_what_came_of_it() {
    fixture.session.run(id("r-1"), new InspectClusterState());

    Outcome<?> again = fixture.session.run(id("r-1"), new InspectClusterState());

    assertThat(PlaneFixture.codes(again)).containsExactly(ErrorCode.DUPLICATE_REQUEST);
    assertThat(again.text()).contains("record 1", "executed, record 3");
    assertThat(fixture.log.newest().event().body().get("first")).contains(new Json.Int(1));
    assertThat(fixture.kernel.actions()).hasSize(1);
  }

  @Test
  @CoversViolation("CM-9.1")
  void the_same_id_with_another_command_operator_or_authority_is_reused() {
    fixture.session.run(id("r-1"), new InspectNode(SampleCluster.N1));

    Outcome<?> command = fixture.session.run(id("r-1"), new InspectNode(SampleCluster.N2));
    Outcome<?> operator = fixture.session("bob", Authority.OPERATOR).run(id("r-1"), new InspectNode(SampleCluster.N1));
    Outcome<?> authority = fixture.session("ann", Authority.OBSERVER).run(id("r-1"), new InspectNode(SampleCluster.N1));

    assertThat(PlaneFixture.codes(command)).containsExactly(ErrorCode.REQUEST_ID_REUSED);
    assertThat(PlaneFixture.codes(operator)).containsExactly(ErrorCode.REQUEST_ID_REUSED);
    assertThat(PlaneFixture.codes(authority)).containsExactly(ErrorCode.REQUEST_ID_REUSED);
    assertThat(fixture.log.stages("r-1")).endsWith("duplicate", "duplicate", "duplicate");
  }

  @Test
  @CoversViolation("CM-9.1")
  void an_id_that_was_rejected_is_taken_for_ever() {
    fixture.finds(SampleCluster.finding("P6-S1", Verdict.VIOLATED));
    fixture.session.propose(id("r-1"), PROMOTION);
    fixture.finds();

    ProposeResult<?> again = fixture.session.propose(id("r-1"), PROMOTION);

    assertThat(PlaneFixture.codes(again)).containsExactly(ErrorCode.DUPLICATE_REQUEST);
    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "rejected", "duplicate");
    assertThat(fixture.kernel.calls()).as("the look-up spares the planning read").hasSize(1);
  }

  @Test
  @CoversViolation({"CM-9.1", "P7-F3"})
  void a_new_plane_on_the_same_log_knows_the_id() {
    fixture.runs("r-1", PROMOTION);
    PlaneFixture restarted = new PlaneFixture(new ScriptedKernel(), fixture.log);

    ProposeResult<?> again = restarted.session.propose(id("r-1"), PROMOTION);

    assertThat(PlaneFixture.codes(again)).containsExactly(ErrorCode.DUPLICATE_REQUEST);
    assertThat(restarted.kernel.calls()).isEmpty();
  }

  @Test
  @CoversViolation("CM-9.1")
  void an_id_that_is_claimed_between_the_look_up_and_the_record_is_a_duplicate() {
    fixture.kernel.completes("assess", a -> {
      fixture.session("bob", Authority.OPERATOR).run(id("r-1"), new InspectClusterState());
      return SampleCluster.assessment(PROMOTION.transition(), PROMOTION.node());
    });

    ProposeResult<?> planned = fixture.session.propose(id("r-1"), PROMOTION);

    assertThat(PlaneFixture.codes(planned)).containsExactly(ErrorCode.REQUEST_ID_REUSED);
    assertThat(fixture.session.openProposal()).isEmpty();
    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "dispatched", "executed", "duplicate");
  }

  @Test
  @CoversViolation("FM-6")
  void a_duplicate_of_an_open_proposal_does_not_disturb_it() {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);

    ProposeResult<?> again = fixture.session.propose(id("r-1"), PROMOTION);

    assertThat(PlaneFixture.codes(again)).containsExactly(ErrorCode.DUPLICATE_REQUEST);
    assertThat(fixture.session.confirm(proposal, yes(proposal))).isInstanceOf(Outcome.Executed.class);
  }

  @Test
  void however_many_duplicates_there_are_the_last_one_tells_what_came_of_the_first() {
    Proposal<?> proposal = fixture.propose("r-1", DEMOTION);
    Session other = fixture.session("bob", Authority.OPERATOR);
    for (int i = 0; i < 1000; i++) {
      other.run(id("r-1"), new InspectClusterState());
    }
    fixture.session.confirm(proposal, yes(proposal));

    ProposeResult<?> again = fixture.session.propose(id("r-1"), DEMOTION);

    assertThat(PlaneFixture.errors(again).getFirst().text()).contains("newest stage is executed");
  }

  @Test
  void unreadable_input_with_a_taken_id_keeps_its_problems_and_its_text() {
    fixture.session.run(id("r-1"), new InspectClusterState());
    var input = CommandInput.of(Optional.of("r-1"), Optional.of("drop_everything"), Map.of());

    Reply<?> reply = fixture.session.submit(input);

    assertThat(PlaneFixture.codes(reply)).containsExactly(ErrorCode.COMMAND_UNKNOWN, ErrorCode.REQUEST_ID_REUSED);
    assertThat(fixture.log.stages("r-1")).endsWith("duplicate");
    assertThat(fixture.log.newest().event().body().text("input")).contains(input.raw());
    assertThat(fixture.log.newest().toString()).contains("COMMAND_UNKNOWN", "REQUEST_ID_REUSED");
  }

  @Test
  void a_log_whose_past_cannot_be_read_still_tells_a_duplicate() {
    fixture.session.run(id("r-1"), new InspectClusterState());
    fixture.log.unreadable(new IllegalStateException("secret"));

    Outcome<?> again = fixture.session.run(id("r-1"), new InspectClusterState());

    assertThat(PlaneFixture.codes(again)).containsExactly(ErrorCode.DUPLICATE_REQUEST);
    assertThat(again.text()).contains("can't be read").doesNotContain("secret");
  }
}
