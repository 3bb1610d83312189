package io.aerodb.testkit.crash;

import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.command.session.ControlPlane;
import io.aerodb.command.session.Outcome;
import io.aerodb.command.session.Proposal;
import io.aerodb.command.session.RecordStatus;
import io.aerodb.command.session.Session;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.NodeId;
import io.aerodb.testkit.plane.ClusterFixture;
import io.aerodb.testkit.plane.QuickCluster;
import java.nio.file.Path;
import java.util.Optional;

/** A host process that inspects and switches over without end, on three threads, until it is killed anywhere. */
public final class BusyHost {
  /** Keeps the trail short on a machine where the kill comes late. */
  private static final int MOST = 150;

  private BusyHost() {}

  public static void main(String[] arguments) {
    Path directory = Path.of(arguments[0]);
    String round = arguments[1];
    Kernel kernel = QuickCluster.kernel(directory.resolve("cluster"));
    FileAuditLog log = ClusterFixture.journal(directory.resolve("journal"));
    ControlPlane plane = ClusterFixture.plane(kernel, log);
    for (String name : new String[]{"x", "y"}) {
      Thread.ofPlatform().start(() -> look(plane.session(ClusterFixture.BOB), round + "-" + name));
    }
    switchOver(plane.session(ClusterFixture.ADA), kernel, round + "-s");
  }

  private static void look(Session session, String prefix) {
    for (int i = 0; i < MOST; i++) {
      tell(prefix + i, (Outcome<?>) session.submit(ClusterFixture.input(prefix + i, "inspect_cluster_state")));
    }
    CrashPoint.stopAt("idle");
  }

  private static void switchOver(Session session, Kernel kernel, String prefix) {
    for (int i = 0; i < MOST; i++) {
      Proposal<?> proposal = next(session, kernel, prefix + i);
      tell(proposal.request().value(), session.confirm(proposal, ClusterFixture.right(proposal)));
    }
    CrashPoint.stopAt("idle");
  }

  private static Proposal<?> next(Session session, Kernel kernel, String request) {
    Optional<NodeId> primary = switch (kernel.inspectClusterState()) {
      case KernelResponse.Completed<ClusterState>(ClusterState state) -> state.primary();
      case KernelResponse.Rejected<ClusterState> rejected -> throw new IllegalStateException(rejected.toString());
    };
    if (primary.isPresent()) {
      return ClusterFixture.proposed(session.submit(ClusterFixture.demotion(request, primary.get())));
    }
    // The process before may have been killed in a promotion of this very member, and nobody can tell what came of it.
    return session.submit(ClusterFixture.promotion(request, ClusterFixture.B)) instanceof Proposal<?> proposal
        ? proposal
        : ClusterFixture.proposed(session.submit(ClusterFixture.promotion(request + "c", ClusterFixture.C)));
  }

  private static void tell(String request, Outcome<?> outcome) {
    String receipt = outcome.trail() instanceof RecordStatus.Recorded(var recorded)
        ? recorded.sequence() + " " + recorded.leafHash() : "none none";
    CrashPoint.say(request + " " + outcome.getClass().getSimpleName() + " " + receipt);
  }
}
