package io.aerodb.command.session;

import static io.aerodb.command.doubles.Bench.DEMOTION;
import static io.aerodb.command.doubles.Bench.PROMOTION;
import static io.aerodb.command.doubles.Bench.id;
import static io.aerodb.command.doubles.Bench.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.json.Json;
import io.aerodb.command.Authority;
import io.aerodb.command.CommandInput;
import io.aerodb.command.InspectClusterState;
import io.aerodb.command.InspectNode;
import io.aerodb.command.doubles.Bench;
import io.aerodb.command.doubles.Facts;
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
  private final Bench bench = new Bench();

  @Test
  @Covers("P7-F3")
  @CoversViolation({"CM-9.1", "FM-6"})
  void the_same_request_again_names_the_first_record_and_what_came_of_it() {
    bench.session.run(id("r-1"), new InspectClusterState());

    Outcome<?> again = bench.session.run(id("r-1"), new InspectClusterState());

    assertThat(Bench.kinds(again)).containsExactly(ErrorCode.DUPLICATE_REQUEST);
    assertThat(again.text()).contains("record 1", "executed, record 3");
    assertThat(bench.log.newest().event().body().get("first")).contains(new Json.Int(1));
    assertThat(bench.kernel.actions()).hasSize(1);
  }

  @Test
  @CoversViolation("CM-9.1")
  void the_same_id_with_another_command_operator_or_authority_is_reused() {
    bench.session.run(id("r-1"), new InspectNode(Facts.N1));

    Outcome<?> command = bench.session.run(id("r-1"), new InspectNode(Facts.N2));
    Outcome<?> operator = bench.session("bob", Authority.OPERATOR).run(id("r-1"), new InspectNode(Facts.N1));
    Outcome<?> authority = bench.session("ann", Authority.OBSERVER).run(id("r-1"), new InspectNode(Facts.N1));

    assertThat(Bench.kinds(command)).containsExactly(ErrorCode.REQUEST_ID_REUSED);
    assertThat(Bench.kinds(operator)).containsExactly(ErrorCode.REQUEST_ID_REUSED);
    assertThat(Bench.kinds(authority)).containsExactly(ErrorCode.REQUEST_ID_REUSED);
    assertThat(bench.log.stages("r-1")).endsWith("duplicate", "duplicate", "duplicate");
  }

  @Test
  @CoversViolation("CM-9.1")
  void an_id_that_was_rejected_is_taken_for_ever() {
    bench.finds(Facts.finding("P6-S1", Verdict.VIOLATED));
    bench.session.propose(id("r-1"), PROMOTION);
    bench.finds();

    ProposeResult<?> again = bench.session.propose(id("r-1"), PROMOTION);

    assertThat(Bench.kinds(again)).containsExactly(ErrorCode.DUPLICATE_REQUEST);
    assertThat(bench.log.stages("r-1")).containsExactly("requested", "rejected", "duplicate");
    assertThat(bench.kernel.calls()).as("the look-up spares the planning read").hasSize(1);
  }

  @Test
  @CoversViolation({"CM-9.1", "P7-F3"})
  void a_new_plane_on_the_same_log_knows_the_id() {
    bench.runs("r-1", PROMOTION);
    Bench restarted = new Bench(new ScriptedKernel(), bench.log);

    ProposeResult<?> again = restarted.session.propose(id("r-1"), PROMOTION);

    assertThat(Bench.kinds(again)).containsExactly(ErrorCode.DUPLICATE_REQUEST);
    assertThat(restarted.kernel.calls()).isEmpty();
  }

  @Test
  @CoversViolation("CM-9.1")
  void an_id_that_is_claimed_between_the_look_up_and_the_record_is_a_duplicate() {
    bench.kernel.completes("assess", a -> {
      bench.session("bob", Authority.OPERATOR).run(id("r-1"), new InspectClusterState());
      return Facts.assessment(PROMOTION.transition(), PROMOTION.node());
    });

    ProposeResult<?> planned = bench.session.propose(id("r-1"), PROMOTION);

    assertThat(Bench.kinds(planned)).containsExactly(ErrorCode.REQUEST_ID_REUSED);
    assertThat(bench.session.openProposal()).isEmpty();
    assertThat(bench.log.stages("r-1")).containsExactly("requested", "dispatched", "executed", "duplicate");
  }

  @Test
  @CoversViolation("FM-6")
  void a_duplicate_of_an_open_proposal_does_not_disturb_it() {
    Proposal<?> proposal = bench.propose("r-1", PROMOTION);

    ProposeResult<?> again = bench.session.propose(id("r-1"), PROMOTION);

    assertThat(Bench.kinds(again)).containsExactly(ErrorCode.DUPLICATE_REQUEST);
    assertThat(bench.session.confirm(proposal, yes(proposal))).isInstanceOf(Outcome.Executed.class);
  }

  @Test
  void however_many_duplicates_there_are_the_last_one_tells_what_came_of_the_first() {
    Proposal<?> proposal = bench.propose("r-1", DEMOTION);
    Session other = bench.session("bob", Authority.OPERATOR);
    for (int i = 0; i < 1000; i++) {
      other.run(id("r-1"), new InspectClusterState());
    }
    bench.session.confirm(proposal, yes(proposal));

    ProposeResult<?> again = bench.session.propose(id("r-1"), DEMOTION);

    assertThat(Bench.errors(again).getFirst().text()).contains("newest stage is executed");
  }

  @Test
  void unreadable_input_with_a_taken_id_keeps_its_problems_and_its_text() {
    bench.session.run(id("r-1"), new InspectClusterState());
    var input = CommandInput.of(Optional.of("r-1"), Optional.of("drop_everything"), Map.of());

    Reply<?> reply = bench.session.submit(input);

    assertThat(Bench.kinds(reply)).containsExactly(ErrorCode.COMMAND_UNKNOWN, ErrorCode.REQUEST_ID_REUSED);
    assertThat(bench.log.stages("r-1")).endsWith("duplicate");
    assertThat(bench.log.newest().event().body().text("input")).contains(input.raw());
    assertThat(bench.log.newest().toString()).contains("COMMAND_UNKNOWN", "REQUEST_ID_REUSED");
  }

  @Test
  void a_log_whose_past_cannot_be_read_still_tells_a_duplicate() {
    bench.session.run(id("r-1"), new InspectClusterState());
    bench.log.unreadable(new IllegalStateException("secret"));

    Outcome<?> again = bench.session.run(id("r-1"), new InspectClusterState());

    assertThat(Bench.kinds(again)).containsExactly(ErrorCode.DUPLICATE_REQUEST);
    assertThat(again.text()).contains("can't be read").doesNotContain("secret");
  }
}
