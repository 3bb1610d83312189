package io.aerodb.command;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.json.Json;
import io.aerodb.command.error.CommandError;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a frontend hands over: a request id, a command's name and arguments, all as text exactly as an operator gave
 * them. Anything can be held; {@link #validate()} says what is wrong with it. Nothing is trimmed, corrected or guessed.
 *
 * @since 0.1
 */
public final class CommandInput {
  /** Most arguments, and most values of one argument, that are looked at. */
  static final int MAX_VALUES = 64;

  private final Optional<String> requestId;
  private final Optional<String> command;
  private final SortedMap<String, List<String>> arguments;
  private final List<CommandError> problems;
  private final String raw;

  private CommandInput(Optional<String> requestId, Optional<String> command, Map<String, List<String>> arguments,
      List<CommandError> problems, String raw) {
    this.requestId = requestId;
    this.command = command;
    var copy = new TreeMap<String, List<String>>();
    arguments.forEach((name, values) -> copy.put(requireNonNull(name, "argument name"), List.copyOf(values)));
    this.arguments = Collections.unmodifiableSortedMap(copy);
    this.problems = List.copyOf(problems);
    this.raw = raw;
  }

  /**
   * An input whose parts a frontend already has.
   *
   * @param requestId as given; empty when none was
   * @param command as given; empty when none was
   * @param arguments by name, each with its values in the order given
   */
  public static CommandInput of(Optional<String> requestId, Optional<String> command,
      Map<String, List<String>> arguments) {
    return new CommandInput(requireNonNull(requestId, "requestId"), requireNonNull(command, "command"), arguments,
        List.of(),
        requestId.orElse("") + " " + command.orElse("") + " " + new TreeMap<>(arguments));
  }

  /**
   * An input as JSON: {@code {"request":"…","command":"…","arguments":{"name":"value" or ["value",…]}}}. Never throws:
   * a text that is not of this form is an input with problems, which a session records and refuses.
   */
  public static CommandInput parse(String json) {
    return InputParser.parse(requireNonNull(json, "json"));
  }

  static CommandInput parsed(Optional<String> requestId, Optional<String> command, Map<String, List<String>> arguments,
      List<CommandError> problems, String raw) {
    return new CommandInput(requestId, command, arguments, problems, raw);
  }

  /** Validates it as a request: pure, with all problems at once or a command (CM-7.2, ER-2). */
  public ValidationResult validate() {
    return InputValidator.validate(this);
  }

  /** The id as given. */
  public Optional<String> requestId() {
    return requestId;
  }

  /** The command's name as given. */
  public Optional<String> command() {
    return command;
  }

  /** The arguments as given. */
  public SortedMap<String, List<String>> arguments() {
    return arguments;
  }

  /** What {@link #parse} already found wrong. */
  List<CommandError> problems() {
    return problems;
  }

  /** Everything as it came in, for the record. */
  public String raw() {
    return raw;
  }

  /** The JSON that {@link #parse} reads; not for an input whose text was not of that form, or holds lone surrogates. */
  public Json.Obj json() {
    var values = Json.object();
    arguments.forEach((name, given) -> values.put(name,
        given.size() == 1 ? new Json.Str(given.getFirst()) : Json.Arr.ofStrings(given)));
    return Json.object().put("arguments", values.build()).putText("command", command).putText("request", requestId)
        .build();
  }
}
