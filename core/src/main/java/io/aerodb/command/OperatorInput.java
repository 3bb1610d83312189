package io.aerodb.command;

import static java.util.Objects.requireNonNull;

import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.SafeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who a host says is asking, as text. Missing or ambiguous authority is none (AT-4).
 *
 * @param name as given; empty when none was
 * @param authority as given, such as {@code operator}; empty when none was
 * @since 0.1
 */
public record OperatorInput(Optional<String> name, Optional<String> authority) {
  public OperatorInput {
    requireNonNull(name, "name");
    requireNonNull(authority, "authority");
  }

  /** Every problem at once; empty when it names an operator. */
  public List<CommandError> problems() {
    var found = new ArrayList<CommandError>();
    if (name.isEmpty()) {
      found.add(CommandError.ofOne(ErrorCode.OPERATOR_MISSING, "operator", FreeText.LEGAL, "nothing"));
    }
    name.ifPresent(given -> found.addAll(FreeText.problems("operator", given, ErrorCode.OPERATOR_MISSING)));
    if (authority.flatMap(OperatorInput::named).isEmpty()) {
      String legal =
          "one of " + Arrays.stream(Authority.values()).map(Authority::label).collect(Collectors.joining(", "));
      found.add(CommandError.ofOne(ErrorCode.AUTHORITY_UNKNOWN, "authority", legal,
          authority.map(SafeText::quote).orElse("nothing")));
    }
    return found.stream().sorted(CommandError.ORDER).toList();
  }

  /** The operator, when there are no {@link #problems()}. */
  public Optional<Operator> operator() {
    return problems().isEmpty()
        ? Optional.of(new Operator(name.orElseThrow(), authority.flatMap(OperatorInput::named).orElseThrow()))
        : Optional.empty();
  }

  private static Optional<Authority> named(String label) {
    return Arrays.stream(Authority.values()).filter(authority -> authority.label().equals(label)).findFirst();
  }
}
