package io.aerodb.testkit.plane;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.AuditLog;
import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.AuditTrail;
import io.aerodb.audit.Stage;
import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.audit.journal.JournalOptions;
import io.aerodb.command.Authority;
import io.aerodb.command.CommandInput;
import io.aerodb.command.Operator;
import io.aerodb.command.confirm.Acknowledgement;
import io.aerodb.command.confirm.Demand;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.session.ControlPlane;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Proposal;
import io.aerodb.command.session.Reply;
import io.aerodb.command.session.Session;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.NodeId;
import io.aerodb.sim.ClusterEvent;
import io.aerodb.sim.EventResult;
import io.aerodb.sim.SimulatedCluster;
import io.aerodb.testkit.fault.Callers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A simulated cluster {@code demo} of a, b and c with ten entries everywhere, and what tests do with planes on it. */
public final class ClusterFixture {
  public static final ClusterId DEMO = new ClusterId("demo");
  public static final NodeId A = new NodeId("a");
  public static final NodeId B = new NodeId("b");
  public static final NodeId C = new NodeId("c");
  public static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
  public static final Operator ADA = new Operator("Ada", Authority.OPERATOR);
  public static final Operator BOB = new Operator("Bob", Authority.OPERATOR);

  private ClusterFixture() {}

  public static SimulatedCluster cluster(Path directory, ClusterEvent... events) {
    SimulatedCluster cluster = QuickCluster.create(directory, DEMO, List.of(A, B, C), TIME);
    happen(cluster, new ClusterEvent.Write(A, 10));
    happen(cluster, events);
    return cluster;
  }

  public static void happen(SimulatedCluster cluster, ClusterEvent... events) {
    for (ClusterEvent event : events) {
      assertThat(cluster.apply(event)).as("%s", event).isInstanceOf(EventResult.Applied.class);
    }
  }

  public static FileAuditLog journal(Path directory) {
    return FileAuditLog.open(directory, JournalOptions.builder().origin("test").build());
  }

  public static ControlPlane plane(Kernel kernel, AuditLog log) {
    return ControlPlane.on(kernel, log).clock(TIME, "test").random(new SplittableRandom(7)).open();
  }

  /** {@code input("r-1", "inspect_node", "node=a")}; an argument that is given twice is a set. */
  public static CommandInput input(String request, String command, String... arguments) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    Arrays.stream(arguments).map(argument -> argument.split("=", 2)).forEach(pair -> values.merge(pair[0],
        List.of(pair[1]), (one, other) -> List.of(one.getFirst(), other.getFirst())));
    return CommandInput.of(Optional.of(request), Optional.of(command), values);
  }

  public static CommandInput promotion(String request, NodeId target) {
    return input(request, "request_promotion", "replica=" + target, "reason=test");
  }

  public static CommandInput demotion(String request, NodeId target) {
    return input(request, "request_demotion", "primary=" + target, "reason=test");
  }

  public static CommandInput force(String request, NodeId target) {
    return input(request, "force_promotion", "replica=" + target, "reason=test", "overrides=P6-A1", "overrides=P6-S1");
  }

  public static Proposal<?> proposed(Reply<?> reply) {
    return switch (reply) {
      case Proposal<?> proposal -> proposal;
      case Outcome<?> outcome -> throw new AssertionError("not proposed: " + outcome.text());
    };
  }

  /** What a person gives who answers everything as asked. */
  public static Acknowledgement right(Proposal<?> proposal) {
    var answers = new TreeMap<String, String>();
    proposal.challenge().demands().forEach(demand -> answers.put(demand.id(), demand.expected()));
    return new Acknowledgement(proposal.challenge().digest(), answers);
  }

  public static Outcome<?> confirmed(Session session, CommandInput input) {
    Proposal<?> proposal = proposed(session.submit(input));
    return session.confirm(proposal, right(proposal));
  }

  public static List<String> demands(Proposal<?> proposal) {
    return proposal.challenge().demands().stream().map(Demand::id).toList();
  }

  /** The codes of a refusal. */
  public static List<ErrorCode> codes(Reply<?> reply) {
    return switch (reply) {
      case Outcome.NotExecuted<?> not -> not.errors().stream().map(CommandError::code).toList();
      case Outcome<?> other -> throw new AssertionError("not refused: " + other.text());
      case Proposal<?> proposal -> throw new AssertionError("not refused: " + proposal.request());
    };
  }

  public static List<AuditRecord> records(AuditTrail trail) {
    var records = new ArrayList<AuditRecord>();
    List<AuditRecord> page = page(trail, 0);
    while (!page.isEmpty()) {
      records.addAll(page);
      page = page(trail, records.size());
    }
    return records;
  }

  private static List<AuditRecord> page(AuditTrail trail, long after) {
    return trail.read(AuditQuery.builder().after(after).limit(AuditQuery.MAX_LIMIT).build());
  }

  /** The stages of a request, duplicates aside. */
  public static List<Stage> stages(AuditTrail trail, String request) {
    return trail.read(AuditQuery.builder().requestId(request).build()).stream().map(record -> record.event().stage())
        .filter(stage -> stage != Stage.DUPLICATE).toList();
  }

  /** How often the kernel executed a request, by its own durable history. */
  public static long executions(SimulatedCluster cluster, String request) {
    return cluster.steps().stream()
        .filter(step -> step.requestId().equals(request) && step.isExecution()).count();
  }

  /** Lets so many callers begin at the same moment, and gives what each came to. */
  static <T> List<T> race(int callers, IntFunction<T> work) {
    List<Callable<T>> calls = IntStream.range(0, callers).<Callable<T>>mapToObj(i -> () -> work.apply(i)).toList();
    return Callers.atOnce(calls).stream().map(Callers::result).toList();
  }
}
