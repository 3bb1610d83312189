package io.aerodb.testkit.sequence;

import io.aerodb.audit.Stage;
import io.aerodb.kernel.HaltReason;
import io.aerodb.kernel.NodeId;
import io.aerodb.testkit.plane.Lab;
import io.aerodb.testkit.sim.ClusterEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Makes sequences out of nothing but a seed. Some steps come together, or nothing would ever be executed. */
final class Generator {
  private static final int SEATS = 6;
  private static final List<NodeId> NODES = List.of(Lab.A, Lab.B, Lab.C);
  private static final List<String> LOOKS =
      List.of("inspect_cluster_state", "inspect_replication_status", "inspect_promotion_state", "inspect_wal",
          "inspect_snapshots");
  private static final List<Long> JUMPS = List.of(1L, 60L, 599L, 601L, 4000L, -30L, -700L);

  private final SplittableRandom random;
  private final List<Op> ops = new ArrayList<>();
  /** Who would be primary if everything so far had gone well. */
  private Optional<NodeId> primary = Optional.of(Lab.A);

  private Generator(SplittableRandom random) {
    this.random = random;
  }

  static List<Op> ops(SplittableRandom random, int length) {
    var generator = new Generator(random);
    while (generator.ops.size() < length) {
      generator.next();
    }
    return List.copyOf(generator.ops);
  }

  private void next() {
    int dice = random.nextInt(100);
    if (dice < 38) {
      confirmed(control(seat()));
    } else if (dice < 41) {
      crossed();
    } else if (dice < 46) {
      confirmed(new Op.Submit(seat(), request(), "run_diagnostics",
          arguments("scope", pick(List.of("summary", "deep")))));
    } else if (dice < 54) {
      ops.add(new Op.Submit(seat(), request(), pick(LOOKS), new TreeMap<>()));
    } else if (dice < 57) {
      ops.add(illegal());
    } else if (dice < 59) {
      again();
    } else if (dice < 64) {
      ops.add(new Op.Confirm(seat(), pick(List.of(Op.Answer.values()))));
    } else if (dice < 67) {
      ops.add(new Op.Refuse(seat()));
    } else if (dice < 70) {
      ops.add(new Op.Close(seat()));
    } else if (dice < 73) {
      ops.add(new Op.Clock(pick(JUMPS)));
    } else if (dice < 86) {
      ops.add(new Op.Event(event()));
    } else if (dice < 90) {
      ops.add(kernelFault());
    } else if (dice < 93) {
      ops.add(logFault());
    } else {
      ops.add(new Op.Restart(random.nextInt(2)));
    }
  }

  /** Somebody repeats what was submitted before, word for word. */
  private void again() {
    List<Op> submitted = ops.stream().filter(Op.Submit.class::isInstance).toList();
    if (!submitted.isEmpty()) {
      ops.add(pick(submitted));
    }
  }

  /** A command that needs a confirmation, mostly with the right answer right after it. */
  private void confirmed(Op.Submit submit) {
    int dice = random.nextInt(16);
    if (dice == 0) {
      ops.add(kernelFault());
    } else if (dice == 1) {
      ops.add(new Op.LogFault(Optional.of(pick(List.of(Stage.CONFIRMED, Stage.EXECUTED))), true,
          pick(List.of(Op.Lost.values()))));
    }
    ops.add(submit);
    if (dice == 2) {
      ops.add(dice(3) ? new Op.Clock(pick(JUMPS)) : new Op.Event(event()));
    }
    ops.add(new Op.Confirm(submit.seat(), dice == 3 ? pick(List.of(Op.Answer.values())) : Op.Answer.RIGHT));
  }

  /**
   * Two people are asked in the same state, and the first yes changes nothing that the second one's kernel could see.
   */
  private void crossed() {
    String primary = pick(NODES).value();
    for (int seat : List.of(0, 4)) {
      ops.add(new Op.Submit(seat, request(), "request_demotion", arguments("primary", primary, "reason", "test")));
    }
    ops.add(new Op.KernelFault(Op.Calls.TRANSITION, pick(List.of(Op.Wrong.THROWS_BEFORE, Op.Wrong.REJECTS))));
    ops.add(new Op.Confirm(0, Op.Answer.RIGHT));
    ops.add(new Op.Confirm(4, Op.Answer.RIGHT));
  }

