package io.aerodb.command;

import io.aerodb.kernel.Reversibility;
import java.util.List;
import java.util.function.Function;

/** Everything that defines a command but its Java type. Each command's file holds its one definition (CM-1.2). */
record CommandDefinition(String wireName, CommandClass commandClass, ConfirmationKind confirmation, String purpose,
    String kernelAction,
    List<Argument> arguments, List<Consequence> consequences, Function<Arguments, Command<?>> reader) {

  /** What every read-only command brings about. */
  static final List<Consequence> CHANGES_NOTHING =
      List.of(new Consequence("Nothing in the cluster is changed.", Reversibility.REVERSIBLE));

  CommandDefinition {
    arguments = List.copyOf(arguments);
    consequences = List.copyOf(consequences);
  }
}
