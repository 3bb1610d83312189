package io.aerodb.command.commands;

import static io.aerodb.command.doubles.PlaneFixture.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.Confirmable;
import io.aerodb.command.RunDiagnostics;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.session.Proposal;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.DiagnosticScope;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each of the four commands that need a confirmation is explained, left without one, and not run. */
class UnconfirmedTest {
  private final PlaneFixture fixture = new PlaneFixture();

  private Proposal<?> explained(Confirmable<?> command) {
    Proposal<?> proposal = fixture.propose("r-1", command);
    assertThat(fixture.kernel.actions()).isEmpty();
    return proposal;
  }

  private void assertNotRunWithout(String demand, Proposal<?> proposal) {
    var answers = new TreeMap<>(yes(proposal).answers());
    assertThat(answers.remove(demand)).as(demand).isNotNull();

    var outcome = fixture.session.confirm(proposal, new Acknowledgement(proposal.challenge().digest(), answers));

    assertThat(PlaneFixture.codes(outcome)).containsExactly(ErrorCode.ACKNOWLEDGEMENT_INCOMPLETE);
    assertThat(fixture.kernel.actions()).isEmpty();
  }

  @Test
  @CoversViolation("CM-5.1a")
  void diagnostics_are_not_run() {
    assertNotRunWithout("scope", explained(new RunDiagnostics(DiagnosticScope.DEEP)));
  }

  @Test
  @CoversViolation("CM-6.1a")
  void nobody_is_promoted() {
    assertNotRunWithout("target", explained(PlaneFixture.PROMOTION));
  }

  @Test
  @CoversViolation("CM-6.2")
  void nobody_is_demoted() {
    assertNotRunWithout("target", explained(PlaneFixture.DEMOTION));
  }

  @Test
  @CoversViolation({"CM-6.3a", "CF-8"})
  void nobody_is_promoted_by_force_when_one_override_is_not_acknowledged() {
    fixture.cannotSeePrimary();
    Proposal<?> proposal = explained(PlaneFixture.force("P6-A1"));
    String override = proposal.challenge().demands().stream().map(demand -> demand.id())
        .filter(id -> id.startsWith("override:")).findFirst().orElseThrow();

    assertNotRunWithout(override, proposal);
  }
}