  /** Mostly what would be possible if everything before had gone well. */
  private Op.Submit control(int seat) {
    NodeId target = pick(NODES);
    if (primary.isPresent() && !dice(5)) {
      return demotion(seat, primary.get());
    }
    if (primary.isPresent() && dice(2)) {
      ops.add(new Op.Event(new ClusterEvent.Kill(primary.get())));
      return promotion(seat, target);
    }
    if (primary.isPresent()) {
      ops.add(new Op.Event(dice(2) ? new ClusterEvent.Freeze(primary.get()) : new ClusterEvent.Isolate(primary.get())));
      primary = Optional.of(target);
      SortedMap<String, List<String>> arguments = arguments("replica", target.value(), "reason", "test");
      arguments.put("overrides",
          pick(List.of(List.of("P6-A1"), List.of("P6-A1", "P6-S1"), List.of("P6-A1", "P6-S1"), List.of("P6-S2"))));
      return new Op.Submit(seat, request(), "force_promotion", arguments);
    }
    return dice(5) ? demotion(seat, target) : promotion(seat, target);
  }

  private Op.Submit demotion(int seat, NodeId target) {
    primary = Optional.empty();
    return new Op.Submit(seat, request(), "request_demotion", arguments("primary", target.value(), "reason", "test"));
  }

  private Op.Submit promotion(int seat, NodeId target) {
    primary = Optional.of(target);
    return new Op.Submit(seat, request(), "request_promotion", arguments("replica", target.value(), "reason", "test"));
  }

  private Op.Submit illegal() {
    return switch (random.nextInt(6)) {
      case 0 -> new Op.Submit(seat(), request(), "drop_cluster", new TreeMap<>());
      case 1 -> new Op.Submit(seat(), "not an id", "inspect_cluster_state", new TreeMap<>());
      case 2 -> new Op.Submit(seat(), request(), "inspect_node", arguments("node", "nobody"));
      case 3 -> new Op.Submit(seat(), request(), "request_promotion", arguments("replica", "b"));
      case 4 -> new Op.Submit(seat(), request(), "request_demotion", arguments("primary", "nobody", "reason", "test"));
      default -> new Op.Submit(seat(), request(), "force_promotion",
          arguments("replica", "b", "reason", "line\nfeed", "force", "yes"));
    };
  }

  private Op kernelFault() {
    return new Op.KernelFault(dice(2) ? Op.Calls.TRANSITION : pick(List.of(Op.Calls.values())),
        pick(List.of(Op.Wrong.values())));
  }

  private Op logFault() {
    return new Op.LogFault(dice(2) ? Optional.empty() : Optional.of(pick(List.of(Stage.values()))), dice(2),
        pick(List.of(Op.Lost.values())));
  }

  private ClusterEvent event() {
    NodeId node = pick(NODES);
    return switch (random.nextInt(14)) {
      case 0, 1, 2 -> new ClusterEvent.Write(node, 1 + random.nextInt(5));
      case 3, 4, 5, 6, 7, 8 -> new ClusterEvent.Return(node);
      case 9 -> dice(2) ? new ClusterEvent.Kill(node) : new ClusterEvent.CatchUp(node);
      case 10 -> new ClusterEvent.Freeze(node);
      case 11 -> new ClusterEvent.Isolate(node);
      case 12 -> new ClusterEvent.Lag(node, 1 + random.nextInt(3));
      default -> dice(4) ? new ClusterEvent.Halt(node, pick(List.of(HaltReason.values())))
          : new ClusterEvent.Diverge(node, 1 + random.nextInt(3));
    };
  }

  private String request() {
    return "r-" + (dice(12) && !ops.isEmpty() ? random.nextInt(ops.size()) : ops.size());
  }

  private int seat() {
    int seat = random.nextInt(SEATS);
    return seat % 3 == 2 && !dice(3) ? seat - 1 : seat;
  }

  private boolean dice(int sides) {
    return random.nextInt(sides) == 0;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static SortedMap<String, List<String>> arguments(String... pairs) {
    var arguments = new TreeMap<String, List<String>>();
    for (int i = 0; i < pairs.length; i += 2) {
      arguments.put(pairs[i], List.of(pairs[i + 1]));
    }
    return arguments;
  }
}
