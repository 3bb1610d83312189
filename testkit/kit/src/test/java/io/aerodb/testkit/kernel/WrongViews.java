package io.aerodb.testkit.kernel;

import static io.aerodb.testkit.kernel.KernelTestContext.ids;
import static io.aerodb.testkit.kernel.KernelTestContext.value;

import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.DiagnosticCost;
import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.DiagnosticReport;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.KernelResponse.Completed;
import io.aerodb.kernel.KernelResponse.Rejected;
import io.aerodb.kernel.Lag;
import io.aerodb.kernel.MemberDiagnostics;
import io.aerodb.kernel.MemberDiagnostics.Collected;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.NodeState;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.PromotionState;
import io.aerodb.kernel.ReplicaStatus;
import io.aerodb.kernel.ReplicationState;
import io.aerodb.kernel.ReplicationStatus;
import io.aerodb.kernel.SnapshotView;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionPhase;
import io.aerodb.kernel.Verdict;
import io.aerodb.kernel.WalView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Kernels whose views are wrong on purpose. */
final class WrongViews {
  private WrongViews() {}

  static Kernel hidesUnreadableMembers(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      public KernelResponse<ClusterState> inspectClusterState() {
        return map(real.inspectClusterState(), state -> {
          List<MemberState> shown = state.members().stream()
              .filter(m -> m instanceof MemberState.Reachable || state.primary().equals(Optional.of(m.node())))
              .toList();
          return Rebuilt.cluster(state, state.epoch(), shown);
        });
      }
    };
  }

  static Kernel losesThePrimary(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      public KernelResponse<ReplicationStatus> inspectReplicationStatus() {
        return map(real.inspectReplicationStatus(), status -> {
          if (status.primary().isEmpty()) {
            return status;
          }
          NodeId primary = status.primary().get();
          List<ReplicaStatus> rows = new ArrayList<>(status.replicas());
          rows.add(new ReplicaStatus(value(real.inspectNode(primary)).member(), new Lag.Unknown("no primary")));
          rows.sort(Comparator.comparing(row -> row.member().node()));
          return ReplicationStatus.builder().cluster(status.cluster()).epoch(status.epoch()).addAllReplicas(rows)
              .build();
        });
      }
    };
  }

  static Kernel takesUnknownLagForZero(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      public KernelResponse<ReplicationStatus> inspectReplicationStatus() {
        return map(real.inspectReplicationStatus(), status -> ReplicationStatus.builder().cluster(status.cluster())
            .epoch(status.epoch()).primary(status.primary()).addAllReplicas(status.replicas().stream()
                .map(row -> new ReplicaStatus(row.member(), row.lag() instanceof Lag.Known k ? k : new Lag.Known(0, 0)))
                .toList())
            .build());
      }
    };
  }

  static Kernel fillsInASilentReplica(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      public KernelResponse<ClusterState> inspectClusterState() {
        return map(real.inspectClusterState(), state -> Rebuilt.cluster(state, state.epoch(),
            state.members().stream().map(m -> state.primary().equals(Optional.of(m.node())) ? m : filled(m)).toList()));
      }

      private MemberState filled(MemberState member) {
        return member instanceof MemberState.Reachable ? member
            : MemberState.Reachable.builder().node(member.node()).replication(new ReplicationState.ReplicaActive())
                .build();
      }
    };
  }

  static Kernel caches(Kernel real) {
    return new ForwardingKernel(real) {
      private final Map<NodeId, KernelResponse<NodeState>> known = new HashMap<>();

      @Override
      public synchronized KernelResponse<NodeState> inspectNode(NodeId node) {
        return known.computeIfAbsent(node, real::inspectNode);
      }
    };
  }

  static Kernel ignoresCase(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      public KernelResponse<NodeState> inspectNode(NodeId node) {
        return real.inspectNode(new NodeId(node.value().toLowerCase(Locale.ROOT)));
      }
    };
  }

  static Kernel answersForAnotherNode(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      public KernelResponse<NodeState> inspectNode(NodeId node) {
        return real.inspectNode(node) instanceof Rejected ? real.inspectNode(new NodeId("a")) : real.inspectNode(node);
      }
    };
  }

  static Kernel namesAnAlias(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      public KernelResponse<PromotionState> inspectPromotionState() {
        return map(real.inspectPromotionState(), state -> PromotionState.builder().cluster(new ClusterId("kit-alias"))
            .epoch(state.epoch()).phase(state.phase()).ongoing(state.ongoing()).lastTransition(state.lastTransition())
            .build());
      }
    };
  }

  static Kernel promotesInAnInspection(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      public KernelResponse<WalView> inspectWal(Optional<NodeId> node, Page page) {
        promoteIfPossible(real);
        return real.inspectWal(node, page);
      }
    };
  }

  static Kernel promotesWhilePlanning(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      public KernelResponse<DiagnosticCost> estimate(DiagnosticScope scope) {
        promoteIfPossible(real);
        return real.estimate(scope);
      }
    };
  }

  static Kernel leavesATraceOfDiagnostics(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      public KernelResponse<DiagnosticReport> runDiagnostics(DiagnosticOrder order) {
        AuthorityEpoch none = new AuthorityEpoch("none");
        real.requestPromotion(
            Rebuilt.sneaky("trace-" + order.requestId(), cluster(), Transition.PROMOTION, new NodeId("b"), none));
        return real.runDiagnostics(order);
      }
    };
  }

  static Kernel namesNoInvariant(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      public KernelResponse<NodeState> inspectNode(NodeId node) {
        return real.inspectNode(node) instanceof Rejected<NodeState> no
            ? new Rejected<>(no.code(), no.message(), List.of()) : real.inspectNode(node);
      }
    };
  }

  static Kernel hasNoStableCode(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      public KernelResponse<NodeState> inspectNode(NodeId node) {
        return real.inspectNode(node) instanceof Rejected<NodeState> no
            ? new Rejected<>("no such node: " + node, no.message(), no.invariants()) : real.inspectNode(node);
      }
    };
  }

  static Kernel hidesWhatIsUnderWay(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      public KernelResponse<PromotionState> inspectPromotionState() {
        return map(real.inspectPromotionState(), state -> PromotionState.builder().cluster(state.cluster())
            .epoch(state.epoch()).phase(TransitionPhase.STEADY).lastTransition(state.lastTransition()).build());
      }
    };
  }

  static Kernel ignoresTheCeiling(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      public KernelResponse<DiagnosticReport> runDiagnostics(DiagnosticOrder order) {
        return real.runDiagnostics(order) instanceof Rejected<DiagnosticReport> no ? no
            : real.runDiagnostics(
                new DiagnosticOrder(order.requestId(), value(real.estimate(order.ceiling().scope()))));
      }
    };
  }

  static Kernel stopsWithoutSayingSo(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      public KernelResponse<DiagnosticReport> runDiagnostics(DiagnosticOrder order) {
        return map(real.runDiagnostics(order), report -> DiagnosticReport.builder().cluster(report.cluster())
            .epoch(report.epoch()).scope(report.scope())
            .addAllMembers(report.members().stream().map(WrongViews::complete).toList()).build());
      }
    };
  }

  static Kernel startsPagesLate(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      public KernelResponse<WalView> inspectWal(Optional<NodeId> node, Page page) {
        return map(real.inspectWal(node, new Page(page.number() + 1, page.size())),
            view -> WalView.builder().cluster(view.cluster()).epoch(view.epoch()).page(page)
                .addAllMembers(view.members()).build());
      }
    };
  }

  static Kernel refusesSnapshots(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      public KernelResponse<SnapshotView> inspectSnapshots(Optional<NodeId> node, Page page) {
        return new Rejected<>("AERO_NOT_NOW", "come back later", List.of(new InvariantId("P6-F1")));
      }
    };
  }

  static Kernel settlesMoreThanWasAsked(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      public KernelResponse<Assessment> assess(Transition transition, NodeId target,
          SortedSet<String> unresolved) {
        var more = new TreeSet<>(unresolved);
        more.add("nobody-asked");
        return real.assess(transition, target, more);
      }
    };
  }

  private static void promoteIfPossible(Kernel real) {
    ClusterState state = value(real.inspectClusterState());
    NodeId target = new NodeId("b");
    boolean possible = real.assess(Transition.PROMOTION, target, ids()) instanceof Completed<
        Assessment>(var assessment)
        && assessment.findings().stream().allMatch(f -> f.verdict() == Verdict.SATISFIED);
    if (possible) {
      value(real.requestPromotion(
          Rebuilt.sneaky("sneaky", state.cluster(), Transition.PROMOTION, target, state.epoch())));
    }
  }

  private static MemberDiagnostics complete(MemberDiagnostics member) {
    return member instanceof Collected some ? Collected.builder().node(some.node())
        .completion(MemberDiagnostics.Completion.COMPLETE).putAllEntries(some.entries()).statements(some.statements())
        .bytesRead(some.bytesRead()).duration(some.duration()).build() : member;
  }
}
