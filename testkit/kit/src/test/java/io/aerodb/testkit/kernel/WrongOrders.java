package io.aerodb.testkit.kernel;

import static io.aerodb.testkit.kernel.KernelTestContext.ids;
import static io.aerodb.testkit.kernel.KernelTestContext.value;

import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.ClusterState;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.KernelResponse.Completed;
import io.aerodb.kernel.KernelResponse.Rejected;
import io.aerodb.kernel.KernelUnavailableException;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.PromotionState;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Kernels that carry out orders wrongly on purpose. */
final class WrongOrders {
  private WrongOrders() {}

  private static Kernel before(Kernel real, UnaryOperator<TransitionOrder> change) {
    return new ForwardingKernel(real) {
      @Override
      KernelResponse<CompletedTransition> give(TransitionOrder order) {
        return super.give(change.apply(order));
      }
    };
  }

  private static Kernel after(Kernel real,
      BiFunction<TransitionOrder, KernelResponse<CompletedTransition>, KernelResponse<CompletedTransition>> change) {
    return new ForwardingKernel(real) {
      @Override
      KernelResponse<CompletedTransition> give(TransitionOrder order) {
        return change.apply(order, super.give(order));
      }
    };
  }

  static Kernel ignoresTheCluster(Kernel real) {
    return before(real, order -> Rebuilt.order(order, real.cluster()));
  }

  static Kernel ignoresTheEpoch(Kernel real) {
    return before(real, order -> Rebuilt.order(order, value(real.inspectClusterState()).epoch()));
  }

  static Kernel trustsTheAssessment(Kernel real) {
    return after(real, (order, answer) -> order.transition() == Transition.PROMOTION
        && answer instanceof Rejected<CompletedTransition> no && no.code().equals("AERO_PROMOTION_REPLICA_BEHIND_WAL")
            ? new Completed<>(Rebuilt.madeUp(order)) : answer);
  }

  static Kernel forcesPastLostWrites(Kernel real) {
    return after(real, (order, answer) -> order.transition() == Transition.FORCED_PROMOTION
        && answer instanceof Rejected<CompletedTransition> no && no.code().equals("AERO_PROMOTION_REPLICA_BEHIND_WAL")
        && no.message().contains("VIOLATED") ? new Completed<>(Rebuilt.madeUp(order)) : answer);
  }

  static Kernel forcesBesideThePrimary(Kernel real) {
    return after(real, (order, answer) -> order.transition() == Transition.FORCED_PROMOTION
        && value(real.inspectClusterState()).members().stream().filter(MemberState.Reachable.class::isInstance)
            .count() == 3
                ? new Completed<>(Rebuilt.madeUp(order)) : answer);
  }

  static Kernel liftsWhatWasNotAcknowledged(Kernel real) {
    return before(real, order -> {
      if (order.transition() != Transition.FORCED_PROMOTION) {
        return order;
      }
      Set<String> all = new TreeSet<>(order.acknowledgedChecks());
      all.addAll(WrongJudgement.overridable(real, order.target()));
      return Rebuilt.order(order, all);
    });
  }

  static Kernel liftsNothing(Kernel real) {
    return before(real, order -> order.transition() == Transition.FORCED_PROMOTION
        ? Rebuilt.order(order, Set.of("AERO_PROMOTION_REPLICATION_DISABLED")) : order);
  }

  static Kernel liftsAllForOne(Kernel real) {
    return before(real, order -> {
      Set<String> may = order.transition() == Transition.FORCED_PROMOTION
          ? WrongJudgement.overridable(real, order.target()) : Set.of();
      return order.acknowledgedChecks().stream().anyMatch(may::contains) ? Rebuilt.order(order, may) : order;
    });
  }

  /** Promotes, and then once more. */
  static Kernel actsTwice(Kernel real) {
    return after(real, (order, answer) -> {
      if (order.transition() == Transition.PROMOTION && answer instanceof Completed<CompletedTransition>(var done)) {
        CompletedTransition demoted = value(real.requestDemotion(Rebuilt.sneaky(order.requestId() + "-down",
            order.cluster(), Transition.DEMOTION, order.target(), done.epochAfter())));
        real.requestPromotion(Rebuilt.sneaky(order.requestId() + "-up", order.cluster(), Transition.PROMOTION,
            order.target(), demoted.epochAfter()));
      }
      return answer;
    });
  }

