package io.aerodb.command.commands;

import static io.aerodb.command.doubles.PlaneFixture.id;
import static io.aerodb.command.doubles.PlaneFixture.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.Authority;
import io.aerodb.command.CommandInput;
import io.aerodb.command.Confirmable;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.doubles.PlaneFixture;
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
 * The tests of every command that needs a confirmation: it succeeds, refuses what is not valid, and does nothing
 * without an exact yes.
 */
abstract class ConfirmableContract<R> {
  final PlaneFixture fixture = new PlaneFixture();

  abstract Confirmable<R> command();

  /** Makes the kernel say what keeps the command from being proposed. */
  abstract void makeInvalid();

  /** The errors of that. */
  abstract List<ErrorCode> refusals();

  /** Errors of an input without any argument. */
  abstract List<ErrorCode> missing();

  private Reply<?> submit(boolean withArguments) {
    return fixture.session.submit(CommandInput.of(Optional.of("r-1"), Optional.of(command().type().wireName()),
        withArguments ? command().arguments() : new TreeMap<>()));
  }

  @Test
  @Covers(aspect = Aspect.SUCCESS)
  final void success() {
    Proposal<?> proposal = PlaneFixture.asked(submit(true));

    Outcome<?> outcome = fixture.session.confirm(proposal, yes(proposal));

    assertThat(outcome).isInstanceOf(Outcome.Executed.class);
    assertThat(proposal.command()).isEqualTo(command());
    assertThat(fixture.kernel.actions()).containsExactly(command().type().kernelAction());
    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "proposed", "confirmed", "dispatched",
        "executed");
  }

  @Test
  @CoversViolation("CM-7.4")
  @Covers(aspect = Aspect.VALIDATION_FAILURE)
  final void validation_failure() {
    makeInvalid();

    ProposeResult<R> planned = fixture.session.propose(id("r-1"), command());

    assertThat(PlaneFixture.codes(planned)).containsExactlyInAnyOrderElementsOf(refusals());
    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "rejected");
    assertThat(fixture.kernel.actions()).isEmpty();
  }

  @Test
  @CoversViolation("ER-2")
  final void validation_failure_of_the_input() {
    Reply<?> reply = submit(false);

    assertThat(PlaneFixture.codes(reply)).containsExactlyElementsOf(missing());
    assertThat(fixture.kernel.calls()).isEmpty();
  }

  @Test
  @Covers("CF-11")
  @CoversViolation("CM-8.3")
  @Covers(aspect = Aspect.CONFIRMATION_REFUSAL)
  final void confirmation_refusal() {
    for (String demand : fixture.propose("r-0", command()).challenge().demands().stream().map(d -> d.id()).toList()) {
      fixture.session.openProposal().ifPresent(fixture.session::refuse);
      Proposal<R> proposal = fixture.propose("r-" + Integer.toHexString(demand.hashCode()), command());
      var answers = new TreeMap<>(yes(proposal).answers());
      answers.remove(demand);

      Outcome<R> outcome =
          fixture.session.confirm(proposal, new Acknowledgement(proposal.challenge().digest(), answers));

      assertThat(PlaneFixture.codes(outcome)).as(demand).containsExactly(ErrorCode.ACKNOWLEDGEMENT_INCOMPLETE);
      assertThat(fixture.log.newest().event().stage().label()).isEqualTo("refused");
    }
    assertThat(fixture.kernel.actions()).isEmpty();
  }

  @Test
  @CoversViolation({"AT-1", "AT-2", "AT-3"})
  final void only_an_operator_may_ask() {
    for (Authority authority : List.of(Authority.OBSERVER, Authority.AUDITOR)) {
      ProposeResult<R> planned = fixture.session("olga", authority).propose(id("r-" + authority), command());
      assertThat(PlaneFixture.codes(planned)).containsExactly(ErrorCode.AUTHORITY_INSUFFICIENT);
    }
    assertThat(fixture.kernel.calls()).isEmpty();
  }

  @Test
  @Covers({"CF-6", "CM-8.1", "CM-8.2"})
  final void before_the_yes_action_components_consequences_and_invariants_are_shown() {
    Proposal<R> proposal = fixture.propose("r-1", command());

    String text = proposal.explanation().text();
    assertThat(text).startsWith("CLUSTER         aero-1\n").contains(command().sentence(),
        command().type().kernelAction(),
        "n1", "n2", "n3", "CONSEQUENCES", "irreversible", "INVARIANTS INVOLVED");
    command().type().consequences().forEach(c -> assertThat(text).contains(c.text()));
    command().arguments().values().forEach(values -> assertThat(text).contains(values));
    command().target().ifPresent(target -> assertThat(text).contains(target.value()));
  }
}
