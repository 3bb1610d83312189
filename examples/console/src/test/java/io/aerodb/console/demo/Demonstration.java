package io.aerodb.console.demo;

import io.aerodb.console.Ticks;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.NodeId;
import io.aerodb.sim.ClusterEvent;
import io.aerodb.sim.EventResult;
import io.aerodb.sim.SimulatedCluster;
import io.aerodb.sim.SimulatedKernelProvider;
import io.aerodb.testkit.terminal.ScriptedOperator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Plays an operator's bad day from start to end, for people to read. It prints what stands on the screen; lines that
 * start with {@code ##} tell what happens around it.
 */
public final class Demonstration {
  private static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");
  private static final NodeId N1 = new NodeId("n1");
  private static final NodeId N2 = new NodeId("n2");
  private static final NodeId N3 = new NodeId("n3");
  private static final NodeId N4 = new NodeId("n4");

  private final PrintStream out;
  private final Ticks clock = new Ticks(MORNING);
  private final Path root;
  private final SimulatedCluster cluster;
  private final Seat alice;

  private Demonstration(Path root, PrintStream out) {
    this.root = root;
    this.out = out;
    Path directory = root.resolve("cluster");
    this.cluster = SimulatedCluster.create(directory, new ClusterId("orders-eu"), List.of(N1, N2, N3, N4), clock);
    this.alice =
        new Seat(directory, root.resolve("audit"), clock, new Random(20260301), new SimulatedKernelProvider(), out);
  }

  /** Plays every scene in a new directory under {@code target/}; ends with 1 if one did not come out as announced. */
  public static void main(String[] args) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path target = Files.createDirectories(Path.of("target"));
    try {
      play(Files.createTempDirectory(target, "demonstration-").toAbsolutePath(), out);
    } catch (IllegalStateException e) {
      out.println("## NOT AS ANNOUNCED: " + e.getMessage());
      System.exit(1);
    }
    System.exit(0);
  }

  /**
   * Plays every scene.
   *
   * @param root an empty directory
   * @throws IllegalStateException when a scene did not come out as announced
   */
  static void play(Path root, PrintStream out) {
    new Demonstration(root, out).play();
  }

  private void play() {
    say("A simulated cluster of four members, durable in " + root + ".",
        "'aerodb' stands for the console with --kernel sim:" + root + "/cluster --audit " + root
            + "/audit --operator alice --authority operator.",
        "Everything below was typed by a scripted person who sees this screen and nothing else.");
    happens("Clients write 100 entries.", new ClusterEvent.Write(N1, 100));
    look();
    failover();
    switchover();
    duplicate();
    stale();
    forced();
    killedBeforeTheKernelActed();
    killedAfterTheKernelActed();
    say("Everything above, as the audit trail has it.");
    shell(0, "trail");
    say("Every scene came out as announced.");
  }

  private void look() {
    say("Looking needs no confirmation. An interactive session of two looks.");
    type();
    expect(0, alice.runs(person -> {
      person.awaits("orders-eu/alice> ");
      person.types("inspect_cluster_state");
      person.awaits("orders-eu/alice> ");
      person.types("inspect_replication_status");
      person.awaits("orders-eu/alice> ");
      person.types("exit");
    }, List.of()));
  }

  private void failover() {
    happens("Replica n3 misses 40 entries.", new ClusterEvent.Lag(N3, 40));
    happens("The process of the primary n1 dies.", new ClusterEvent.Kill(N1));
    say("Promoting n3 is explained, and refused with the evidence.");
    shell(4, "--request", "promote-n3", "request_promotion", "--replica", "n3", "--reason", "n1 is down");
    say("Promoting n2 is explained, confirmed and done.");
    confirmed(0, "--request", "promote-n2", "request_promotion", "--replica", "n2", "--reason", "n1 is down");
  }

  private void switchover() {
    happens("n3 catches up.", new ClusterEvent.CatchUp(N3));
    say("A planned switchover is two commands: give authority up, then give it to somebody.");
    confirmed(0, "--request", "demote-n2", "request_demotion", "--primary", "n2", "--reason", "kernel update on n2");
    confirmed(0, "--request", "promote-n3-again", "request_promotion", "--replica", "n3", "--reason",
        "kernel update on n2");
  }

  private void duplicate() {
    say("The same request again, perhaps from a script, is not done again.");
    shell(3, "--request", "promote-n3-again", "request_promotion", "--replica", "n3", "--reason",
        "kernel update on n2");
  }

  private void stale() {
    happens("The process of the primary n3 dies.", new ClusterEvent.Kill(N3));
    say("While alice reads, n3 comes back. Her yes was to another state of the cluster.");
    run(3, person -> person.confirms(() -> world(new ClusterEvent.Return(N3))), "--request", "promote-n4",
        "request_promotion", "--replica",
        "n4", "--reason", "n3 is down");
  }

  private void forced() {
    happens("The primary n3 freezes. Nobody can tell whether it still accepts writes.", new ClusterEvent.Freeze(N3));
    say("A promotion is refused, because nobody can prove that n3 is out.");
    shell(4, "--request", "promote-n2-again", "request_promotion", "--replica", "n2", "--reason", "n3 does not answer");
    say("Alice has switched the machine of n3 off and asserts it, check by check, under her own name.");
    confirmed(0, "--request", "force-n2", "force_promotion", "--replica", "n2", "--reason",
        "machine of n3 switched off by hand", "--overrides",
        "P6-A1", "--overrides", "P6-S1");
  }

  private void killedBeforeTheKernelActed() {
    happens("The machine of n3 is switched on again. n3 halts: authority went on without it.",
        new ClusterEvent.Return(N3));
    say("A demotion. Between the durable dispatch and the kernel's act, the console's process is killed.");
    killed("before", 2, "--request", "demote-n2-again", "request_demotion", "--primary", "n2", "--reason",
        "moving to n4");
    say("After the restart nothing is replayed. What the trail can't tell, it does not tell.");
    shell(0, "unresolved");
    shell(0, "trail", "--request", "demote-n2-again");
    say("The next control command names it and asks for its id.");
    confirmed(0, "--request", "demote-n2-third", "request_demotion", "--primary", "n2", "--reason", "moving to n4");
  }

  private void killedAfterTheKernelActed() {
    say("A promotion. This time the process is killed after the kernel has acted and before that is recorded.");
    killed("after", 3, "--request", "promote-n4-again", "request_promotion", "--replica", "n4", "--reason",
        "moving to n4");
    shell(0, "unresolved");
    say("The kernel can settle this one, so that the next explanation says so and asks for nothing. Alice declines.");
    run(3, person -> {
      person.question();
      person.types("");
    }, "--request", "demote-n4", "request_demotion", "--primary", "n4", "--reason", "only looking");
  }

  private void killed(String when, long seed, String... words) {
    type(words);
    if (!HeldConsole.killedWhile(when, alice, seed, clock.instant(), List.of(words))) {
      throw new IllegalStateException("the process did not live long enough to be killed");
    }
    clock.pass(60);
    say("kill -9");
  }

  private void confirmed(int code, String... words) {
    run(code, ScriptedOperator::confirms, words);
  }

  private void shell(int code, String... words) {
    run(code, person -> {}, words);
  }

  private void run(int code, Consumer<ScriptedOperator> script, String... words) {
    type(words);
    expect(code, alice.runs(script, List.of(words)));
  }

  private void expect(int expected, int code) {
    out.println("(exit code " + code + ")");
    if (code != expected) {
      throw new IllegalStateException("the exit code is " + code + " but should have been " + expected);
    }
  }

  private void happens(String what, ClusterEvent event) {
    say("[the world] " + what);
    world(event);
  }

  private void world(ClusterEvent event) {
    if (cluster.apply(event) instanceof EventResult.Impossible(String reason)) {
      throw new IllegalStateException(reason);
    }
  }

  private void say(String... lines) {
    out.println();
    List.of(lines).forEach(line -> out.println("## " + line));
  }

  private void type(String... words) {
    out.println();
    out.print("$ aerodb");
    List.of(words).forEach(word -> out.print(word.contains(" ") ? " \"" + word + "\"" : " " + word));
    out.println();
  }
}
