package io.aerodb.command;

import io.aerodb.audit.json.Json;
import io.aerodb.command.error.Detail;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.ReplicationStatus;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * {@code inspect_replication_status}: lag and health of every replica (CM-4.3).
 *
 * @since 0.1
 */
public record InspectReplicationStatus() implements InspectionCommand<ReplicationStatus> {
  static final CommandDefinition DEFINITION =
      new CommandDefinition("inspect_replication_status", CommandClass.INSPECTION, ConfirmationKind.NONE,
          "Shows the health of every replica and how far it is behind.", "inspectReplicationStatus", List.of(),
          CommandDefinition.CHANGES_NOTHING, arguments -> new InspectReplicationStatus());

  @Override
  public CommandType type() {
    return CommandType.INSPECT_REPLICATION_STATUS;
  }

  @Override
  public Class<ReplicationStatus> resultType() {
    return ReplicationStatus.class;
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
    return "Read the lag and the health of every replica.";
  }

  @Override
  public ClusterId clusterOf(ReplicationStatus answer) {
    return answer.cluster();
  }

  @Override
  public Json.Obj answerJson(ReplicationStatus answer) {
    return KernelJson.of(answer);
  }

  @Override
  public List<Detail> mismatches(ReplicationStatus answer) {
    return List.of();
  }
}
