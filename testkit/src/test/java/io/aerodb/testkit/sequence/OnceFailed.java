package io.aerodb.testkit.sequence;

import io.aerodb.audit.Stage;
import io.aerodb.testkit.sequence.Op.Answer;
import io.aerodb.testkit.sequence.Op.Confirm;
import io.aerodb.testkit.sequence.Op.LogFault;
import io.aerodb.testkit.sequence.Op.Lost;
import io.aerodb.testkit.sequence.Op.Submit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Sequences that broke a rule once, shrunk. They are kept as operations and not as seeds: what a seed makes changes
 * whenever the generator does.
 */
final class OnceFailed {
  private OnceFailed() {}

  static Stream<List<Op>> sequences() {
    return Stream.of(secondYesOnAHaltedPlane());
  }

  /**
   * Found with seed 10. A second yes to what had been executed was answered with "nothing was executed", because the
   * plane had been halted.
   */
  private static List<Op> secondYesOnAHaltedPlane() {
    return List.of(new LogFault(Optional.of(Stage.EXECUTED), true, Lost.UNCERTAIN_AND_WRITTEN),
        new Submit(1, "r-0", "request_demotion",
            new TreeMap<>(Map.of("primary", List.of("a"), "reason", List.of("test")))),
        new Confirm(1, Answer.RIGHT), new Confirm(1, Answer.RIGHT));
  }
}
