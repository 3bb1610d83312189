package io.aerodb.command;

import static io.aerodb.command.KernelKeys.AFTER;
import static io.aerodb.command.KernelKeys.CANNOT_BE_TOLD;
import static io.aerodb.command.KernelKeys.CODE;
import static io.aerodb.command.KernelKeys.EPOCH;
import static io.aerodb.command.KernelKeys.EPOCH_AFTER;
import static io.aerodb.command.KernelKeys.EPOCH_BEFORE;
import static io.aerodb.command.KernelKeys.EXPECTED;
import static io.aerodb.command.KernelKeys.INVARIANT;
import static io.aerodb.command.KernelKeys.LAST_TRANSITION;
import static io.aerodb.command.KernelKeys.LOCKS;
import static io.aerodb.command.KernelKeys.MAX_BYTES_READ;
import static io.aerodb.command.KernelKeys.MAX_MILLIS;
import static io.aerodb.command.KernelKeys.MAX_STATEMENTS;
import static io.aerodb.command.KernelKeys.MEMBERS;
import static io.aerodb.command.KernelKeys.MISSING_EVIDENCE;
import static io.aerodb.command.KernelKeys.NODE;
import static io.aerodb.command.KernelKeys.OBSERVED;
import static io.aerodb.command.KernelKeys.POSITION;
import static io.aerodb.command.KernelKeys.PRIMARY;
import static io.aerodb.command.KernelKeys.REQUEST;
import static io.aerodb.command.KernelKeys.SUMMARY;
import static io.aerodb.command.KernelKeys.TARGET;
import static io.aerodb.command.KernelKeys.TRANSITION;
import static io.aerodb.command.KernelKeys.UP_TO;
import static io.aerodb.command.KernelKeys.VERDICT;

import io.aerodb.audit.json.Json;
import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.DiagnosticCost;
import io.aerodb.kernel.DiagnosticReport;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.Lag;
import io.aerodb.kernel.MemberDiagnostics;
import io.aerodb.kernel.MemberSnapshots;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.MemberWal;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.NodeState;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.PromotionState;
import io.aerodb.kernel.ReplicaStatus;
import io.aerodb.kernel.ReplicationState;
import io.aerodb.kernel.ReplicationStatus;
import io.aerodb.kernel.Snapshot;
import io.aerodb.kernel.SnapshotView;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.kernel.WalPosition;
import io.aerodb.kernel.WalSegment;
import io.aerodb.kernel.WalView;
import io.aerodb.kernel.WritesAtRisk;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * What a kernel reports, as JSON: every fact, verbatim, durations in milliseconds, positions as
 * {@code sequence@byteOffset}. What could not be read says so; nothing is filled in.
 *
 * @since 0.1
 */
public final class KernelJson {
  private KernelJson() {}

  /** Such as {@code ReplicaActive} or {@code ReplicationHalted(HISTORY_DIVERGENCE)}. */
  public static String name(ReplicationState state) {
    return switch (state) {
      case ReplicationState.Disabled s -> "Disabled";
      case ReplicationState.Uninitialized s -> "Uninitialized";
      case ReplicationState.PrimaryActive s -> "PrimaryActive";
      case ReplicationState.ReplicaActive s -> "ReplicaActive";
      case ReplicationState.ReplicationHalted s -> "ReplicationHalted(" + s.reason() + ")";
    };
  }

  /** One member. */
  public static Json.Obj of(MemberState member) {
    var json = Json.object().put(NODE, member.node().value());
    return switch (member) {
      case MemberState.Reachable m ->
          json.put("state", name(m.replication())).putText("wal", m.position().map(WalPosition::toString))
              .putText("lastError", m.lastErrorCode()).build();
      case MemberState.Unreachable m -> json.put("unreachable", m.evidence()).build();
    };
  }

  public static Json.Obj of(ClusterState view) {
    return Json.object().put("cluster", view.cluster().value()).put(EPOCH, view.epoch().value())
        .put(MEMBERS, list(view.members(), KernelJson::of)).putText(PRIMARY, view.primary().map(NodeId::value))
        .build();
  }

