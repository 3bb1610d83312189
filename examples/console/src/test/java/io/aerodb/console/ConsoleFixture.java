package io.aerodb.console;

import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.AuditTrail;
import io.aerodb.audit.Stage;
import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.KernelProvider;
import io.aerodb.kernel.NodeId;
import io.aerodb.sim.ClusterEvent;
import io.aerodb.sim.EventResult;
import io.aerodb.sim.SimulatedCluster;
import io.aerodb.sim.SimulatedKernelProvider;
import io.aerodb.testkit.terminal.ScriptedOperator;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.jline.terminal.Terminal;

/** A console, a simulated cluster of three members and an audit journal, in a directory of a test. */
final class ConsoleFixture {
  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final Path root;
  private final Ticks clock = new Ticks(START);
  private final Random random = new Random(7);
  private final List<KernelProvider> kernels = new ArrayList<>(List.of(new SimulatedKernelProvider()));
  private final SimulatedCluster cluster;
  private String address;
  private String authority = "operator";
  private String type = "ansi";
  private int columns = 200;

  ConsoleFixture(Path root) {
    this(root, "demo");
  }

  ConsoleFixture(Path root, String id) {
    this.root = root;
    this.address = "sim:" + root.resolve("cluster");
    this.cluster = SimulatedCluster.create(root.resolve("cluster"), new ClusterId(id),
        List.of(new NodeId("n1"), new NodeId("n2"), new NodeId("n3")), new Ticks(START));
    happens(new ClusterEvent.Write(new NodeId("n1"), 100));
  }

  /** What one call left behind. */
  record Seen(int code, String out, String err) {}

  ConsoleFixture opening(String address, KernelProvider provider) {
    this.address = address;
    kernels.removeIf(known -> known.scheme().equals(provider.scheme()));
    kernels.add(provider);
    return this;
  }

  ConsoleFixture withAuthority(String authority) {
    this.authority = authority;
    return this;
  }

  ConsoleFixture withTerminal(String type, int columns) {
    this.type = type;
    this.columns = columns;
    return this;
  }

  void happens(ClusterEvent event) {
    if (cluster.apply(event) instanceof EventResult.Impossible(String reason)) {
      throw new IllegalStateException(reason);
    }
  }

  void loses(String node) {
    happens(new ClusterEvent.Kill(new NodeId(node)));
  }

  Path audit() {
    return root.resolve("audit");
  }

  Path clusterDirectory() {
    return root.resolve("cluster");
  }

  /** The settings that every command needs, then these words. */
  List<String> words(String... words) {
    var all = new ArrayList<>(
        List.of("--kernel", address, "--audit", audit().toString(), "--operator", "alice", "--authority", authority));
    all.addAll(List.of(words));
    return all;
  }

  /** Runs one command line without a terminal. */
  Seen pipes(String... words) {
    return pipes(words(words));
  }

  Seen pipes(List<String> words) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Console.run(words, environment(Optional.empty(), new PrintWriter(out), new PrintWriter(err)));
    return new Seen(code, out.toString(), err.toString());
  }

  /** Runs one command line at a terminal, at which a person follows a script. */
  Seen types(Consumer<ScriptedOperator> script, String... words) {
    return types(words(words), script);
  }

  Seen types(List<String> words, Consumer<ScriptedOperator> script) {
    var terminal = new VirtualTerminal(type, columns, OutputStream.nullOutputStream());
    var err = new StringWriter();
    int code =
        terminal.with(script, t -> Console.run(words, environment(Optional.of(t), t.writer(), new PrintWriter(err))));
    return new Seen(code, new String(terminal.shown(), StandardCharsets.UTF_8), err.toString());
  }

  private Environment environment(Optional<Terminal> terminal, PrintWriter out, PrintWriter err) {
    return new Environment(terminal, out, err, clock, "test-clock", random, kernels);
  }

  List<Stage> stages() {
    return records().stream().map(record -> record.event().stage()).toList();
  }

  List<AuditRecord> records() {
    try (AuditTrail trail = FileAuditLog.read(audit())) {
      return trail.read(AuditQuery.builder().build());
    }
  }

  Optional<NodeId> primary() {
    return cluster.primary();
  }
}
