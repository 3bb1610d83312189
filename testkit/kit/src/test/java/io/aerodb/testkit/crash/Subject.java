package io.aerodb.testkit.crash;

import io.aerodb.command.CommandInput;
import io.aerodb.sim.ClusterEvent;
import io.aerodb.testkit.plane.ClusterFixture;
import java.util.Locale;

/** The command that a killed host was given, as the crash tests ask for it. */
enum Subject {
  INSPECT_CLUSTER_STATE(CrashStage.Flow.ALL),
  INSPECT_NODE(CrashStage.Flow.ALL, "node=b"),
  INSPECT_REPLICATION_STATUS(CrashStage.Flow.ALL),
  INSPECT_PROMOTION_STATE(CrashStage.Flow.ALL),
  RUN_DIAGNOSTICS(CrashStage.Flow.CONFIRMED, "scope=summary"),
  INSPECT_WAL(CrashStage.Flow.ALL),
  INSPECT_SNAPSHOTS(CrashStage.Flow.ALL),
  REQUEST_PROMOTION(CrashStage.Flow.CONTROL_ONLY, "replica=b", "reason=test"),
  REQUEST_DEMOTION(CrashStage.Flow.CONTROL_ONLY, "primary=a", "reason=test"),
  FORCE_PROMOTION(CrashStage.Flow.CONTROL_ONLY, "replica=b", "reason=test", "overrides=P6-A1", "overrides=P6-S1");

  /** The request that is under way when the process dies. */
  static final String REQUEST = "crash-1";
  /** A request that the process was answered before. */
  static final String EARLIER = "earlier-1";

  private final CrashStage.Flow flow;
  private final String[] arguments;

  Subject(CrashStage.Flow flow, String... arguments) {
    this.flow = flow;
    this.arguments = arguments;
  }

  CrashStage.Flow flow() {
    return flow;
  }

  CommandInput input() {
    return ClusterFixture.input(REQUEST, name().toLowerCase(Locale.ROOT), arguments);
  }

  /** What makes the command possible. */
  ClusterEvent[] before() {
    return switch (this) {
      case REQUEST_PROMOTION -> new ClusterEvent[]{new ClusterEvent.Kill(ClusterFixture.A)};
      case FORCE_PROMOTION -> new ClusterEvent[]{new ClusterEvent.Freeze(ClusterFixture.A)};
      case INSPECT_CLUSTER_STATE, INSPECT_NODE, INSPECT_REPLICATION_STATUS, INSPECT_PROMOTION_STATE, RUN_DIAGNOSTICS,
          INSPECT_WAL, INSPECT_SNAPSHOTS, REQUEST_DEMOTION ->
          new ClusterEvent[0];
    };
  }

  /** Another control command that can be asked for afterwards, whether this one was executed or not. */
  CommandInput next(String request, boolean executed) {
    return switch (this) {
      case REQUEST_PROMOTION -> executed ? ClusterFixture.demotion(request, ClusterFixture.B)
          : ClusterFixture.promotion(request, ClusterFixture.C);
      case FORCE_PROMOTION -> executed ? ClusterFixture.demotion(request, ClusterFixture.B)
          : ClusterFixture.force(request, ClusterFixture.C);
      case REQUEST_DEMOTION -> executed ? ClusterFixture.promotion(request, ClusterFixture.B)
          : ClusterFixture.demotion(request, ClusterFixture.A);
      case INSPECT_CLUSTER_STATE, INSPECT_NODE, INSPECT_REPLICATION_STATUS, INSPECT_PROMOTION_STATE, RUN_DIAGNOSTICS,
          INSPECT_WAL, INSPECT_SNAPSHOTS ->
          ClusterFixture.demotion(request, ClusterFixture.A);
    };
  }
}
