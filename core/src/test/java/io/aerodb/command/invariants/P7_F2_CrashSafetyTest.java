package io.aerodb.command.invariants;

import static io.aerodb.command.doubles.PlaneFixture.DEMOTION;
import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static io.aerodb.command.doubles.PlaneFixture.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.Appended;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.ScriptedKernel;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Proposal;
import io.aerodb.freeze.claims.CoversViolation;
import org.junit.jupiter.api.Test;

/** Proves P7-F2: what a crash leaves behind completes nothing. */
class P7_F2_CrashSafetyTest {
  private final PlaneFixture fixture = new PlaneFixture();

  @Test
  @CoversViolation({"P7-F2", "ST-1", "CF-3"})
  void a_plane_that_comes_back_finds_no_proposal_and_sends_nothing() {
    Proposal<?> lost = fixture.propose("r-1", PROMOTION);

    PlaneFixture restarted = new PlaneFixture(new ScriptedKernel(), fixture.log);
    Outcome<?> outcome = restarted.session.confirm(id("r-1"), yes(lost));

    assertThat(PlaneFixture.codes(outcome)).containsExactly(ErrorCode.PROPOSAL_UNKNOWN);
    assertThat(restarted.session.openProposal()).isEmpty();
    assertThat(restarted.kernel.calls()).isEmpty();
    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "proposed");
  }

  @Test
  @CoversViolation("P7-F2")
  void a_dispatch_without_an_end_is_shown_as_unresolved_and_not_sent_again() {
    fixture.log.atAppend(3, really -> new Appended.NotWritten("killed"));
    fixture.runs("r-1", PROMOTION);

    PlaneFixture restarted = new PlaneFixture(new ScriptedKernel(), fixture.log);
    Proposal<?> next = restarted.propose("r-2", DEMOTION);

    assertThat(next.explanation().text()).contains("UNRESOLVED REQUESTS", "r-1", "missing");
    assertThat(restarted.kernel.actions()).isEmpty();
    assertThat(fixture.log.stages("r-1")).endsWith("dispatched");
  }
}
