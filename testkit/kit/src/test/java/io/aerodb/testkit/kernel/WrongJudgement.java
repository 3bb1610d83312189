package io.aerodb.testkit.kernel;

import static io.aerodb.testkit.kernel.KernelTestContext.ids;

import io.aerodb.kernel.Assessment;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.KernelResponse.Completed;
import io.aerodb.kernel.KernelResponse.Rejected;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.RequestResolution;
import io.aerodb.kernel.RoleAfter;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.kernel.Verdict;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Kernels that judge wrongly on purpose. */
final class WrongJudgement {
  private WrongJudgement() {}

  /** A kernel that changes every assessment. */
  private static class Judging extends ForwardingKernel {
    private final UnaryOperator<Assessment> change;

    Judging(Kernel real, UnaryOperator<Assessment> change) {
      super(real);
      this.change = change;
    }

    @Override
    public KernelResponse<Assessment> assess(Transition transition, NodeId target, SortedSet<String> unresolved) {
      return map(real.assess(transition, target, unresolved), change);
    }
  }

  private static Kernel finding(Kernel real, UnaryOperator<Finding> change) {
    return new Judging(real, old -> Rebuilt.findings(old, old.findings().stream().map(change).toList()));
  }

  private static Kernel settling(Kernel real, BiFunction<Assessment, RequestResolution, RequestResolution> change) {
    return new Judging(real, old -> {
      Map<String, RequestResolution> words = new TreeMap<>(old.settled());
      words.replaceAll((id, word) -> change.apply(old, word));
      return Rebuilt.settled(old, words);
    });
  }

  static Kernel judgesInTurns(Kernel real) {
    boolean[] turn = new boolean[1];
    return new Judging(real, old -> {
      turn[0] = !turn[0];
      return turn[0] ? old : Rebuilt.findings(old, old.findings().reversed());
    });
  }

  static Kernel omitsARequiredCheck(Kernel real) {
    return new Judging(real, old -> Rebuilt.findings(old, old.findings().stream()
        .filter(f -> f.verdict() != Verdict.SATISFIED || !f.invariant().value().equals("P6-S2")).toList()));
  }

  static Kernel takesSilenceForAbsence(Kernel real) {
    return finding(real, f -> f.verdict() == Verdict.UNPROVABLE
        ? Rebuilt.finding(f, Verdict.SATISFIED, false, Optional.empty()) : f);
  }

  static Kernel doesNotSayWhatIsMissing(Kernel real) {
    return finding(real, f -> Rebuilt.finding(f, f.verdict(), f.overridable(), Optional.empty()));
  }

  static Kernel callsAnythingOverridable(Kernel real) {
    return finding(real, f -> f.verdict() == Verdict.VIOLATED
        ? Rebuilt.finding(f, f.verdict(), true, Optional.of(f.missingEvidence())) : f);
  }

  static Kernel judgesWhatMakesNoSense(Kernel real) {
    return new ForwardingKernel(real) {
      @Override
      public KernelResponse<Assessment> assess(Transition transition, NodeId target, SortedSet<String> unresolved) {
        KernelResponse<Assessment> answer = real.assess(transition, target, unresolved);
        return answer instanceof Rejected<Assessment> no && no.code().equals("AERO_PROMOTION_TARGET_IS_PRIMARY")
            ? map(real.assess(Transition.DEMOTION, target, unresolved), a -> Rebuilt.transition(a, transition))
            : answer;
      }
    };
  }

  static Kernel foretellsThatNothingChanges(Kernel real) {
    return new Judging(real, old -> {
      Map<NodeId, RoleAfter> roles = new TreeMap<>();
      for (MemberState member : old.members()) {
        roles.put(member.node(), member.answeredState().<RoleAfter>map(RoleAfter.Becomes::new)
            .orElseGet(() -> new RoleAfter.CannotBeTold("no answer")));
      }
      return Rebuilt.roles(old, roles);
    });
  }

  static Kernel takesNoTraceForNotExecuted(Kernel real) {
    return settling(real,
        (assessment, word) -> word == RequestResolution.CANNOT_TELL ? RequestResolution.NOT_EXECUTED : word);
  }

  static Kernel guessesWhatItCannotRead(Kernel real) {
    return settling(real,
        (assessment, word) -> word == RequestResolution.CANNOT_TELL && assessment.lastTransition().isPresent()
            ? RequestResolution.NOT_EXECUTED : word);
  }

  static Kernel settlesEverythingAsExecuted(Kernel real) {
    return settling(real,
        (assessment, word) -> word == RequestResolution.NOT_EXECUTED ? RequestResolution.EXECUTED : word);
  }

  /** Knows only what it did itself: its evidence is in memory. */
  static Kernel remembersInMemory(Kernel real) {
    Set<String> done = new HashSet<>();
    return new ForwardingKernel(real) {
      @Override
      KernelResponse<CompletedTransition> give(TransitionOrder order) {
        KernelResponse<CompletedTransition> answer = super.give(order);
        synchronized (done) {
          done.add(order.requestId());
        }
        return answer;
      }

      @Override
      public KernelResponse<Assessment> assess(Transition transition, NodeId target, SortedSet<String> unresolved) {
        return map(real.assess(transition, target, unresolved), old -> {
          Map<String, RequestResolution> words = new TreeMap<>(old.settled());
          words.replaceAll((id, word) -> done.contains(id) ? word : RequestResolution.CANNOT_TELL);
          return Rebuilt.settled(old, words);
        });
      }
    };
  }

  /** Codes of the checks that a force of the target may lift; none when it makes no sense. */
  static Set<String> overridable(Kernel real, NodeId target) {
    Set<String> codes = new TreeSet<>();
    if (real.assess(Transition.FORCED_PROMOTION, target, ids()) instanceof Completed<Assessment>(var now)) {
      now.findings().stream().filter(Finding::overridable).map(Finding::code).forEach(codes::add);
    }
    return codes;
  }
}
