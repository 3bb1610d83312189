package io.aerodb.sim;

import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.HaltReason;
import io.aerodb.kernel.KernelUnavailableException;
import io.aerodb.kernel.NodeId;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The command line of a simulated cluster: creates one, lets events happen to it, and shows it. It gives no orders: for
 * that there are operators.
 *
 * @since 0.1
 */
public final class ClusterMain {
  /** Exit status when everything was done. */
  static final int DONE = 0;
  /** Exit status when nothing was done. */
  static final int REFUSED = 2;

  static final String USAGE = """
      create DIR --cluster ID --nodes A,B,C   a new cluster; the first node is its primary
      write DIR N [NODE]                      N entries, through the primary or through the named one
      kill DIR NODE                           the process dies
      freeze DIR NODE                         no answer any more
      isolate DIR NODE                        the network is lost
      return DIR NODE                         it answers again
      lag DIR NODE N                          N entries that this replica does not get
      catch-up DIR NODE                       the replica takes in what it lacks
      halt DIR NODE REASON                    replication halts
      diverge DIR NODE N                      N entries that the cluster never wrote
      stall-visibility DIR NODE               entries are taken in but not made visible
      disable DIR NODE                        replication is switched off
      join DIR NODE                           a new member
      snapshot DIR NODE                       a snapshot
      checkpoint DIR NODE                     a snapshot, and the log before it is cut off
      show DIR                                the cluster as it stands
      history DIR                             every step of its state machines
      """;

  private final PrintStream out;

  private ClusterMain(PrintStream out) {
    this.out = out;
  }

  /** Runs one verb and ends the process with 0, or with 2 when nothing was done. */
  public static void main(String[] args) {
    System.exit(run(List.of(args), InstantSource.system(), System.out, System.err));
  }

  static int run(List<String> args, InstantSource time, PrintStream out, PrintStream err) {
    try {
      new ClusterMain(out).run(args, time);
      return DONE;
    } catch (IllegalArgumentException | KernelUnavailableException e) {
      err.println(e.getMessage());
      return REFUSED;
    }
  }

  private void run(List<String> args, InstantSource time) {
    String verb = args.isEmpty() ? "" : args.getFirst();
    switch (verb) {
      case "create" -> create(args, time);
      case "show" -> out.print(cluster(expect(args, 2, 2), time).describe());
      case "history" -> cluster(expect(args, 2, 2), time).steps().forEach(step -> out.print(step.line()));
      default -> apply(cluster(expect(args, 3, 4), time), event(verb, args, time));
    }
  }

  private void create(List<String> args, InstantSource time) {
    expect(args, 6, 6);
    if (!args.get(2).equals("--cluster") || !args.get(4).equals("--nodes")) {
      throw usage("create takes DIR --cluster ID --nodes A,B,C");
    }
    List<NodeId> nodes = Stream.of(args.get(5).split(",", -1)).map(NodeId::new).toList();
    out.print(SimulatedCluster.create(Path.of(args.get(1)), new ClusterId(args.get(3)), nodes, time).describe());
  }

  private void apply(SimulatedCluster cluster, ClusterEvent event) {
    switch (cluster.apply(event)) {
      case EventResult.Applied applied -> out.print(cluster.describe());
      case EventResult.Impossible(String reason) -> throw new IllegalArgumentException(reason);
    }
  }

  private static ClusterEvent event(String verb, List<String> args, InstantSource time) {
    boolean write = verb.equals("write");
    boolean third = List.of("lag", "halt", "diverge").contains(verb);
    if (!write && args.size() != (third ? 4 : 3)) {
      throw usage(verb + " does not take " + (args.size() - 1) + " arguments");
    }
    if (write) {
      return new ClusterEvent.Write(args.size() == 4 ? new NodeId(args.get(3)) : primary(args, time),
          number(args.get(2)));
    }
    NodeId node = new NodeId(args.get(2));
    return switch (verb) {
      case "kill" -> new ClusterEvent.Kill(node);
      case "freeze" -> new ClusterEvent.Freeze(node);
      case "isolate" -> new ClusterEvent.Isolate(node);
      case "return" -> new ClusterEvent.Return(node);
      case "lag" -> new ClusterEvent.Lag(node, number(args.get(3)));
      case "catch-up" -> new ClusterEvent.CatchUp(node);
      case "halt" -> new ClusterEvent.Halt(node, reason(args.get(3)));
      case "diverge" -> new ClusterEvent.Diverge(node, number(args.get(3)));
      case "stall-visibility" -> new ClusterEvent.StallVisibility(node);
      case "disable" -> new ClusterEvent.Disable(node);
      case "join" -> new ClusterEvent.Join(node);
      case "snapshot" -> new ClusterEvent.TakeSnapshot(node);
      case "checkpoint" -> new ClusterEvent.Checkpoint(node);
      default -> throw usage("'" + verb + "' is not one of the verbs");
    };
  }

  private static NodeId primary(List<String> args, InstantSource time) {
    return cluster(args, time).primary()
        .orElseThrow(() -> new IllegalArgumentException("no member holds write authority"));
  }

  private static SimulatedCluster cluster(List<String> args, InstantSource time) {
    return SimulatedCluster.open(Path.of(args.get(1)), time);
  }

  private static List<String> expect(List<String> args, int least, int most) {
    if (args.size() < least || args.size() > most) {
      throw usage("got " + args);
    }
    return args;
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("number of entries is '" + text + "' but must be from 1 to 1000000", e);
    }
  }

  private static HaltReason reason(String text) {
    return Stream.of(HaltReason.values())
        .filter(reason -> reason.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_'))).findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "halt reason is '" + text + "' but must be one of " + List.of(HaltReason.values())));
  }

  private static IllegalArgumentException usage(String problem) {
    return new IllegalArgumentException(problem + "; what there is:\n" + USAGE);
  }
}
