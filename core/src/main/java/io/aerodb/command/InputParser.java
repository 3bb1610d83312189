package io.aerodb.command;

import io.aerodb.audit.json.Json;
import io.aerodb.audit.json.JsonFormatException;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Parses JSON as an input. A text that is none is an input with problems, which can be refused and recorded. */
final class InputParser {
  private static final int MAX_JSON = 65_536;
  private static final String FORM = "a JSON object with the members request, command and arguments";

  private InputParser() {}

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
        List.of(CommandError.ofOne(code, "input", legal, observed)), text);
  }

  private static CommandInput fromObject(Json.Obj object, String text) {
    var problems = new ArrayList<CommandError>();
    object.members().keySet().stream().filter(name -> !Set.of("request", "command", "arguments").contains(name))
        .forEach(name -> problems
            .add(CommandError.ofOne(ErrorCode.INPUT_MALFORMED, SafeText.quote(name), FORM, "a member of this name")));
    for (String name : List.of("request", "command")) {
      if (object.get(name).isPresent() && object.text(name).isEmpty()) {
        problems.add(CommandError.ofOne(ErrorCode.INPUT_MALFORMED, name, "a string", "another JSON value"));
      }
    }
    var arguments = new TreeMap<String, List<String>>();
    switch (object.get("arguments").orElse(Json.Obj.EMPTY)) {
      case Json.Obj given ->
          given.members().forEach((name, value) -> arguments.put(name, values(name, value, problems)));
      case Json other ->
          problems.add(CommandError.ofOne(ErrorCode.INPUT_MALFORMED, "arguments", "an object", "another JSON value"));
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
    problems.add(CommandError.ofOne(ErrorCode.INPUT_MALFORMED, argument(name), "a string or an array of strings",
        "another JSON value"));
    return List.of();
  }

  /** The field of an argument whose name may be anything. */
  static String argument(String name) {
    return "argument " + SafeText.quote(name);
  }
}
