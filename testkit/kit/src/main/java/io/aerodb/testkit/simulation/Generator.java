package io.aerodb.testkit.simulation;

import io.aerodb.kernel.NodeId;
import java.util.ArrayList;
import java.util.List;

/**
 * Generates the events of a run from a seed: draws whose turn it is, and lets a workload or a nemesis draw the event.
 */
final class Generator {
  private static final List<Long> JUMPS = List.of(1L, 60L, 599L, 601L, 4000L, -30L, -700L);

  private final Dice dice;
  private final Dice clock;
  private final OperatorWorkload operators;
  private final ClusterNemesis clusterNemesis;
  private final FaultNemesis faultNemesis;
  private final List<Op> ops = new ArrayList<>();

  private Generator(SeedStreams streams, List<NodeId> members) {
    dice = new Dice(streams.generator());
    clock = new Dice(streams.clock());
    operators = new OperatorWorkload(streams.operators(), members);
    clusterNemesis = new ClusterNemesis(streams.cluster(), members);
    faultNemesis = new FaultNemesis(streams.faults());
  }

  /** At least so many events; those that belong together are not torn apart. */
  static List<Op> of(long seed, int events, List<NodeId> members) {
    var generator = new Generator(SeedStreams.of(seed), members);
    while (generator.ops.size() < events) {
      generator.next();
    }
    return List.copyOf(generator.ops);
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
      ops.add(new Op.Event(clusterNemesis.next()));
    } else if (turn < 86) {
      ops.add(faultNemesis.kernelFault());
    } else if (turn < 88) {
      ops.add(faultNemesis.logFault());
    } else if (turn < 92) {
      ops.add(faultNemesis.meanwhile(others()));
    } else if (turn < 94) {
      ops.add(faultNemesis.death());
    } else {
      ops.add(faultNemesis.restart());
    }
  }

  /** A command, mostly with its answer right after it; in between, or just before, something may go wrong. */
  private void asked(OperatorWorkload.Turn wanted) {
    int turn = dice.below(16);
    if (turn == 0) {
      ops.add(faultNemesis.kernelFault());
    } else if (turn == 1) {
      ops.add(faultNemesis.logFaultOfControl());
    }
    ops.addAll(wanted.before());
    ops.add(wanted.ask());
    if (turn == 2) {
      ops.add(dice.once(3) ? jump() : new Op.Event(clusterNemesis.next()));
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
    ops.add(faultNemesis.kernelRefusal());
    both.forEach(submit -> ops.add(new Op.Confirm(submit.seat(), Op.Answer.RIGHT)));
  }

  private List<Op> others() {
    return switch (dice.below(5)) {
      case 0 -> List.of(operators.interruption());
      case 1 -> List.of(operators.look());
      case 2 -> List.of(faultNemesis.restart());
      case 3 -> List.of(new Op.Event(clusterNemesis.next()));
      default -> {
        OperatorWorkload.Turn control = operators.control();
        yield List.of(control.ask(), operators.answer(control.ask()));
      }
    };
  }

  private Op jump() {
    return new Op.Clock(clock.pick(JUMPS));
  }
}
