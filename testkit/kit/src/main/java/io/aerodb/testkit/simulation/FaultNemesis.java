package io.aerodb.testkit.simulation;

import io.aerodb.audit.Stage;
import io.aerodb.testkit.fault.Point;
import io.aerodb.testkit.simulation.Op.CallSite;
import io.aerodb.testkit.simulation.Op.Calls;
import io.aerodb.testkit.simulation.Op.KernelFaultKind;
import io.aerodb.testkit.simulation.Op.LogFaultKind;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The nemesis of calls and processes: it draws which calls fail, which processes die and who comes in between. */
final class FaultNemesis {
  /** An order of the simulated kernel makes fewer durable changes than this. */
  private static final int CHANGES = 45;
  private static final List<Point> POINTS = List.of(Point.BEFORE_CALL, Point.AFTER_EFFECT);

  private final Dice dice;

  FaultNemesis(SplittableRandom random) {
    this.dice = new Dice(random);
  }

  Op kernelFault() {
    return dice.once(3) ? new Op.KernelDies(1 + dice.below(CHANGES), dice.once(2))
        : new Op.KernelFault(dice.once(2) ? Calls.TRANSITION : dice.pick(Calls.values()),
            dice.pick(KernelFaultKind.values()));
  }

  /** The kernel carries out nothing of the next order. */
  Op kernelRefusal() {
    return new Op.KernelFault(Calls.TRANSITION,
        dice.pick(List.of(KernelFaultKind.THROWS_BEFORE, KernelFaultKind.REJECTS)));
  }

  Op logFault() {
    return new Op.LogFault(dice.once(2) ? Optional.empty() : Optional.of(dice.pick(Stage.values())), dice.once(2),
        dice.pick(LogFaultKind.values()));
  }

  /** One that strikes in the middle of a control command. */
  Op logFaultOfControl() {
    return new Op.LogFault(Optional.of(dice.pick(List.of(Stage.CONFIRMED, Stage.EXECUTED))), true,
        dice.pick(LogFaultKind.values()));
  }

  Op restart() {
    return new Op.Restart(dice.below(OperatorWorkload.PLANES));
  }

  Op death() {
    return new Op.Die(dice.pick(CallSite.values()), dice.pick(POINTS));
  }

  Op meanwhile(List<Op> others) {
    return new Op.Meanwhile(dice.pick(CallSite.values()), dice.pick(POINTS), others);
  }
}
