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
import io.aerodb.testkit.plane.Lab;
import io.aerodb.testkit.plane.QuickCluster;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that inspects and switches over without end, on three threads, until it is killed wherever it happens to
 * be.
 */
public final class BusyHost {
  /** Keeps the trail short on a machine where the kill comes late. */
  private static final int MOST = 150;

  private BusyHost() {}

  public static void main(String[] arguments) {
    Path directory = Path.of(arguments[0]);
    String round = arguments[1];
    Kernel kernel = QuickCluster.kernel(directory.resolve("cluster"));
    FileAuditLog log = Lab.journal(directory.resolve("journal"));
    ControlPlane plane = Lab.plane(kernel, log);
    for (String name : new String[]{"x", "y"}) {
      Thread.ofPlatform().start(() -> look(plane.session(Lab.BOB), round + "-" + name));
    }
    switchOver(plane.session(Lab.ADA), kernel, round + "-s");
  }

  private static void look(Session session, String prefix) {
    for (int i = 0; i < MOST; i++) {
      tell(prefix + i, (Outcome<?>) session.submit(Lab.input(prefix + i, "inspect_cluster_state")));
    }
    CrashPoint.stopAt("idle");
  }

  private static void switchOver(Session session, Kernel kernel, String prefix) {
    for (int i = 0; i < MOST; i++) {
      Proposal<?> proposal = next(session, kernel, prefix + i);
      tell(proposal.request().value(), session.confirm(proposal, Lab.right(proposal)));
    }
    CrashPoint.stopAt("idle");
  }

  private static Proposal<?> next(Session session, Kernel kernel, String request) {
    Optional<NodeId> primary = switch (kernel.inspectClusterState()) {
      case KernelResponse.Completed<ClusterState>(ClusterState state) -> state.primary();
      case KernelResponse.Rejected<ClusterState> rejected -> throw new IllegalStateException(rejected.toString());
    };
    if (primary.isPresent()) {
      return Lab.proposed(session.submit(Lab.demotion(request, primary.get())));
    }
    // The process before may have been killed in a promotion of this very member, and nobody can tell what came of it.
    return session.submit(Lab.promotion(request, Lab.B)) instanceof Proposal<?> proposal ? proposal
        : Lab.proposed(session.submit(Lab.promotion(request + "c", Lab.C)));
  }

  private static void tell(String request, Outcome<?> outcome) {
    String receipt = outcome.trail() instanceof RecordStatus.Recorded(var recorded)
        ? recorded.sequence() + " " + recorded.leafHash() : "none none";
    CrashPoint.say(request + " " + outcome.getClass().getSimpleName() + " " + receipt);
  }
}
