package io.aerodb.command.commands;

import static io.aerodb.command.doubles.Bench.id;
import static io.aerodb.command.doubles.Bench.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.Authority;
import io.aerodb.command.CommandInput;
import io.aerodb.command.Confirmable;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.doubles.Bench;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Proposal;
import io.aerodb.command.session.ProposeResult;
import io.aerodb.command.session.Reply;
import io.aerodb.freeze.claims.Aspect;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What each command that needs a confirmation must do: succeed, refuse what is not valid, and do nothing without an
 * exact yes.
 */
abstract class ConfirmableContract<R> {
  final Bench bench = new Bench();

  abstract Confirmable<R> command();

  /** Makes the kernel say what keeps the command from being proposed. */
  abstract void makeInvalid();

  /** The errors of that. */
  abstract List<ErrorCode> refusals();

  /** Errors of an input without any argument. */
  abstract List<ErrorCode> missing();

  private Reply<?> submit(boolean withArguments) {
    return bench.session.submit(CommandInput.of(Optional.of("r-1"), Optional.of(command().type().wireName()),
        withArguments ? command().arguments() : new TreeMap<>()));
  }

  @Test
  @Covers(aspect = Aspect.SUCCESS)
  final void success() {
    Proposal<?> proposal = Bench.asked(submit(true));

    Outcome<?> outcome = bench.session.confirm(proposal, yes(proposal));

    assertThat(outcome).isInstanceOf(Outcome.Executed.class);
    assertThat(proposal.command()).isEqualTo(command());
    assertThat(bench.kernel.actions()).containsExactly(command().type().kernelAction());
    assertThat(bench.log.stages("r-1")).containsExactly("requested", "proposed", "confirmed", "dispatched", "executed");
  }

  @Test
  @CoversViolation("CM-7.4")
  @Covers(aspect = Aspect.VALIDATION_FAILURE)
  final void validation_failure() {
    makeInvalid();

    ProposeResult<R> planned = bench.session.propose(id("r-1"), command());

    assertThat(Bench.kinds(planned)).containsExactlyInAnyOrderElementsOf(refusals());
    assertThat(bench.log.stages("r-1")).containsExactly("requested", "rejected");
    assertThat(bench.kernel.actions()).isEmpty();
  }

  @Test
  @CoversViolation("ER-2")
  final void validation_failure_of_the_input() {
    Reply<?> reply = submit(false);

    assertThat(Bench.kinds(reply)).containsExactlyElementsOf(missing());
    assertThat(bench.kernel.calls()).isEmpty();
  }

  @Test
  @Covers("CF-11")
  @CoversViolation("CM-8.3")
  @Covers(aspect = Aspect.CONFIRMATION_REFUSAL)
  final void confirmation_refusal() {
    for (String demand : bench.propose("r-0", command()).challenge().demands().stream().map(d -> d.id()).toList()) {
      bench.session.openProposal().ifPresent(bench.session::refuse);
      Proposal<R> proposal = bench.propose("r-" + Integer.toHexString(demand.hashCode()), command());
      var answers = new TreeMap<>(yes(proposal).answers());
      answers.remove(demand);

      Outcome<R> outcome = bench.session.confirm(proposal, new Acknowledgement(proposal.challenge().digest(), answers));

      assertThat(Bench.kinds(outcome)).as(demand).containsExactly(ErrorCode.ACKNOWLEDGEMENT_INCOMPLETE);
      assertThat(bench.log.newest().event().stage().label()).isEqualTo("refused");
    }
    assertThat(bench.kernel.actions()).isEmpty();
  }

  @Test
  @CoversViolation({"AT-1", "AT-2", "AT-3"})
  final void only_an_operator_may_ask() {
    for (Authority authority : List.of(Authority.OBSERVER, Authority.AUDITOR)) {
      ProposeResult<R> planned = bench.session("olga", authority).propose(id("r-" + authority), command());
      assertThat(Bench.kinds(planned)).containsExactly(ErrorCode.AUTHORITY_INSUFFICIENT);
    }
    assertThat(bench.kernel.calls()).isEmpty();
  }

  @Test
  @Covers({"CF-6", "CM-8.1", "CM-8.2"})
  final void before_the_yes_action_components_consequences_and_invariants_are_shown() {
    Proposal<R> proposal = bench.propose("r-1", command());

    String text = proposal.explanation().text();
    assertThat(text).startsWith("CLUSTER         aero-1\n").contains(command().sentence(),
        command().type().kernelAction(),
        "n1", "n2", "n3", "CONSEQUENCES", "irreversible", "INVARIANTS INVOLVED");
    command().type().consequences().forEach(c -> assertThat(text).contains(c.text()));
    command().arguments().values().forEach(values -> assertThat(text).contains(values));
    command().target().ifPresent(target -> assertThat(text).contains(target.value()));
  }
}
