package io.aerodb.freeze.gate;

import io.aerodb.command.CommandType;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.Invariant;
import java.util.Arrays;
import java.util.List;

/**
 * The library's own closed sets.
 *
 * @param commands each command
 * @param codes each error code by name
 * @param invariants each invariant of Phase 7 by id
 */
record ClosedSet(List<CommandRow> commands, List<String> codes, List<String> invariants) {
  static ClosedSet ofLibrary() {
    return new ClosedSet(Arrays.stream(CommandType.values()).map(CommandRow::of).toList(),
        Arrays.stream(ErrorCode.values()).map(Enum::name).toList(),
        Arrays.stream(Invariant.values()).map(invariant -> invariant.id().value()).toList());
  }

  boolean hasCommand(String name) {
    return commands.stream().anyMatch(row -> row.command().equals(name));
  }
}
