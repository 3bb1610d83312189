package io.aerodb.command;

import io.aerodb.audit.json.Json;
import io.aerodb.command.error.Detail;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.NodeId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * {@code inspect_cluster_state}: topology and roles of all members from one snapshot; fails closed, partial data is
 * forbidden (CM-4.1).
 *
 * @since 0.1
 */
public record InspectClusterState() implements InspectionCommand<ClusterState> {
  static final CommandDefinition DEFINITION = new CommandDefinition("inspect_cluster_state", CommandClass.INSPECTION,
      ConfirmationKind.NONE,
      "Shows the members of the cluster, their roles, and who holds write authority.", "inspectClusterState", List.of(),
      CommandDefinition.CHANGES_NOTHING, arguments -> new InspectClusterState());

  @Override
  public CommandType type() {
    return CommandType.INSPECT_CLUSTER_STATE;
  }

  @Override
  public Class<ClusterState> resultType() {
    return ClusterState.class;
  }

  @Override
  public Optional<NodeId> target() {
    return Optional.empty();
  }

  @Override
  public SortedMap<String, List<String>> arguments() {
    return Collections.emptySortedMap();
  }

  @Override
  public String sentence() {
    return "Read the topology and the roles of all members.";
  }

  @Override
  public ClusterId clusterOf(ClusterState answer) {
    return answer.cluster();
  }

  @Override
  public Json.Obj answerJson(ClusterState answer) {
    return KernelJson.of(answer);
  }

  @Override
  public List<Detail> mismatches(ClusterState answer) {
    return List.of();
  }
}
