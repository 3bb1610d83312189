package io.aerodb.testkit.arbitraries;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.Command;
import io.aerodb.command.CommandInput;
import io.aerodb.command.Operator;
import io.aerodb.command.OperatorInput;
import io.aerodb.command.RequestId;
import io.aerodb.command.ValidationResult;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.SafeText;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;

/** Properties of input: it is read as what it is, or refused in words that are safe to show. */
@Domain(CommandDomain.class)
class InputPropertyTest {
  @Property(tries = 200)
  void a_command_that_was_typed_reads_as_that_command(@ForAll RequestId request, @ForAll Command<?> command) {
    CommandInput input = CommandArbitraries.inputOf(request, command);

    assertThat(input.validate()).isEqualTo(new ValidationResult.Valid(request, command));
    assertThat(CommandInput.parse(input.json().canonical()).validate()).isEqualTo(input.validate());
  }

  @Property(tries = 200)
  void a_command_as_json_names_all_its_arguments(@ForAll RequestId request, @ForAll Command<?> command) {
    var input = CommandArbitraries.inputOf(request, command);

    assertThat(command.json().object("arguments").orElseThrow().members().keySet())
        .isEqualTo(input.arguments().keySet());
    assertThat(SafeTexts.isOneSafeLine(command.text())).isTrue();
  }

  @Property(tries = 300)
  void input_that_has_an_encoding_survives_it(@ForAll CommandInput input) {
    if (SafeTexts.encodable(input)) {
      CommandInput again = CommandInput.parse(input.json().canonical());

      assertThat(again.requestId()).isEqualTo(input.requestId());
      assertThat(again.command()).isEqualTo(input.command());
      assertThat(again.arguments()).isEqualTo(input.arguments());
    }
  }

  @Property(tries = 300)
  void any_input_is_read_without_throwing_and_the_same_each_time(@ForAll CommandInput input) {
    ValidationResult reading = input.validate();

    assertThat(input.validate()).isEqualTo(reading);
    if (reading instanceof ValidationResult.Invalid refused) {
      assertThat(refused.errors()).isSortedAccordingTo(CommandError.ORDER)
          .allMatch(error -> error.text().lines().allMatch(SafeTexts::isOneSafeLine));
    }
  }

  @Property(tries = 300)
  void input_that_was_broken_is_refused(@ForAll("illegal") CommandInput input) {
    assertThat(input.validate()).isInstanceOf(ValidationResult.Invalid.class);
  }

  @Property(tries = 200)
  void an_operator_as_text_is_that_operator(@ForAll Operator operator) {
    var input = new OperatorInput(Optional.of(operator.name()), Optional.of(operator.authority().label()));

    assertThat(input.operator()).contains(operator);
  }

  @Property(tries = 300)
  void an_illegal_name_is_no_operator(@ForAll("illegalText") String name) {
    assertThat(new OperatorInput(Optional.of(name), Optional.of("operator")).operator()).isEmpty();
  }

  @Property(tries = 500)
  void no_forbidden_character_gets_through_and_none_is_lost(@ForAll("hostile") String text) {
    String escaped = SafeText.escape(text);

    assertThat(SafeTexts.isOneSafeLine(escaped)).isTrue();
    assertThat(SafeTexts.isOneSafeLine(SafeText.quote(text))).isTrue();
    assertThat(SafeTexts.unescape(escaped)).isEqualTo(text);
  }

  @Provide
  Arbitrary<CommandInput> illegal() {
    return CommandArbitraries.illegalInputs();
  }

  @Provide
  Arbitrary<String> illegalText() {
    return TextArbitraries.illegalTexts();
  }

  @Provide
  Arbitrary<String> hostile() {
    return TextArbitraries.hostileTexts();
  }
}
