package io.aerodb.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The ten commands by name. What each one is stands in its record's file; this enum only refers to it.
 *
 * @since 0.1
 */
public enum CommandType {
  INSPECT_CLUSTER_STATE(InspectClusterState.DEFINITION),
  INSPECT_NODE(InspectNode.DEFINITION),
  INSPECT_REPLICATION_STATUS(InspectReplicationStatus.DEFINITION),
  INSPECT_PROMOTION_STATE(InspectPromotionState.DEFINITION),
  RUN_DIAGNOSTICS(RunDiagnostics.DEFINITION),
  INSPECT_WAL(InspectWal.DEFINITION),
  INSPECT_SNAPSHOTS(InspectSnapshots.DEFINITION),
  REQUEST_PROMOTION(RequestPromotion.DEFINITION),
  REQUEST_DEMOTION(RequestDemotion.DEFINITION),
  FORCE_PROMOTION(ForcePromotion.DEFINITION);

  private final CommandDefinition definition;

  CommandType(CommandDefinition definition) {
    this.definition = definition;
  }

  /** The command of exactly this name, if there is one. */
  public static Optional<CommandType> named(String wireName) {
    return Arrays.stream(values()).filter(type -> type.wireName().equals(wireName)).findFirst();
  }

  /** The name that operators type and records hold, such as {@code inspect_node}. */
  public String wireName() {
    return definition.wireName();
  }

  /** What it is. */
  public CommandClass commandClass() {
    return definition.commandClass();
  }

  /** How it is confirmed. */
  public ConfirmationKind confirmation() {
    return definition.confirmation();
  }

  /** What it is for, in one sentence. */
  public String purpose() {
    return definition.purpose();
  }

  /** The one kernel action it maps to: the name of a method of {@link io.aerodb.kernel.KernelActions} (CM-2.2). */
  public String kernelAction() {
    return definition.kernelAction();
  }

  /** What it takes. */
  public List<Argument> arguments() {
    return definition.arguments();
  }

  /** What it brings about, whatever the cluster; what follows from this very state is in an explanation. */
  public List<Consequence> consequences() {
    return definition.consequences();
  }

  Command<?> read(Arguments arguments) {
    return definition.reader().apply(arguments);
  }
}
