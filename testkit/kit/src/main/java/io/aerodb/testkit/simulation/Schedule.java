package io.aerodb.testkit.simulation;

import io.aerodb.kernel.NodeId;
import java.util.ArrayList;
import java.util.List;

/** Makes a sequence out of nothing but a seed: draws whose turn it is, and each part draws what it does. */
final class Schedule {
  private static final List<Long> JUMPS = List.of(1L, 60L, 599L, 601L, 4000L, -30L, -700L);

  private final Dice dice;
  private final Dice clock;
  private final Operators operators;
  private final ClusterLife cluster;
  private final Trouble trouble;
  private final List<Op> ops = new ArrayList<>();

  private Schedule(Forks forks, List<NodeId> members) {
    dice = new Dice(forks.schedule());
    clock = new Dice(forks.clock());
    operators = new Operators(forks.operators(), members);
    cluster = new ClusterLife(forks.cluster(), members);
    trouble = new Trouble(forks.faults());
  }

  /** At least so many; what belongs together is not torn apart. */
  static List<Op> of(long seed, int events, List<NodeId> members) {
    var schedule = new Schedule(Forks.of(seed), members);
    while (schedule.ops.size() < events) {
      schedule.next();
    }
    return List.copyOf(schedule.ops);
  }

  private void next() {
    int turn = dice.below(100);
    if (turn < 36) {
      asked(operators.control());
    } else if (turn < 39) {
      crossed();
    } else if (turn < 44) {
      asked(operators.diagnostics());
    } else if (turn < 52) {
      ops.add(operators.look());
    } else if (turn < 55) {
      ops.add(operators.illegal());
    } else if (turn < 57) {
      ops.addAll(operators.again());
    } else if (turn < 66) {
      ops.add(operators.interruption());
    } else if (turn < 69) {
      ops.add(jump());
    } else if (turn < 83) {
      ops.add(new Op.Event(cluster.next()));
    } else if (turn < 86) {
      ops.add(trouble.kernelFault());
    } else if (turn < 88) {
      ops.add(trouble.logFault());
    } else if (turn < 92) {
      ops.add(trouble.meanwhile(others()));
    } else if (turn < 94) {
      ops.add(trouble.death());
    } else {
      ops.add(trouble.restart());
    }
  }

  /** Mostly with the answer right after it; in between, or just before, something may go wrong. */
  private void asked(Operators.Turn wanted) {
    int turn = dice.below(16);
    if (turn == 0) {
      ops.add(trouble.kernelFault());
    } else if (turn == 1) {
      ops.add(trouble.logFaultOfControl());
    }
    ops.addAll(wanted.before());
    ops.add(wanted.ask());
    if (turn == 2) {
      ops.add(dice.once(3) ? jump() : new Op.Event(cluster.next()));
    }
    ops.add(operators.answer(wanted.ask()));
    ops.addAll(wanted.after());
  }

  /**
   * Two people are asked in the same state, and the first yes changes nothing that the second one's kernel could see.
   */
  private void crossed() {
    List<Op.Submit> both = operators.crossed();
    ops.addAll(both);
    ops.add(trouble.kernelRefusal());
    both.forEach(submit -> ops.add(new Op.Confirm(submit.seat(), Op.Answer.RIGHT)));
  }

  private List<Op> others() {
    return switch (dice.below(5)) {
      case 0 -> List.of(operators.interruption());
      case 1 -> List.of(operators.look());
      case 2 -> List.of(trouble.restart());
      case 3 -> List.of(new Op.Event(cluster.next()));
      default -> {
        Operators.Turn control = operators.control();
        yield List.of(control.ask(), operators.answer(control.ask()));
      }
    };
  }

  private Op jump() {
    return new Op.Clock(clock.pick(JUMPS));
  }
}
