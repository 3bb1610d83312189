package io.aerodb.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.Detail;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.ErrorDomain;
import io.aerodb.command.error.Execution;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.Page;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves CM-1.1, CM-7.2, ER-2, P7-A2: input is read as a command, or every problem of it is reported at once. */
class CommandInputTest {
  private static CommandInput input(String request, String command, Map<String, List<String>> arguments) {
    return CommandInput.of(Optional.ofNullable(request), Optional.ofNullable(command), arguments);
  }

  static List<CommandError> errors(CommandInput input) {
    assertThat(input.validate()).isInstanceOf(ValidationResult.Invalid.class);
    return ((ValidationResult.Invalid) input.validate()).errors();
  }

  static List<String> briefly(CommandInput input) {
    return errors(input).stream().map(e -> e.details().getFirst().subject() + " " + e.code()).toList();
  }

  private static List<String> promotion(String reason) {
    return briefly(input("r-1", "request_promotion", Map.of("replica", List.of("n2"), "reason", List.of(reason))));
  }

  @Test
  @Covers("CM-7.2")
  @CoversViolation("ER-2")
  void everything_wrong_is_told_at_once_in_order() {
    var input = input("-bad", "force_promotion", Map.of("replica", List.of("n 2"), "reason", List.of(""),
        "overrides", List.of("P6-A1", "p6"), "force", List.of("yes"), "\u202E", List.of()));

    assertThat(briefly(input)).containsExactly(
        "'\\u{202E}' ARGUMENT_UNKNOWN", "'force' ARGUMENT_UNKNOWN", "overrides INVARIANT_ID_MALFORMED",
        "reason REASON_MISSING", "replica NODE_ID_MALFORMED", "request REQUEST_ID_MALFORMED");
  }

  @Test
  @Covers({"CM-7.2", "ER-2"})
  void each_problem_names_rule_legal_value_and_what_was_observed() {
    CommandError error = errors(input("r-1", "inspect_node", Map.of("node", List.of("n 2")))).getFirst();

    assertThat(error.domain()).isEqualTo(ErrorDomain.OPERATOR_INPUT);
    assertThat(error.execution()).isEqualTo(Execution.NOT_EXECUTED);
    assertThat(error.details()).containsExactly(
        new Detail("node", "P7-A2", "an exact node id, [A-Za-z0-9][A-Za-z0-9._-]{0,63}", "'n 2'"));
  }

  @Test
  @Covers("CM-7.2")
  void an_argument_that_does_not_belong_is_answered_with_those_that_do() {
    Map<String, List<String>> odd = Map.of("force", List.of("yes"));

    assertThat(errors(input("r-1", "inspect_cluster_state", odd)).getFirst().details().getFirst().expected())
        .isEqualTo("inspect_cluster_state takes no arguments");
    assertThat(errors(input("r-1", "inspect_wal", odd)).getFirst().details().getFirst().expected())
        .isEqualTo("the arguments of inspect_wal: node, page, size");
  }

  @Test
  @CoversViolation("CM-10.4")
  void nothing_is_refused_without_a_reason() {
    assertThatThrownBy(() -> new ValidationResult.Invalid(Optional.empty(), Optional.empty(), List.of()))
        .hasMessage("errors is empty but a refusal must hold at least one");
  }

  @Test
  void an_optional_argument_that_is_named_has_a_value() {
    assertThat(briefly(input("r-1", "inspect_wal", Map.of("node", List.of()))))
        .containsExactly("node ARGUMENT_MISSING");
  }

  @Test
  void an_empty_input_misses_id_and_command() {
    assertThat(briefly(input(null, null, Map.of()))).containsExactly("command COMMAND_MISSING",
        "request REQUEST_ID_MISSING");
  }