  public static Json.Obj of(NodeState view) {
    return Json.object().put("cluster", view.cluster().value()).put(EPOCH, view.epoch().value())
        .put("member", of(view.member())).build();
  }

  public static Json.Obj of(ReplicationStatus view) {
    return Json.object().put("cluster", view.cluster().value()).put(EPOCH, view.epoch().value())
        .putText(PRIMARY, view.primary().map(NodeId::value)).put("replicas", list(view.replicas(), KernelJson::of))
        .build();
  }

  private static Json.Obj of(ReplicaStatus replica) {
    var lag = switch (replica.lag()) {
      case Lag.Known(long entries, long bytes) -> Json.object().put("bytes", bytes).put("entries", entries).build();
      case Lag.Unknown(String reason) -> Json.object().put("unknown", reason).build();
    };
    return Json.object().put("lag", lag).put("member", of(replica.member())).build();
  }

  public static Json.Obj of(PromotionState view) {
    var json = Json.object().put("cluster", view.cluster().value()).put(EPOCH, view.epoch().value()).put("phase",
        view.phase().name());
    view.ongoing().ifPresent(
        o -> json.put("ongoing", Json.object().put(REQUEST, o.requestId()).put(TARGET, o.target().value())
            .put(TRANSITION, o.transition().name()).build()));
    view.lastTransition().ifPresent(last -> json.put(LAST_TRANSITION, of(last)));
    return json.build();
  }

  public static Json.Obj of(CompletedTransition last) {
    return Json.object().put("cluster", last.cluster().value()).put(EPOCH_AFTER, last.epochAfter().value())
        .put(EPOCH_BEFORE, last.epochBefore().value()).putText(POSITION, last.position().map(WalPosition::toString))
        .put(REQUEST, last.requestId()).put(TARGET, last.target().value())
        .put(TRANSITION, last.transition().name()).build();
  }

  public static Json.Obj of(DiagnosticCost cost) {
    return Json.object().put("cluster", cost.cluster().value()).put(MEMBERS, list(cost.members(), m -> Json.object()
        .put(LOCKS, Json.Arr.ofStrings(m.locks())).put(MAX_BYTES_READ, m.maxBytesRead())
        .put(MAX_MILLIS, m.maxDuration().toMillis())
        .put(MAX_STATEMENTS, m.maxStatements()).put(NODE, m.node().value()).build()))
        .put("scope", cost.scope().name()).build();
  }

  public static Json.Obj of(DiagnosticReport view) {
    return Json.object().put("cluster", view.cluster().value()).put(EPOCH, view.epoch().value())
        .put(MEMBERS, list(view.members(), KernelJson::of)).put("scope", view.scope().name()).build();
  }

  private static Json.Obj of(MemberDiagnostics member) {
    var json = Json.object().put(NODE, member.node().value());
    switch (member) {
      case MemberDiagnostics.Collected m -> {
        var entries = Json.object();
        m.entries().forEach(entries::put);
        json.put("bytesRead", m.bytesRead()).put("completion", m.completion().name()).put("entries", entries.build())
            .put("millis", m.duration().toMillis()).put("statements", m.statements());
      }
      case MemberDiagnostics.Unreadable m -> json.put("unreadable", m.evidence());
    }
    return json.build();
  }

  public static Json.Obj of(WalView view) {
    return Json.object().put("cluster", view.cluster().value()).put(EPOCH, view.epoch().value())
        .put(MEMBERS, list(view.members(), KernelJson::of)).put("page", of(view.page())).build();
  }

  private static Json.Obj of(MemberWal member) {
    var json = Json.object().put(NODE, member.node().value());
    return switch (member) {
      case MemberWal.Readable m ->
          json.put("bytes", m.bytes()).putText("committed", m.committed().map(WalPosition::toString))
              .putText("durable", m.durable().map(WalPosition::toString))
              .putText("firstRetained", m.firstRetained().map(WalPosition::toString))
              .putText("lastCheckpoint", m.lastCheckpoint()).put("segmentCount", m.segmentCount())
              .put("segments", list(m.segments(), KernelJson::of)).build();
      case MemberWal.Unreadable m -> json.put("unreadable", m.evidence()).build();
    };
  }

