package io.aerodb.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.doubles.TestArbitraries;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.ErrorDomain;
import io.aerodb.command.error.Invariant;
import io.aerodb.command.error.SafeText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Proves CM-1.1, CM-10.2, ER-2: whatever text comes in, reading it gives a command or problems and never throws. */
@Label("CM-1.1 CM-10.2 ER-2")
class JsonInputTest {
  @Provide
  Arbitrary<String> hostile() {
    return TestArbitraries.hostile();
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.oneOf(TestArbitraries.hostile(), Arbitraries.of(CommandType.values())
        .map(CommandType::wireName), Arbitraries.of("node", "replica", "reason", "overrides", "page"));
  }

  @Property(tries = 1000)
  void parsing_any_text_never_throws(@ForAll("hostile") String text) {
    assertWellFormed(CommandInput.parse(text).validate());
    assertWellFormed(CommandInput.parse("{\"request\":\"r-1\",\"command\":\"" + text + "\"}").validate());
  }

  @Property(tries = 1000)
  void reading_any_strings_never_throws(@ForAll("hostile") String request, @ForAll("names") String command,
      @ForAll("names") String argument, @ForAll("hostile") String value) {
    var input = CommandInput.of(Optional.of(request), Optional.of(command), Map.of(argument, List.of(value, value)));

    assertWellFormed(input.validate());
    assertThat(input.validate()).isEqualTo(input.validate());
  }

  private static void assertWellFormed(ValidationResult reading) {
    if (reading instanceof ValidationResult.Invalid(Optional<RequestId> id, Optional<CommandType> type, List<
        CommandError> errors)) {
      assertThat(errors).isNotEmpty().isSortedAccordingTo(CommandError.ORDER).doesNotHaveDuplicates();
      assertThat(errors).allSatisfy(error -> {
        assertThat(error.domain()).isEqualTo(ErrorDomain.OPERATOR_INPUT);
        assertThat(error.code().invariants()).isSubsetOf(Invariant.P7_A1, Invariant.P7_A2, Invariant.P7_S3);
        assertThat(error.text().replace("\n", "").codePoints()).noneMatch(SafeText::isForbidden);
        assertThat(error.json().canonical()).isNotEmpty();
      });
    }
  }

  @Example
  void what_is_not_json_or_no_object_is_told_once() {
    assertThat(List.of("", "{", "[]", "null", "{} {}", "{\"a\":1.5}", "{\"request\":null}", "\uD800", "[".repeat(9999)))
        .allSatisfy(text -> assertThat(CommandInputTest.briefly(CommandInput.parse(text)))
            .containsExactly("input INPUT_MALFORMED"));
  }

  @Example
  void a_name_given_twice_is_refused() {
    String twice = "{\"request\":\"r-1\",\"request\":\"r-2\",\"command\":\"inspect_cluster_state\"}";

    assertThat(CommandInputTest.briefly(CommandInput.parse(twice))).containsExactly("input INPUT_MALFORMED");
  }

  @Example
  void wrong_kinds_of_members_are_told_and_not_told_again_as_missing() {
    String text = "{\"request\":5,\"command\":true,\"arguments\":[],\"force\":true}";

    assertThat(CommandInputTest.briefly(CommandInput.parse(text))).containsExactly("'force' INPUT_MALFORMED",
        "arguments INPUT_MALFORMED", "command INPUT_MALFORMED", "request INPUT_MALFORMED");
  }

  @Example
  void a_member_that_does_not_belong_hides_nothing_that_is_missing() {
    assertThat(CommandInputTest.briefly(CommandInput.parse("{\"force\":true}"))).containsExactly(
        "'force' INPUT_MALFORMED", "command COMMAND_MISSING", "request REQUEST_ID_MISSING");
  }

  @Example
  void an_argument_that_is_no_text_is_told_once() {
    String text =
        "{\"request\":\"r-1\",\"command\":\"request_promotion\",\"arguments\":{\"replica\":7,\"reason\":[1]}}";

    assertThat(CommandInputTest.briefly(CommandInput.parse(text))).containsExactly(
        "argument 'reason' INPUT_MALFORMED", "argument 'replica' INPUT_MALFORMED");
  }

  @Example
  void arguments_that_are_no_object_are_told_once() {
    String text = "{\"request\":\"r-1\",\"command\":\"request_promotion\",\"arguments\":\"n2\"}";

    assertThat(CommandInputTest.briefly(CommandInput.parse(text))).containsExactly("arguments INPUT_MALFORMED");
  }

  @Example
  void a_text_too_long_for_any_command_is_not_even_parsed() {
    CommandInput input = CommandInput.parse("{\"request\":\"" + "x".repeat(65_536) + "\"}");

    assertThat(CommandInputTest.errors(input)).extracting(CommandError::code)
        .containsExactly(ErrorCode.INPUT_TOO_LARGE);
    assertThat(input.raw()).hasSize(65_536 + 14);
    String longest = "{\"command\":\"inspect_cluster_state\",\"request\":\"r-1\"}";
    assertThat(CommandInput.parse(longest + " ".repeat(65_536 - longest.length())).validate())
        .isInstanceOf(ValidationResult.Valid.class);
  }
}
