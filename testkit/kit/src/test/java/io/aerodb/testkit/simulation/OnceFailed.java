package io.aerodb.testkit.simulation;

import io.aerodb.audit.Stage;
import io.aerodb.testkit.simulation.Op.Answer;
import io.aerodb.testkit.simulation.Op.Confirm;
import io.aerodb.testkit.simulation.Op.Control;
import io.aerodb.testkit.simulation.Op.LogFault;
import io.aerodb.testkit.simulation.Op.LogFaultKind;
import io.aerodb.testkit.simulation.Op.Wish;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sequences of events that broke a rule once, shrunk. They are kept as events and not as seeds alone: what a seed makes
 * changes whenever the generator does.
 */
final class OnceFailed {
  /**
   * Seeds that broke something under the generator of their day; today they make other sequences, which have to hold
   * too.
   */
  static final List<Long> SEEDS = List.of(0L, 10L, 15L);
  static final int EVENTS = 500;

  private OnceFailed() {}

  static Stream<List<Op>> sequences() {
    return Stream.of(secondYesOnAHaltedPlane(Answer.RIGHT), secondYesOnAHaltedPlane(Answer.RIGHT_BY_REQUEST_ID));
  }

  /**
   * A second yes to what had been executed was answered with "nothing was executed", because the plane had been halted;
   * by the proposal, and later by its request id.
   */
  private static List<Op> secondYesOnAHaltedPlane(Answer again) {
    return List.of(new LogFault(Optional.of(Stage.EXECUTED), true, LogFaultKind.UNCERTAIN_AND_WRITTEN),
        new Control(1, "r-0", Wish.HAND_OVER, 0), new Confirm(1, Answer.RIGHT), new Confirm(1, again));
  }
}
