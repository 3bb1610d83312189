package io.aerodb.command;

import static java.util.Objects.requireNonNull;

import io.aerodb.command.error.CommandError;
import java.util.List;
import java.util.Optional;

/**
 * What an input is found to be: a request for one of the ten commands, or every problem it has.
 *
 * @since 0.1
 */
public sealed interface ValidationResult {
  /**
   * It is one of the ten, with legal arguments.
   *
   * @param requestId the request's id
   * @param command the command
   */
  record Valid(RequestId requestId, Command<?> command) implements ValidationResult {
    public Valid {
      requireNonNull(requestId, "requestId");
      requireNonNull(command, "command");
    }
  }

  /**
   * It is not.
   *
   * @param requestId the id, if that much was usable
   * @param type the command that was named, if that much was usable
   * @param errors every problem at once, ordered by field, then code; not empty
   */
  record Invalid(Optional<RequestId> requestId, Optional<CommandType> type, List<CommandError> errors)
      implements ValidationResult {
    public Invalid {
      requireNonNull(requestId, "requestId");
      requireNonNull(type, "type");
      errors = errors.stream().sorted(CommandError.ORDER).toList();
      if (errors.isEmpty()) {
        throw new IllegalArgumentException("errors is empty but a refusal must hold at least one");
      }
    }
  }
}