  @ParameterizedTest
  @CsvSource({"inspect_node,node ARGUMENT_MISSING", "run_diagnostics,scope ARGUMENT_MISSING",
      "force_promotion,overrides ARGUMENT_MISSING;reason REASON_MISSING;replica ARGUMENT_MISSING",
      "request_demotion,primary ARGUMENT_MISSING;reason REASON_MISSING"})
  @CoversViolation({"CF-2", "P7-A2"})
  void nothing_that_must_be_there_has_a_default(String command, String problems) {
    assertThat(briefly(input("r-1", command, Map.of()))).containsExactly(problems.split(";"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Deep", "DEEP", " deep", "deep ", "", "all", "deep\n"})
  void a_scope_is_exact(String scope) {
    assertThat(briefly(input("r-1", "run_diagnostics", Map.of("scope", List.of(scope)))))
        .containsExactly("scope SCOPE_UNKNOWN");
  }

  @Test
  void the_last_page_and_the_largest_one_are_in_range() {
    var last = Map.of("page", List.of("1000000"), "size", List.of("100"));

    assertThat(input("r-1", "inspect_wal", last).validate()).isEqualTo(
        new ValidationResult.Valid(new RequestId("r-1"), new InspectWal(Optional.empty(), new Page(1_000_000, 100))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "01", "+1", "1 ", "101", "1.0", "١", "9999999999", ""})
  void a_page_size_is_a_plain_number_in_range(String size) {
    assertThat(briefly(input("r-1", "inspect_wal", Map.of("size", List.of(size)))))
        .containsExactly("size PAGE_OUT_OF_RANGE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"n2 ", " n2", "n2\n", "", ".n2", "n\u0000", "ｎ2", "n2/../n1"})
  @CoversViolation("CM-7.3")
  void no_id_is_trimmed_or_corrected(String node) {
    assertThat(briefly(input("r-1", "inspect_node", Map.of("node", List.of(node)))))
        .containsExactly("node NODE_ID_MALFORMED");
    assertThat(briefly(input(node, "inspect_cluster_state", Map.of())))
        .containsExactly("request REQUEST_ID_MALFORMED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000", "a\u0007", "a\n", "a\u007F", "a\u0085", "a\u202E", "a\u2066", "a\u200B", "a\uFEFF",
      "a\u2028", "a\u2029", "a\uD800", "a\uDC00", "a\uDC00\uD800", "a\uDB40\uDC01"})
  void free_text_holds_no_control_format_separator_or_surrogate(String reason) {
    assertThat(promotion(reason)).containsExactly("reason TEXT_FORBIDDEN_CHARACTER");
  }

  @Test
  void five_hundred_characters_are_legal_and_one_more_is_not() {
    assertThat(input("r-1", "request_promotion",
        Map.of("replica", List.of("n2"), "reason", List.of("\uD83D\uDE00".repeat(250)))).validate())
        .isInstanceOf(ValidationResult.Valid.class);
    assertThat(promotion("x".repeat(501))).containsExactly("reason TEXT_TOO_LONG");
    assertThat(promotion("\uD83D\uDE00".repeat(250) + "x")).containsExactly("reason TEXT_TOO_LONG");
    assertThat(promotion("\n".repeat(501))).containsExactly("reason TEXT_FORBIDDEN_CHARACTER", "reason TEXT_TOO_LONG");
  }

  @Test
  @CoversViolation("CM-7.3")
  void nothing_is_trimmed_from_a_reason() {
    var read = (ValidationResult.Valid) input("r-1", "request_promotion",
        Map.of("replica", List.of("n2"), "reason", List.of("  x  "))).validate();

    assertThat(((RequestPromotion) read.command()).reason().value()).isEqualTo("  x  ");
  }

  @Test
  void the_place_of_a_forbidden_character_is_the_right_one_in_every_language() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      CommandError error = errors(input("r-1", "request_promotion",
          Map.of("replica", List.of("n2"), "reason", List.of("\uD83D\uDE00 \uD83D")))).getFirst();

      assertThat(error.details().getFirst().observed()).isEqualTo("U+D83D at index 3");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_repeated_argument_and_what_else_is_wrong_with_it_are_both_told() {
    var twice = Map.of("replica", List.of("n1", "n 2"), "reason", List.of("x"), "overrides",
        List.of("P6-A1", "P6-A1", "nonsense"));

    assertThat(briefly(input("r-1", "force_promotion", twice))).containsExactly("overrides ARGUMENT_REPEATED",
        "overrides INVARIANT_ID_MALFORMED", "replica ARGUMENT_REPEATED", "replica NODE_ID_MALFORMED");
  }

  @Test
  void too_many_values_or_arguments_are_refused() {
    var many = new HashMap<String, List<String>>();
    Collections.nCopies(65, "a").forEach(a -> many.put(a + many.size(), List.of("x")));

    assertThat(briefly(input("r-1", "inspect_cluster_state", many))).containsExactly("arguments INPUT_TOO_LARGE");
    assertThat(briefly(input("r-1", "nonsense", many))).containsExactly("arguments INPUT_TOO_LARGE",
        "command COMMAND_UNKNOWN");
    many.remove(many.keySet().iterator().next());
    assertThat(briefly(input("r-1", "inspect_cluster_state", many))).hasSize(64)
        .allSatisfy(problem -> assertThat(problem).endsWith("ARGUMENT_UNKNOWN"));
    assertThat(briefly(input("r-1", "inspect_node", Map.of("node", Collections.nCopies(1000, "n1")))))
        .containsExactly("node ARGUMENT_REPEATED");
  }

  @Test
  void what_is_repeated_of_an_input_is_quoted_escaped_and_short() {
    String observed = errors(input("r-1", "\u202E" + "x".repeat(1000), Map.of())).getFirst().details().getFirst()
        .observed();

    assertThat(observed).startsWith("'\\u{202E}x").endsWith("…' (1001 characters)").hasSizeLessThan(130);
    String eighty = "\uD83D\uDE00".repeat(80);
    assertThat(errors(input("r-1", eighty, Map.of())).getFirst().details().getFirst().observed())
        .as("what fits is repeated whole").isEqualTo("'" + eighty + "'");
  }

  @Test
  @Covers("CM-10.2")
  void problems_stand_in_one_order_whatever_order_they_were_found_in() {
    CommandError first = CommandError.of(ErrorCode.ARGUMENT_REPEATED, new Detail("node", "P7-A2", "one value", "2"));
    CommandError second = CommandError.of(ErrorCode.ARGUMENT_REPEATED, new Detail("node", "P7-A2", "one value", "3"));

    CommandError bare = CommandError.of(ErrorCode.REQUEST_ID_MISSING);
    assertThat(List.of(second, bare, first).stream().sorted(CommandError.ORDER)).containsExactly(bare, first, second);
    assertThat(List.of(first, second).stream().sorted(CommandError.ORDER)).containsExactly(first, second);
  }

  @ParameterizedTest
  @EnumSource(ArgumentKind.class)
  void what_a_frontend_offers_as_legal_is_what_a_refusal_names(ArgumentKind kind) {
    String wrong = "\u0000";

    assertThat(kind.missing("x").details().getFirst().expected()).isEqualTo(kind.legal()).isNotEmpty();
    assertThat(kind.problems("x", wrong)).extracting(e -> e.details().getFirst().expected()).containsOnly(kind.legal());
  }

  @Test
  @CoversViolation({"CM-2.1", "AT-4"})
  void an_operator_is_identified_or_every_problem_is_told() {
    assertThat(new OperatorInput(Optional.empty(), Optional.of("Operator")).problems()).extracting(CommandError::code)
        .containsExactly(ErrorCode.AUTHORITY_UNKNOWN, ErrorCode.OPERATOR_MISSING);
    assertThat(new OperatorInput(Optional.of("\u202E" + "x".repeat(500)), Optional.empty()).problems())
        .extracting(CommandError::code).containsExactly(ErrorCode.AUTHORITY_UNKNOWN,
            ErrorCode.TEXT_FORBIDDEN_CHARACTER, ErrorCode.TEXT_TOO_LONG);
    assertThat(new OperatorInput(Optional.of("ann"), Optional.of("auditor")).operator())
        .contains(new Operator("ann", Authority.AUDITOR));
    assertThat(new OperatorInput(Optional.of(""), Optional.of("operator")).operator()).isEmpty();
  }
}
