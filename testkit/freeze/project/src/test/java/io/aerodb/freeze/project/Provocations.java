package io.aerodb.freeze.project;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.aerodb.command.CommandInput;
import io.aerodb.command.Reading;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Tests that meet error codes, run by a launcher of the tests' own. */
class Provocations {
  @Test
  void the_library_makes_it() {
    read("no_such_command");
  }

  @Test
  void the_library_makes_it_but_the_test_aborts() {
    read("");
    Assumptions.abort("on purpose");
  }

  @Test
  void the_test_makes_it_itself() {
    assertFalse(CommandError.of(ErrorCode.AUDIT_INCOMPLETE).text().isEmpty());
    assertFalse(Optional.of(ErrorCode.AUDIT_UNAVAILABLE).map(CommandError::of).isEmpty());
  }

  private static void read(String command) {
    assertFalse(
        CommandInput.of(Optional.of("r-1"), Optional.of(command), Map.of()).read() instanceof Reading.Understood);
  }
}
