package io.aerodb.testkit.simulation;

import io.aerodb.testkit.simulation.HistoryEvent.Answered;
import io.aerodb.testkit.simulation.HistoryEvent.Confirmed;
import io.aerodb.testkit.simulation.HistoryEvent.Executed;
import io.aerodb.testkit.simulation.HistoryEvent.KernelAnswer;
import io.aerodb.testkit.simulation.HistoryEvent.KernelAnswered;
import io.aerodb.testkit.simulation.HistoryEvent.Ordered;
import io.aerodb.testkit.simulation.HistoryEvent.ProposalRequested;
import io.aerodb.testkit.simulation.HistoryEvent.Proposed;
import io.aerodb.testkit.simulation.HistoryEvent.ReportedOutcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a history, event by event, by what was asked, what was answered and what the kernel did; it knows no plane, no
 * log and no record. Of any history it demands:
 *
 * <ul>
 * <li>A request is ordered of the kernel at most once, and executed at most once (P7-F3).
 * <li>Only what was asked for, shown and answered is ordered and executed, and nothing else than that (P7-E1, CF-1).
 * <li>EXECUTED is said only after it happened and the kernel said so, NOT_EXECUTED only of what did not happen and
 * never does (ER-5, P7-E2).
 * <li>UNKNOWN is said whenever an order was given and no fact came back, and never else (P7-E2).
 * </ul>
 *
 * <p>Not thread-safe.
 *
 * @since 0.1
 */
public final class HistoryChecker {
  private final Map<Integer, ProposalRequested> asks = new HashMap<>();
  private final Map<Integer, Integer> confirmations = new HashMap<>();
  private final Set<Integer> proposed = new HashSet<>();
  private final Map<String, RequestFacts> requests = new HashMap<>();

  /** A checker that has seen nothing yet. */
  public HistoryChecker() {}

  /** What is known so far of a request. */
  private static final class RequestFacts {
    private Optional<Ordered> ordered = Optional.empty();
    private Optional<KernelAnswer> kernelAnswer = Optional.empty();
    private boolean executed;
    private boolean denied;
  }

  /**
   * Takes the next event in.
   *
   * @return what it breaks, in words
   */
  public Optional<String> take(HistoryEvent event) {
    return switch (event) {
      case ProposalRequested ask -> {
        asks.put(ask.call(), ask);
        yield Optional.empty();
      }
      case Proposed(int call) -> {
        proposed.add(call);
        yield Optional.empty();
      }
      case Confirmed(int call, int asked) -> {
        confirmations.put(call, asked);
        yield breaks(!proposed.contains(asked),
            "call " + call + " could answer " + asked + ", which was never proposed");
      }
      case Ordered order -> ordered(order);
      case KernelAnswered(String id, KernelAnswer answer) -> {
        request(id).kernelAnswer = Optional.of(answer);
        yield Optional.empty();
      }
      case Executed(AuthorityChange change) -> executed(change);
      case Answered(int call, ReportedOutcome outcome) -> answered(call, outcome);
    };
  }

  /** How often the kernel executed that request: never or once, or {@link #take} said so. */
  public boolean executed(String requestId) {
    return request(requestId).executed;
  }

  private RequestFacts request(String id) {
    return requests.computeIfAbsent(id, any -> new RequestFacts());
  }

  private Optional<String> ordered(Ordered order) {
    RequestFacts request = request(order.requestId());
    Optional<String> broken = first(
        breaks(request.ordered.isPresent(), "the kernel was called a second time for " + order.requestId()),
        breaks(request.denied, order.requestId() + " was ordered and is said not to be executed"),
        breaks(!saidYesTo(order), order + " is nothing that somebody asked for, was shown and answered"));
    request.ordered = Optional.of(order);
    return broken;
  }

  private boolean saidYesTo(Ordered order) {
    var asked = asks.values().stream().filter(ask -> proposed.contains(ask.call()))
        .filter(ask -> new Ordered(ask.requestId(), ask.transition(), ask.target()).equals(order))
        .map(ProposalRequested::call);
    return asked.anyMatch(confirmations.values()::contains);
  }

  private Optional<String> executed(AuthorityChange change) {
    RequestFacts request = request(change.requestId());
    var same = new Ordered(change.requestId(), change.transition(), change.target());
    Optional<String> broken = first(
        breaks(request.executed, change.requestId() + " was executed a second time"),
        breaks(!request.ordered.equals(Optional.of(same)), change + " was executed and not ordered"),
        breaks(request.denied, change.requestId() + " was executed and is said not to be"));
    request.executed = true;
    return broken;
  }

  private Optional<String> answered(int call, ReportedOutcome outcome) {
    Optional<ProposalRequested> confirmed = Optional.ofNullable(confirmations.get(call)).map(asks::get);
    if (confirmed.isEmpty()) {
      return breaks(outcome == ReportedOutcome.EXECUTED || outcome == ReportedOutcome.UNKNOWN,
          "call " + call + " was answered " + outcome + " and nobody had said yes to it");
    }
    String id = confirmed.get().requestId();
    RequestFacts request = request(id);
    return switch (outcome) {
      case EXECUTED -> first(breaks(!request.executed, id + " is said to be executed and was not"),
          breaks(!request.kernelAnswer.equals(Optional.of(KernelAnswer.DONE)),
              id + " is said to be executed, which the kernel did not say"));
      case NOT_EXECUTED -> {
        request.denied = true;
        yield first(breaks(request.executed, id + " was executed and is said not to be"),
            breaks(request.ordered.isPresent() && !request.kernelAnswer.equals(Optional.of(KernelAnswer.REFUSED)),
                id + " is said not to be executed, which the kernel did not say"));
      }
      case UNKNOWN -> breaks(!request.kernelAnswer.equals(Optional.of(KernelAnswer.NOTHING)),
          id + " is said to be unknown although the kernel " + request.kernelAnswer.map(answer -> "said " + answer)
              .orElse("was never asked"));
      case CALL_REFUSED -> Optional.empty();
    };
  }

  private static Optional<String> breaks(boolean broken, String how) {
    return broken ? Optional.of(how) : Optional.empty();
  }

  @SafeVarargs
  private static Optional<String> first(Optional<String>... all) {
    for (Optional<String> each : all) {
      if (each.isPresent()) {
        return each;
      }
    }
    return Optional.empty();
  }
}
