package io.aerodb.command;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.json.Json;
import io.aerodb.command.error.Detail;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.NodeState;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * {@code inspect_node}: role, WAL position and health of exactly the named node; an unknown node is refused (CM-4.2).
 *
 * @param node the member
 * @since 0.1
 */
public record InspectNode(NodeId node) implements InspectionCommand<NodeState> {
  static final CommandDefinition DEFINITION =
      new CommandDefinition("inspect_node", CommandClass.INSPECTION, ConfirmationKind.NONE,
          "Shows the role, WAL position and health of one member.", "inspectNode",
          List.of(new Argument("node", ArgumentKind.NODE_ID, Argument.Presence.REQUIRED)),
          CommandDefinition.CHANGES_NOTHING,
          arguments -> new InspectNode(arguments.node("node")));

  public InspectNode {
    requireNonNull(node, "node");
  }

  @Override
  public CommandType type() {
    return CommandType.INSPECT_NODE;
  }

  @Override
  public Class<NodeState> resultType() {
    return NodeState.class;
  }

  @Override
  public Optional<NodeId> target() {
    return Optional.of(node);
  }

  @Override
  public SortedMap<String, List<String>> arguments() {
    return Arguments.of("node", node.value());
  }

  @Override
  public String sentence() {
    return "Read the role, WAL position and health of " + node + ".";
  }

  @Override
  public ClusterId clusterOf(NodeState answer) {
    return answer.cluster();
  }

  @Override
  public Json.Obj answerJson(NodeState answer) {
    return KernelJson.of(answer);
  }

  @Override
  public List<Detail> mismatches(NodeState answer) {
    return Detail.ofMismatch("node", node, answer.member().node());
  }
}
