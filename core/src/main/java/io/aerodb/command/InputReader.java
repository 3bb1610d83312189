package io.aerodb.command;

import io.aerodb.audit.json.Json;
import io.aerodb.audit.json.JsonFormatException;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.Detail;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.SafeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads text as one of the ten commands, or says everything that keeps it from being one. */
final class InputReader {
  private static final int MAX_JSON = 65_536;
  private static final String FORM = "a JSON object with the members request, command and arguments";
  private static final String NAMES =
      Arrays.stream(CommandType.values()).map(CommandType::wireName).collect(Collectors.joining(", "));

  private final CommandInput input;
  private final List<CommandError> errors;

  private InputReader(CommandInput input) {
    this.input = input;
    this.errors = new ArrayList<>(input.problems());
  }

  static Reading read(CommandInput input) {
    return new InputReader(input).read();
  }

  private Reading read() {
    Optional<RequestId> id = readId();
    Optional<CommandType> type = readType();
    if (input.arguments().size() > CommandInput.MAX_VALUES) {
      add(ErrorCode.INPUT_TOO_LARGE, "arguments", "at most " + CommandInput.MAX_VALUES + " arguments",
          input.arguments().size() + " arguments");
    } else {
      type.ifPresent(this::checkArguments);
    }
    return errors.isEmpty()
        ? new Reading.Understood(id.orElseThrow(), type.orElseThrow().read(new Arguments(input.arguments())))
        : new Reading.Refused(id, type, errors);
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
        && !told(argument(argument.name()), "arguments")) {
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
    errors.add(Texts.problem(code, field, legal, observed));
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

  /** The field of an argument whose name may be anything. */
  private static String argument(String name) {
    return "argument " + SafeText.quote(name);
  }

  static CommandInput parse(String text) {
    if (text.length() > MAX_JSON) {
      return unreadable(ErrorCode.INPUT_TOO_LARGE, "at most " + MAX_JSON + " characters", text.length() + " characters",
          text);
    }
    try {
      return Json.parse(text) instanceof Json.Obj object ? fromObject(object, text)
          : unreadable(ErrorCode.INPUT_MALFORMED, FORM, "another JSON value", text);
    } catch (JsonFormatException e) {
      return unreadable(ErrorCode.INPUT_MALFORMED, FORM, SafeText.escape(String.valueOf(e.getMessage())), text);
    }
  }

  private static CommandInput unreadable(ErrorCode code, String legal, String observed, String text) {
    return CommandInput.parsed(Optional.empty(), Optional.empty(), Map.of(),
        List.of(Texts.problem(code, "input", legal, observed)), text);
  }

  private static CommandInput fromObject(Json.Obj object, String text) {
    var problems = new ArrayList<CommandError>();
    object.members().keySet().stream().filter(name -> !Set.of("request", "command", "arguments").contains(name))
        .forEach(name -> problems
            .add(Texts.problem(ErrorCode.INPUT_MALFORMED, SafeText.quote(name), FORM, "a member of this name")));
    for (String name : List.of("request", "command")) {
      if (object.get(name).isPresent() && object.text(name).isEmpty()) {
        problems.add(Texts.problem(ErrorCode.INPUT_MALFORMED, name, "a string", "another JSON value"));
      }
    }
    var arguments = new TreeMap<String, List<String>>();
    switch (object.get("arguments").orElse(Json.Obj.EMPTY)) {
      case Json.Obj given ->
          given.members().forEach((name, value) -> arguments.put(name, values(name, value, problems)));
      case Json other ->
          problems.add(Texts.problem(ErrorCode.INPUT_MALFORMED, "arguments", "an object", "another JSON value"));
    }
    return CommandInput.parsed(object.text("request"), object.text("command"), arguments, problems, text);
  }

  private static List<String> values(String name, Json value, List<CommandError> problems) {
    if (value instanceof Json.Str(String text)) {
      return List.of(text);
    }
    if (value instanceof Json.Arr(List<Json> items) && items.stream().allMatch(Json.Str.class::isInstance)) {
      return items.stream().map(item -> ((Json.Str) item).value()).toList();
    }
    problems.add(Texts.problem(ErrorCode.INPUT_MALFORMED, argument(name), "a string or an array of strings",
        "another JSON value"));
    return List.of();
  }
}
