package io.aerodb.freeze.gate;

import io.aerodb.command.Authority;
import io.aerodb.command.CommandType;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The facts that the library states of one command, and that the model document must repeat word for word. */
record CommandRow(String command, SortedMap<String, String> facts) {
  static CommandRow of(CommandType type) {
    String authority = Arrays.stream(Authority.values()).filter(each -> each.covers(type.commandClass()))
        .map(Authority::label).collect(Collectors.joining(", "));
    return new CommandRow(type.wireName(), new TreeMap<>(Map.of("class", type.commandClass().label(), "confirmation",
        type.confirmation().label(), "authority", authority, "kernel action", type.kernelAction())));
  }
}
