package io.aerodb.command.doubles;

import io.aerodb.command.Command;
import io.aerodb.command.CommandType;
import io.aerodb.command.InspectClusterState;
import io.aerodb.command.InspectNode;
import io.aerodb.command.InspectPromotionState;
import io.aerodb.command.InspectReplicationStatus;
import io.aerodb.command.InspectSnapshots;
import io.aerodb.command.InspectWal;
import io.aerodb.command.RunDiagnostics;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A sample of each of the ten commands. */
public final class SampleCommands {
  private SampleCommands() {}

  public static Command<?> of(CommandType type) {
    return switch (type) {
      case INSPECT_CLUSTER_STATE -> new InspectClusterState();
      case INSPECT_NODE -> new InspectNode(SampleCluster.N2);
      case INSPECT_REPLICATION_STATUS -> new InspectReplicationStatus();
      case INSPECT_PROMOTION_STATE -> new InspectPromotionState();
      case RUN_DIAGNOSTICS -> new RunDiagnostics(DiagnosticScope.DEEP);
      case INSPECT_WAL -> new InspectWal(Optional.of(SampleCluster.N1), new Page(1, 20));
      case INSPECT_SNAPSHOTS -> new InspectSnapshots(Optional.empty(), new Page(2, 5));
      case REQUEST_PROMOTION -> PlaneFixture.PROMOTION;
      case REQUEST_DEMOTION -> PlaneFixture.DEMOTION;
      case FORCE_PROMOTION -> PlaneFixture.force("P6-A1");
    };
  }

  /** In the order of {@link CommandType}. */
  public static List<Command<?>> each() {
    return Arrays.stream(CommandType.values()).<Command<?>>map(SampleCommands::of).toList();
  }
}
