package io.aerodb.command.commands;

import static io.aerodb.command.doubles.PlaneFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.CommandInput;
import io.aerodb.command.Immediate;
import io.aerodb.command.ValidationResult;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.ErrorDomain;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Reply;
import io.aerodb.freeze.claims.Aspect;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The tests of every command that runs when it is asked for: it succeeds, refuses what is not valid, and never asks for
 * a confirmation (CF-1).
 */
abstract class ImmediateContract<R> {
  final PlaneFixture fixture = new PlaneFixture();

  abstract Immediate<R> command();

  /** Arguments that are not legal, with the errors they give. */
  abstract Map<Map<String, List<String>>, List<ErrorCode>> invalid();

  static Map<Map<String, List<String>>, List<ErrorCode>> invalid(String argument, String value, ErrorCode error) {
    return Map.of(Map.of(argument, List.of(value)), List.of(error));
  }

  final Reply<?> submit(Map<String, List<String>> arguments) {
    return fixture.session.submit(
        CommandInput.of(Optional.of("r-1"), Optional.of(command().type().wireName()), arguments));
  }

  @Test
  @Covers(aspect = Aspect.SUCCESS)
  final void success() {
    Outcome<?> outcome = (Outcome<?>) submit(command().arguments());

    assertThat(outcome).isInstanceOf(Outcome.Executed.class);
    assertThat(((Outcome.Executed<?>) outcome).value()).isInstanceOf(command().resultType());
    assertThat(fixture.kernel.calls()).containsExactly(command().type().kernelAction());
    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "dispatched", "executed");
    assertThat(outcome.json().canonical()).contains(command().answerJson(answer(outcome)).canonical());
  }

  @SuppressWarnings("unchecked")
  private R answer(Outcome<?> outcome) {
    return ((Outcome.Executed<R>) outcome).value();
  }

  @Test
  @CoversViolation({"CM-7.4", "ER-2"})
  @Covers(aspect = Aspect.VALIDATION_FAILURE)
  final void validation_failure() {
    invalid().forEach((arguments, errors) -> {
      var reading = CommandInput.of(Optional.of("r-1"), Optional.of(command().type().wireName()), arguments).validate();
      assertThat(((ValidationResult.Invalid) reading).errors()).extracting(e -> e.code()).isEqualTo(errors);
    });
    var unknown = new TreeMap<>(command().arguments());
    unknown.put("force", List.of("true"));

    Reply<?> reply = submit(unknown);

    assertThat(PlaneFixture.codes(reply)).containsExactly(ErrorCode.ARGUMENT_UNKNOWN);
    assertThat(PlaneFixture.errors(reply))
        .allSatisfy(e -> assertThat(e.domain()).isEqualTo(ErrorDomain.OPERATOR_INPUT));
    assertThat(fixture.kernel.calls()).isEmpty();
    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "rejected");
  }

  @Test
  @Covers("ER-4")
  final void a_kernel_rejection_is_surfaced() {
    fixture.kernel.rejects(command().type().kernelAction(), "AERO_UNKNOWN_NODE", "there is no such node", "P6-A3");

    Outcome<R> outcome = fixture.session.run(id("r-1"), command());

    assertThat(PlaneFixture.errors(outcome)).singleElement().satisfies(e -> {
      assertThat(e.wireCode()).isEqualTo("AERO_UNKNOWN_NODE");
      assertThat(e.domain()).isEqualTo(ErrorDomain.KERNEL_REJECTION);
    });
  }

  @Test
  @Covers("CF-1")
  @Covers(aspect = Aspect.CONFIRMATION_REFUSAL)
  final void confirmation_refusal_does_not_apply() {
    Outcome<R> outcome = fixture.session.run(id("r-1"), command());

    assertThat(outcome).isInstanceOf(Outcome.Executed.class);
    assertThat(fixture.session.openProposal()).isEmpty();
    assertThat(fixture.log.stages()).doesNotContain("proposed", "confirmed");
    assertThat(fixture.log.records().getFirst().event().body().text("confirmation")).contains("none");
    assertThat(fixture.session.explain(id("r-2"), command()).text()).contains("Confirmation    none");
  }
}
