package io.aerodb.testkit.simulation;

import io.aerodb.kernel.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The workload: it draws what operators at six seats ask for and answer. They mostly want what is possible, and now and
 * then what is illegal, what was asked before, or the same as somebody else.
 */
final class OperatorWorkload {
  /** Seats of one plane; the last of them has only an observer's authority. */
  static final int SEATS = 3;
  static final int PLANES = 2;
  private static final List<String> LOOKS =
      List.of("inspect_cluster_state", "inspect_replication_status", "inspect_promotion_state", "inspect_wal",
          "inspect_snapshots");

  private static final List<Op.Wish> FORCES = List.of(Op.Wish.FORCE_AUTHORITY, Op.Wish.FORCE_AUTHORITY_AND_POSITION,
      Op.Wish.FORCE_AUTHORITY_AND_POSITION, Op.Wish.FORCE_LOG);

  private final Dice dice;
  private final List<NodeId> members;
  private final List<Op.Ask> asked = new ArrayList<>();
  private int requests;

  OperatorWorkload(SplittableRandom random, List<NodeId> members) {
    this.dice = new Dice(random);
    this.members = members;
  }

  /** One request, with the events that may make it possible and those that follow its answer. */
  record Turn(List<Op> before, Op.Ask ask, List<Op> after) {}

  /** Somebody asks for a change of write authority. */
  Turn control() {
    if (!dice.once(4)) {
      return new Turn(List.of(), control(Op.Wish.HAND_OVER), List.of());
    }
    Op.LossKind loss = dice.pick(Op.LossKind.values());
    Op.Wish wish = loss == Op.LossKind.KILLED ? Op.Wish.TAKE_OVER : dice.pick(FORCES);
    return new Turn(List.of(new Op.PrimaryLost(loss)), control(wish),
        dice.once(3) ? List.of() : List.of(new Op.PrimaryBack()));
  }

  Op answer(Op.Ask ask) {
    return new Op.Confirm(ask.seat(), dice.once(12) ? dice.pick(Op.Answer.values()) : Op.Answer.RIGHT);
  }

  /** Somebody answers, declines or leaves, whether something is open or not. */
  Op interruption() {
    return switch (dice.below(4)) {
      case 0 -> new Op.Refuse(seat());
      case 1 -> new Op.Close(seat());
      default -> new Op.Confirm(seat(), dice.pick(Op.Answer.values()));
    };
  }

  Op.Submit look() {
    return dice.once(5) ? submit("inspect_node", arguments("node", dice.pick(members).value()))
        : submit(dice.pick(LOOKS), new TreeMap<>());
  }

  Turn diagnostics() {
    return new Turn(List.of(), submit("run_diagnostics", arguments("scope", dice.pick(List.of("summary", "deep")))),
        List.of());
  }

  /** Somebody repeats what was asked for before. */
  List<Op> again() {
    return asked.isEmpty() ? List.of() : List.of(dice.pick(asked));
  }

  Op.Submit illegal() {
    String member = members.getLast().value();
    return switch (dice.below(6)) {
      case 0 -> submit("drop_cluster", new TreeMap<>());
      case 1 -> new Op.Submit(seat(), "not an id", "inspect_cluster_state", new TreeMap<>());
      case 2 -> submit("inspect_node", arguments("node", "nobody"));
      case 3 -> submit("request_promotion", arguments("replica", member));
      case 4 -> submit("request_demotion", arguments("primary", "nobody", "reason", "test"));
      default -> submit("force_promotion", arguments("replica", member, "reason", "line\nfeed", "force", "yes"));
    };
  }

  /** Two people of two planes ask for the same demotion. */
  List<Op.Submit> crossed() {
    SortedMap<String, List<String>> demotion = arguments("primary", dice.pick(members).value(), "reason", "test");
    return List.of(submit(0, "request_demotion", demotion), submit(SEATS + 1, "request_demotion", demotion));
  }

  private Op.Submit submit(String command, SortedMap<String, List<String>> arguments) {
    return submit(seat(), command, arguments);
  }

  private Op.Submit submit(int seat, String command, SortedMap<String, List<String>> arguments) {
    var submit = new Op.Submit(seat, request(), command, arguments);
    asked.add(submit);
    return submit;
  }

  private Op.Control control(Op.Wish wish) {
    var control = new Op.Control(seat(), request(), wish, dice.below(members.size()));
    asked.add(control);
    return control;
  }

  /** A new id, and now and then one that was used before. */
  private String request() {
    requests++;
    return "r-" + (dice.once(12) ? 1 + dice.below(requests) : requests);
  }

  private int seat() {
    int seat = dice.below(PLANES * SEATS);
    return seat % SEATS == SEATS - 1 && !dice.once(3) ? seat - 1 : seat;
  }

  private static SortedMap<String, List<String>> arguments(String... pairs) {
    var arguments = new TreeMap<String, List<String>>();
    for (int i = 0; i < pairs.length; i += 2) {
      arguments.put(pairs[i], List.of(pairs[i + 1]));
    }
    return arguments;
  }
}
