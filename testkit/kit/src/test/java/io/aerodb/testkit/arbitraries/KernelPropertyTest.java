package io.aerodb.testkit.arbitraries;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.json.Json;
import io.aerodb.command.Command;
import io.aerodb.command.ControlCommand;
import io.aerodb.command.Immediate;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.confirm.AcknowledgementCheck;
import io.aerodb.command.confirm.Challenge;
import io.aerodb.command.confirm.Staleness;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.explain.Explainer;
import io.aerodb.command.explain.Explanation;
import io.aerodb.command.explain.Judgement;
import io.aerodb.command.explain.PlanBasis;
import io.aerodb.command.explain.RequestContext;
import io.aerodb.command.explain.Validity;
import io.aerodb.kernel.KernelResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;

/**
 * Properties of what a kernel says: it is carried, explained and shown deterministically, and without a character that
 * could lie.
 */
@Domain(CommandDomain.class)
class KernelPropertyTest {
  private static final Validity VALIDITY =
      Validity.starting(Instant.parse("2026-03-01T10:00:00Z"), Duration.ofMinutes(10));

  /** A command, and an answer that fits it. */
  record FittingAnswer<R>(Command<R> command, R answer) {
    static Arbitrary<FittingAnswer<?>> of(Command<?> command) {
      return fitting(command).map(answered -> answered);
    }

    private static <R> Arbitrary<FittingAnswer<R>> fitting(Command<R> command) {
      return ViewArbitraries.answersTo(command).map(answer -> new FittingAnswer<>(command, answer));
    }

    List<?> mismatches() {
      return command.mismatches(answer);
    }

    Json.Obj json() {
      return command.answerJson(answer);
    }
  }

  /** A control command and a judgement of it. */
  record Judged(RequestContext<ControlCommand> context, Judgement judgement, ControlStatus controlStatus) {
    Explanation explain() {
      return Explainer.explain(context, new PlanBasis.Assessed(judgement), VALIDITY, controlStatus);
    }
  }

  @Property(tries = 200)
  void an_answer_that_fits_has_no_mismatch_and_one_encoding(@ForAll("answers") FittingAnswer<?> answered) {
    assertThat(answered.mismatches()).isEmpty();
    assertThat(Json.parse(answered.json().canonical())).isEqualTo(answered.json());
  }

  @Property(tries = 200)
  void a_rejection_is_shown_safely_and_kept_verbatim(@ForAll("rejections") KernelResponse.Rejected<?> rejected) {
    var error = CommandError.rejection(rejected.code(), rejected.message(), rejected.invariants(), List.of());

    assertThat(SafeTexts.isOneSafeLine(error.text())).isTrue();
    assertThat(error.json().text("message")).contains(rejected.message());
    assertThat(error.invariants()).isNotEmpty();
  }

  @Property(tries = 200)
  void an_explanation_is_deterministic_and_safe(@ForAll("judged") Judged judged) {
    Explanation explanation = judged.explain();

    assertThat(judged.explain().text()).isEqualTo(explanation.text());
    assertThat(judged.explain().json()).isEqualTo(explanation.json());
    assertThat(SafeTexts.isSafeText(explanation.text())).isTrue();
  }

  @Property(tries = 200)
  void a_judgement_is_never_stale_against_itself_unless_there_is_nothing_to_force(@ForAll("judged") Judged judged) {
    if (judged.judgement().refusals().isEmpty()) {
      assertThat(Staleness.between(judged.judgement(), judged.judgement())).isEmpty();
    }
  }

  @Property(tries = 200)
  void a_challenge_takes_exactly_its_own_answers(@ForAll("judged") Judged judged) {
    var challenge =
        Challenge.of(judged.explain(), judged.judgement(), judged.context().operator(), judged.controlStatus());
    var answers = new TreeMap<String, String>();
    challenge.demands().forEach(demand -> answers.put(demand.id(), demand.expected()));

    assertThat(AcknowledgementCheck.differences(challenge, new Acknowledgement(challenge.digest(), answers))).isEmpty();
    answers.remove("code");
    assertThat(AcknowledgementCheck.differences(challenge, new Acknowledgement(challenge.digest(), answers)))
        .hasSize(1);
    assertThat(SafeTexts.isSafeText(challenge.text())).isTrue();
  }

  @Property(tries = 100)
  void explaining_an_immediate_command_is_deterministic_and_safe(
      @ForAll("immediate") RequestContext<? extends Immediate<?>> context) {
    assertThat(SafeTexts.isSafeText(Explainer.explain(context).text())).isTrue();
    assertThat(Explainer.explain(context).json()).isEqualTo(Explainer.explain(context).json());
  }

  @Provide
  Arbitrary<FittingAnswer<?>> answers() {
    return CommandArbitraries.commands().flatMap(FittingAnswer::of);
  }

  @Provide
  Arbitrary<KernelResponse<Object>> rejections() {
    return KernelArbitraries.rejections();
  }

  @Provide
  Arbitrary<Judged> judged() {
    return CommandArbitraries.contexts(CommandArbitraries.controlCommands()).flatMap(context -> Combinators
        .combine(KernelArbitraries.assessmentsOf(context.command()), AuditArbitraries.controlStatuses())
        .as((assessment, controlStatus) -> new Judged(context,
            Judgement.of(context.command(), assessment, controlStatus.unresolved()), controlStatus)));
  }

  @Provide
  Arbitrary<RequestContext<Immediate<?>>> immediate() {
    return CommandArbitraries.contexts(CommandArbitraries.immediates());
  }
}
