package io.aerodb.freeze.gate;

import io.aerodb.command.Authority;
import io.aerodb.command.CommandType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the library says of a command, and the model document must say in the same words. */
record CommandRow(String command, String commandClass, String confirmation, String authority, String kernelAction) {
  static CommandRow of(CommandType type) {
    String authority = Arrays.stream(Authority.values()).filter(each -> each.covers(type.commandClass()))
        .map(Authority::label).collect(Collectors.joining(", "));
    return new CommandRow(type.wireName(), type.commandClass().label(), type.confirmation().label(), authority,
        type.kernelAction());
  }

  List<String> cells() {
    return List.of(command, commandClass, confirmation, authority, kernelAction);
  }
}
