package io.aerodb.console.line;

import io.aerodb.command.Argument;
import io.aerodb.command.CommandType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sub-command of the console: one of the ten commands, or one of the two that only read the audit trail.
 *
 * @param name as typed
 * @param purpose in one sentence
 * @param options the names it takes
 */
public record Subcommand(String name, String purpose, List<Option> options) {
  /**
   * One option.
   *
   * @param name without its dashes
   * @param help what it takes
   */
  public record Option(String name, String help) {
    String typed() {
      return "--" + name;
    }
  }

  /** Shows records. */
  public static final Subcommand TRAIL = new Subcommand("trail",
      "Shows records of the audit trail. Needs no kernel, changes nothing.", List.of(
          new Option("request", "only this request"), new Option("operator", "only this operator"),
          new Option("from", "only from this time on, such as 2026-03-01T12:00:00Z"),
          new Option("until", "only before this time"), new Option("stage", "only this stage; may be repeated"),
          new Option("after", "only after this sequence"),
          new Option("limit", "at most so many records, 1 to 10000; 100 unless given")));
  /** Shows the control requests whose end is not known. */
  public static final Subcommand UNRESOLVED = new Subcommand("unresolved",
      "Shows control requests that nobody can tell the end of. Needs no kernel, changes nothing.", List.of());

  /** All twelve, the ten first. */
  static List<Subcommand> all() {
    return Stream.concat(Arrays.stream(CommandType.values()).map(Subcommand::of), Stream.of(TRAIL, UNRESOLVED))
        .toList();
  }

  private static Subcommand of(CommandType type) {
    return new Subcommand(type.wireName(), type.purpose(), type.arguments().stream().map(Subcommand::option).toList());
  }

  private static Option option(Argument argument) {
    String often = switch (argument.presence()) {
      case REQUIRED -> "";
      case OPTIONAL -> "; may be left out";
      case SET -> "; may be repeated";
    };
    return new Option(argument.name(), argument.kind().legal() + often);
  }
}
