package io.aerodb.command;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.json.Json;
import io.aerodb.command.error.Detail;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.MemberSnapshots;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.SnapshotView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * {@code inspect_snapshots}: available snapshots and checkpoints, in bounded pages; what was not verified says so
 * (CM-5.3).
 *
 * @param node the member; empty for every member, each named in the answer
 * @param page which of them
 * @since 0.1
 */
public record InspectSnapshots(Optional<NodeId> node, Page page)
    implements DiagnosticCommand<SnapshotView>, Immediate<SnapshotView> {
  static final CommandDefinition DEFINITION = new CommandDefinition("inspect_snapshots", CommandClass.DIAGNOSTIC,
      ConfirmationKind.NONE,
      "Shows the snapshots and checkpoints of one member or of all.", "inspectSnapshots", Arguments.PAGED,
      CommandDefinition.CHANGES_NOTHING,
      arguments -> new InspectSnapshots(arguments.optional("node").map(NodeId::new), arguments.page()));

  public InspectSnapshots {
    requireNonNull(node, "node");
    requireNonNull(page, "page");
  }

  @Override
  public CommandType type() {
    return CommandType.INSPECT_SNAPSHOTS;
  }

  @Override
  public Class<SnapshotView> resultType() {
    return SnapshotView.class;
  }

  @Override
  public Optional<NodeId> target() {
    return node;
  }

  @Override
  public SortedMap<String, List<String>> arguments() {
    return Arguments.of(node, page);
  }

  @Override
  public String sentence() {
    return "Read the snapshots and checkpoints of " + node.map(NodeId::value).orElse("every member") + ".";
  }

  @Override
  public ClusterId clusterOf(SnapshotView answer) {
    return answer.cluster();
  }

  @Override
  public Json.Obj answerJson(SnapshotView answer) {
    return KernelJson.of(answer);
  }

  @Override
  public List<Detail> mismatches(SnapshotView answer) {
    var found = new ArrayList<>(Detail.ofMismatch("page", page, answer.page()));
    node.ifPresent(id -> found
        .addAll(
            Detail.ofMismatch("members", List.of(id), answer.members().stream().map(MemberSnapshots::node).toList())));
    return found;
  }
}
