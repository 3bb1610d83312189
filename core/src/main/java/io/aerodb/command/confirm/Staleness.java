package io.aerodb.command.confirm;

import io.aerodb.command.KernelJson;
import io.aerodb.command.error.CommandError;
import io.aerodb.command.error.Detail;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.error.Execution;
import io.aerodb.command.error.Invariant;
import io.aerodb.command.explain.JudgedCheck;
import io.aerodb.command.explain.Judgement;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.MemberState;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.RequestResolution;
import io.aerodb.kernel.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether the cluster is still in the state that was explained. Cluster, epoch, primary and the target's state must be
 * equal; no check may have got worse, be new and unsatisfied, or be no longer overridable or of the same invariant if
 * it is overridden; a force must have something left to override; no unresolved request may have become one that the
 * kernel can't tell. Improvement, positions, lag and times never make a confirmation stale (CF-3).
 *
 * @since 0.1
 */
public final class Staleness {
  private final List<Detail> found = new ArrayList<>();

  private Staleness() {}

  /** What is stale, as one error with every difference; empty when nothing is. */
  public static List<CommandError> between(Judgement explained, Judgement now) {
    var staleness = new Staleness();
    staleness.compareState(explained, now);
    staleness.compareChecks(explained, now);
    staleness.compareSettled(explained.settled(), now.settled());
    return staleness.found.isEmpty() ? List.of()
        : List.of(CommandError.of(ErrorCode.CONFIRMATION_STALE, Execution.NOT_EXECUTED, staleness.found));
  }

  private void compareState(Judgement explained, Judgement now) {
    var before = explained.assessment();
    var after = now.assessment();
    compare("cluster", before.cluster().value(), after.cluster().value());
    compare("epoch", before.epoch().value(), after.epoch().value());
    compare("primary", before.primary().map(NodeId::value).orElse("none"),
        after.primary().map(NodeId::value).orElse("none"));
    compare("target state", state(before.targetState()), state(after.targetState()));
  }

  private static String state(MemberState member) {
    return member.answeredState().map(KernelJson::name).orElse("unreachable");
  }

  private void compareChecks(Judgement explained, Judgement now) {
    boolean force = explained.command().transition() == Transition.FORCED_PROMOTION;
    Map<String, Finding> before = explained.checks().stream().map(JudgedCheck::finding)
        .collect(Collectors.toMap(Finding::code, Function.identity()));
    for (JudgedCheck check : now.checks()) {
      Finding after = check.finding();
      Finding was = before.get(after.code());
      if (was == null ? check.unsatisfied() : after.verdict().compareTo(was.verdict()) > 0) {
        String then = was == null ? "no such check" : was.verdict().name();
        add(after.code(), then, after.verdict() + ": " + after.observed());
      } else if (force && check.unsatisfied() && !after.overridable()) {
        add(after.code(), "overridable", "not overridable: " + after.observed());
      } else if (force && check.unsatisfied() && was != null && !after.invariant().equals(was.invariant())) {
        add(after.code(), was.invariant().value(), after.invariant().value());
      }
    }
    if (force && now.unsatisfied().isEmpty()) {
      add("overrides", "a check that is not satisfied", "every check is satisfied");
    }
  }

  private void compareSettled(Map<String, RequestResolution> before, Map<String, RequestResolution> after) {
    after.forEach((id, word) -> {
      if (word == RequestResolution.CANNOT_TELL && before.get(id) != RequestResolution.CANNOT_TELL) {
        add(id, String.valueOf(before.get(id)), word.name());
      }
    });
  }

  private void compare(String subject, String before, String after) {
    if (!before.equals(after)) {
      add(subject, before, after);
    }
  }

  private void add(String subject, String explained, String now) {
    found.add(new Detail(subject, Invariant.P7_D2.id().value(), explained, now));
  }
}