  private static Json.Obj of(WalSegment segment) {
    return Json.object().put("bytes", segment.bytes()).put("first", segment.first().toString())
        .put("last", segment.last().toString())
        .put("name", segment.name()).build();
  }

  public static Json.Obj of(SnapshotView view) {
    return Json.object().put("cluster", view.cluster().value()).put(EPOCH, view.epoch().value())
        .put(MEMBERS, list(view.members(), KernelJson::of)).put("page", of(view.page())).build();
  }

  private static Json.Obj of(MemberSnapshots member) {
    var json = Json.object().put(NODE, member.node().value());
    return switch (member) {
      case MemberSnapshots.Readable m ->
          json.put("count", m.count()).put("snapshots", list(m.snapshots(), KernelJson::of)).build();
      case MemberSnapshots.Unreadable m -> json.put("unreadable", m.evidence()).build();
    };
  }

  private static Json.Obj of(Snapshot snapshot) {
    return Json.object().put("checksum", snapshot.checksum()).put("createdAt", snapshot.createdAt().toString())
        .put("id", snapshot.id())
        .put("kind", snapshot.kind().name()).put("verification", snapshot.verification().name())
        .put("wal", snapshot.position().toString()).build();
  }

  private static Json.Obj of(Page page) {
    return Json.object().put("number", page.number()).put("size", page.size()).build();
  }

  /** A rejection, verbatim. */
  public static Json.Obj of(KernelResponse.Rejected<?> rejected) {
    return Json.object().put(CODE, rejected.code()).put("invariants", invariants(rejected.invariants()))
        .put("message", rejected.message())
        .build();
  }

  /** What was sent to the kernel, but for the operator and reason that stand in every record beside it. */
  public static Json.Obj of(TransitionOrder order) {
    return Json.object().put("acknowledgedChecks", Json.Arr.ofStrings(order.acknowledgedChecks()))
        .put("cluster", order.cluster().value())
        .put("commandDigest", order.commandDigest()).put("expectedEpoch", order.expectedEpoch().value())
        .put(TARGET, order.target().value())
        .put(TRANSITION, order.transition().name()).build();
  }

  /** One check with its evidence. */
  public static Json.ObjectBuilder of(Finding finding) {
    var json = Json.object().put(CODE, finding.code()).put(EXPECTED, finding.expected())
        .put(INVARIANT, finding.invariant().value())
        .put(OBSERVED, finding.observed()).put(VERDICT, finding.verdict().name());
    return finding.missingEvidence().isEmpty() ? json : json.put(MISSING_EVIDENCE, finding.missingEvidence());
  }

  public static Json.Obj of(WritesAtRisk risk) {
    return switch (risk) {
      case WritesAtRisk.None none -> Json.object().put("none", true).build();
      case WritesAtRisk.Range(WalPosition after, WalPosition upTo) ->
          Json.object().put(AFTER, after.toString()).put(UP_TO, upTo.toString()).build();
      case WritesAtRisk.CannotBeTold(String reason) -> Json.object().put(CANNOT_BE_TOLD, reason).build();
    };
  }

  /** The state an assessment was made in, without its checks and members. */
  public static Json.Obj of(Assessment assessment) {
    var json = Json.object().put(EPOCH, assessment.epoch().value())
        .putText(PRIMARY, assessment.primary().map(NodeId::value))
        .put(SUMMARY, assessment.summary()).put(TARGET, of(assessment.targetState()));
    assessment.lastTransition().ifPresent(last -> json.put(LAST_TRANSITION, of(last)));
    return json.build();
  }

  public static Json.Arr invariants(Collection<InvariantId> ids) {
    return Json.Arr.ofStrings(ids.stream().map(InvariantId::value).toList());
  }

  private static <T> Json.Arr list(List<T> rows, Function<T, Json> row) {
    return new Json.Arr(rows.stream().map(row).toList());
  }
}
