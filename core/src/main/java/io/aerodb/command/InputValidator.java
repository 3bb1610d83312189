package io.aerodb.command;

import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.Detail;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.SafeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Validates an input: the command that it asks for, or every problem that it has. */
final class InputValidator {
  private static final String NAMES =
      Arrays.stream(CommandType.values()).map(CommandType::wireName).collect(Collectors.joining(", "));

  private final CommandInput input;
  private final List<CommandError> errors;

  private InputValidator(CommandInput input) {
    this.input = input;
    this.errors = new ArrayList<>(input.problems());
  }

  static ValidationResult validate(CommandInput input) {
    return new InputValidator(input).validate();
  }

  private ValidationResult validate() {
    Optional<RequestId> id = readId();
    Optional<CommandType> type = readType();
    if (input.arguments().size() > CommandInput.MAX_VALUES) {
      add(ErrorCode.INPUT_TOO_LARGE, "arguments", "at most " + CommandInput.MAX_VALUES + " arguments",
          input.arguments().size() + " arguments");
    } else {
      type.ifPresent(this::checkArguments);
    }
    return errors.isEmpty()
        ? new ValidationResult.Valid(id.orElseThrow(), type.orElseThrow().read(new Arguments(input.arguments())))
        : new ValidationResult.Invalid(id, type, errors);
  }

  private Optional<RequestId> readId() {
    if (input.requestId().isEmpty()) {
      addUnlessTold(ErrorCode.REQUEST_ID_MISSING, "request", "an id that matches " + RequestId.FORM, "nothing");
      return Optional.empty();
    }
    String given = input.requestId().get();
    if (!RequestId.FORM.matcher(given).matches()) {
      add(ErrorCode.REQUEST_ID_MALFORMED, "request", "an id that matches " + RequestId.FORM, SafeText.quote(given));
      return Optional.empty();
    }
    return Optional.of(new RequestId(given));
  }

  private Optional<CommandType> readType() {
    Optional<CommandType> type = input.command().flatMap(CommandType::named);
    if (input.command().isEmpty()) {
      addUnlessTold(ErrorCode.COMMAND_MISSING, "command", "one of " + NAMES, "nothing");
    } else if (type.isEmpty()) {
      add(ErrorCode.COMMAND_UNKNOWN, "command", "one of " + NAMES, SafeText.quote(input.command().get()));
    }
    return type;
  }

  private void checkArguments(CommandType type) {
    Set<String> known = new HashSet<>();
    for (Argument argument : type.arguments()) {
      known.add(argument.name());
      checkValues(argument, input.arguments().getOrDefault(argument.name(), List.of()));
    }
    String legal = type.arguments().isEmpty() ? type.wireName() + " takes no arguments"
        : "the arguments of " + type.wireName() + ": "
            + type.arguments().stream().map(Argument::name).collect(Collectors.joining(", "));
    input.arguments().keySet().stream().filter(name -> !known.contains(name))
        .forEach(name -> add(ErrorCode.ARGUMENT_UNKNOWN, SafeText.quote(name), legal, "an argument of this name"));
  }

  private void checkValues(Argument argument, List<String> values) {
    boolean set = argument.presence() == Argument.Presence.SET;
    int most = set ? ForcePromotion.MAX_OVERRIDES : 1;
    boolean needed =
        argument.presence() != Argument.Presence.OPTIONAL || input.arguments().containsKey(argument.name());
    if (values.isEmpty() && needed
        && !told(InputParser.argument(argument.name()), "arguments")) {
      errors.add(argument.kind().missing(argument.name()));
    }
    if (values.size() > most || values.size() != new HashSet<>(values).size()) {
      String legal = set ? "1 to " + most + " values, each once" : "one value";
      add(ErrorCode.ARGUMENT_REPEATED, argument.name(), legal, values.size() + " values");
    }
    values.stream().distinct().limit(CommandInput.MAX_VALUES)
        .forEach(value -> errors.addAll(argument.kind().problems(argument.name(), value)));
  }

  private void add(ErrorCode code, String field, String legal, String observed) {
    errors.add(CommandError.ofOne(code, field, legal, observed));
  }

  /** A part that could not be read as JSON was reported as that; it is not reported as missing as well. */
  private void addUnlessTold(ErrorCode code, String field, String legal, String observed) {
    if (!told(field)) {
      add(code, field, legal, observed);
    }
  }

  private boolean told(String... fields) {
    return input.problems().stream().flatMap(e -> e.details().stream()).map(Detail::subject)
        .anyMatch(subject -> subject.equals("input") || List.of(fields).contains(subject));
  }
}
