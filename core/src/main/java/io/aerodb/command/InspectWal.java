package io.aerodb.command;

import static java.util.Objects.requireNonNull;

import io.aerodb.audit.json.Json;
import io.aerodb.command.error.Detail;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.MemberWal;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.WalView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * {@code inspect_wal}: WAL metadata and boundaries, in bounded pages (CM-5.2).
 *
 * @param node the member; empty for every member, each named in the answer
 * @param page which segments
 * @since 0.1
 */
public record InspectWal(Optional<NodeId> node, Page page) implements DiagnosticCommand<WalView>, Immediate<WalView> {
  static final CommandDefinition DEFINITION =
      new CommandDefinition("inspect_wal", CommandClass.DIAGNOSTIC, ConfirmationKind.NONE,
          "Shows WAL metadata and boundaries of one member or of all.", "inspectWal", Arguments.PAGED,
          CommandDefinition.CHANGES_NOTHING,
          arguments -> new InspectWal(arguments.optional("node").map(NodeId::new), arguments.page()));

  public InspectWal {
    requireNonNull(node, "node");
    requireNonNull(page, "page");
  }

  @Override
  public CommandType type() {
    return CommandType.INSPECT_WAL;
  }

  @Override
  public Class<WalView> resultType() {
    return WalView.class;
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
    return "Read WAL metadata and boundaries of " + node.map(NodeId::value).orElse("every member") + ".";
  }

  @Override
  public ClusterId clusterOf(WalView answer) {
    return answer.cluster();
  }

  @Override
  public Json.Obj answerJson(WalView answer) {
    return KernelJson.of(answer);
  }

  @Override
  public List<Detail> mismatches(WalView answer) {
    var found = new ArrayList<>(Detail.ofMismatch("page", page, answer.page()));
    node.ifPresent(id -> found
        .addAll(Detail.ofMismatch("members", List.of(id), answer.members().stream().map(MemberWal::node).toList())));
    return found;
  }
}