  static Kernel saysDoneWithoutActing(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      KernelResponse<CompletedTransition> give(TransitionOrder order) {
        boolean legal = order.transition() == Transition.DEMOTION && order.cluster().equals(real.cluster())
            && real.assess(Transition.DEMOTION, order.target(), ids()) instanceof Completed<Assessment>(var now)
            && now.epoch().equals(order.expectedEpoch());
        return legal ? new Completed<>(Rebuilt.madeUp(order)) : super.give(order);
      }
    };
  }

  static Kernel namesAnotherTarget(Kernel real) {
    NodeId c = new NodeId("c");
    return after(real, (order, answer) -> ForwardingKernel.map(answer,
        done -> Rebuilt.target(done, order.target().equals(c) ? new NodeId("b") : c)));
  }

  static Kernel forgetsTheFinalPosition(Kernel real) {
    return after(real, (order, answer) -> order.transition() == Transition.DEMOTION
        ? ForwardingKernel.map(answer, Rebuilt::withoutPosition) : answer);
  }

  static Kernel takesAnOrderFromAnyMethod(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      public KernelResponse<CompletedTransition> forcePromotion(TransitionOrder order) {
        return KernelTestContext.give(real, order);
      }
    };
  }

  static Kernel forgetsRequests(Kernel real) {
    Map<String, Integer> seen = new HashMap<>();
    return before(real, order -> {
      synchronized (seen) {
        int times = seen.merge(order.requestId(), 1, Integer::sum);
        return times == 1 ? order : Rebuilt.order(order, order.requestId() + "-" + times, order.commandDigest());
      }
    });
  }

  static Kernel ignoresTheDigest(Kernel real) {
    Map<String, String> first = new HashMap<>();
    return before(real, order -> {
      synchronized (first) {
        first.putIfAbsent(order.requestId(), order.commandDigest());
        return Rebuilt.order(order, order.requestId(), first.get(order.requestId()));
      }
    });
  }

  static Kernel guessesRefused(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      KernelResponse<CompletedTransition> give(TransitionOrder order) {
        try {
          return super.give(order);
        } catch (RuntimeException e) {
          if (String.valueOf(e.getMessage()).contains("is being carried out")) {
            throw e;
          }
          return new Rejected<>("AERO_FAILED", "it failed", List.of(new InvariantId("P6-F1")));
        }
      }
    };
  }

  /** Answers whoever lost the race as if it had won. */
  static Kernel letsEverybodyWin(Kernel real) {
    return after(real, (order, answer) -> {
      boolean lost = answer instanceof Rejected<CompletedTransition> no
          && (no.code().equals("AERO_PROMOTION_ALREADY_IN_PROGRESS")
              || (no.code().equals("AERO_AUTHORITY_EPOCH_CHANGED") && value(real.inspectPromotionState())
                  .lastTransition().filter(won -> won.epochBefore().equals(order.expectedEpoch())).isPresent()));
      return lost ? new Completed<>(Rebuilt.madeUp(order)) : answer;
    });
  }

  static Kernel demotesOnClose(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      public void close() {
        ClusterState state = value(real.inspectClusterState());
        state.primary().ifPresent(primary -> real.requestDemotion(
            Rebuilt.sneaky("on-close", state.cluster(), Transition.DEMOTION, primary, state.epoch())));
      }
    };
  }

  static Kernel throwsOnTheSecondClose(Kernel real) {
    boolean[] closed = new boolean[1];
    return new ForwardingKernel(real) {
      @Override
      public void close() {
        if (closed[0]) {
          throw new IllegalStateException("closed already");
        }
        closed[0] = true;
        real.close();
      }
    };
  }

  /** Waits for an answer that never comes. */
  static Kernel hangs(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      KernelResponse<CompletedTransition> give(TransitionOrder order) {
        try {
          return super.give(order);
        } catch (KernelUnavailableException e) {
          throw hang(e);
        }
      }

      @Override
      public KernelResponse<PromotionState> inspectPromotionState() {
        try {
          return real.inspectPromotionState();
        } catch (KernelUnavailableException e) {
          throw hang(e);
        }
      }

      private RuntimeException hang(KernelUnavailableException e) {
        try {
          if (String.valueOf(e.getMessage()).contains("call bound")) {
            new CountDownLatch(1).await();
          }
          return e;
        } catch (InterruptedException released) {
          return e;
        }
      }
    };
  }

  /** The epoch tells who is primary, so that it returns when authority does. */
  static Kernel reusesEpochs(Kernel real) {
    return epochs(real, state -> new AuthorityEpoch(state.epoch().value().replace("epoch-3", "epoch-1")));
  }

  static Kernel countsWritesIntoTheEpoch(Kernel real) {
    return epochs(real, state -> state.members().stream().anyMatch(
        m -> m instanceof MemberState.Reachable r && r.position().filter(p -> p.sequence() > 200).isPresent())
            ? new AuthorityEpoch(state.epoch() + "+200") : state.epoch());
  }

  /** Shows another epoch in the cluster state, and takes it back in orders. */
  private static Kernel epochs(Kernel real, Function<ClusterState, AuthorityEpoch> shown) {
    return new ForwardingKernel(real) {
      @Override
      public KernelResponse<ClusterState> inspectClusterState() {
        return map(real.inspectClusterState(), state -> Rebuilt.cluster(state, shown.apply(state), state.members()));
      }

      @Override
      KernelResponse<CompletedTransition> give(TransitionOrder order) {
        ClusterState state;
        try {
          state = value(real.inspectClusterState());
        } catch (RuntimeException e) {
          return super.give(order);
        }
        return super.give(order.expectedEpoch().equals(shown.apply(state)) ? Rebuilt.order(order, state.epoch())
            : order);
      }
    };
  }

  static Kernel deniesByThrowing(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      KernelResponse<CompletedTransition> give(TransitionOrder order) {
        if (order.transition() == Transition.DEMOTION) {
          throw new UnsupportedOperationException("no demotions");
        }
        return super.give(order);
      }
    };
  }
}
