package io.aerodb.freeze.gate;

import io.aerodb.command.Authority;
import io.aerodb.command.CommandType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the model document says of a command, and what the library says of it.
 *
 * @param command its name
 * @param commandClass such as {@code control}
 * @param confirmation such as {@code standard}
 * @param authority who may ask for it, such as {@code observer, operator}
 * @param kernelAction the one method of the kernel that it maps to
 * @since 0.1
 */
public record CommandRow(String command, String commandClass, String confirmation, String authority,
    String kernelAction) {
  /** The library's word. */
  static CommandRow of(CommandType type) {
    String authority = Arrays.stream(Authority.values()).filter(each -> each.covers(type.commandClass()))
        .map(Authority::label).collect(Collectors.joining(", "));
    return new CommandRow(type.wireName(), type.commandClass().label(), type.confirmation().label(), authority,
        type.kernelAction());
  }

  static CommandRow of(List<String> cells) {
    return new CommandRow(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
  }
}
