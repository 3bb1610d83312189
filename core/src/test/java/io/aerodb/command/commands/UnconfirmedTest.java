package io.aerodb.command.commands;

import static io.aerodb.command.doubles.Bench.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.Confirmable;
import io.aerodb.command.RunDiagnostics;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.doubles.Bench;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.session.Proposal;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.DiagnosticScope;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each of the four that need a confirmation is explained, left without one, and not run. */
class UnconfirmedTest {
  private final Bench bench = new Bench();

  private Proposal<?> explained(Confirmable<?> command) {
    Proposal<?> proposal = bench.propose("r-1", command);
    assertThat(bench.kernel.actions()).isEmpty();
    return proposal;
  }

  private void assertNotRunWithout(String demand, Proposal<?> proposal) {
    var answers = new TreeMap<>(yes(proposal).answers());
    assertThat(answers.remove(demand)).as(demand).isNotNull();

    var outcome = bench.session.confirm(proposal, new Acknowledgement(proposal.challenge().digest(), answers));

    assertThat(Bench.kinds(outcome)).containsExactly(ErrorCode.ACKNOWLEDGEMENT_INCOMPLETE);
    assertThat(bench.kernel.actions()).isEmpty();
  }

  @Test
  @CoversViolation("CM-5.1a")
  void diagnostics_are_not_run() {
    assertNotRunWithout("scope", explained(new RunDiagnostics(DiagnosticScope.DEEP)));
  }

  @Test
  @CoversViolation("CM-6.1a")
  void nobody_is_promoted() {
    assertNotRunWithout("target", explained(Bench.PROMOTION));
  }

  @Test
  @CoversViolation("CM-6.2")
  void nobody_is_demoted() {
    assertNotRunWithout("target", explained(Bench.DEMOTION));
  }

  @Test
  @CoversViolation({"CM-6.3a", "CF-8"})
  void nobody_is_promoted_by_force_when_one_override_is_not_acknowledged() {
    bench.cannotSeePrimary();
    Proposal<?> proposal = explained(Bench.force("P6-A1"));
    String override = proposal.challenge().demands().stream().map(demand -> demand.id())
        .filter(id -> id.startsWith("override:")).findFirst().orElseThrow();

    assertNotRunWithout(override, proposal);
  }
}
