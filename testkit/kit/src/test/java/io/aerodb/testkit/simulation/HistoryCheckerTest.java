package io.aerodb.testkit.simulation;

import static io.aerodb.testkit.simulation.HistoryEvent.KernelAnswer.DONE;
import static io.aerodb.testkit.simulation.HistoryEvent.KernelAnswer.NOTHING;
import static io.aerodb.testkit.simulation.HistoryEvent.KernelAnswer.REFUSED;
import static io.aerodb.testkit.simulation.HistoryEvent.ReportedOutcome.CALL_REFUSED;
import static io.aerodb.testkit.simulation.HistoryEvent.ReportedOutcome.EXECUTED;
import static io.aerodb.testkit.simulation.HistoryEvent.ReportedOutcome.NOT_EXECUTED;
import static io.aerodb.testkit.simulation.HistoryEvent.ReportedOutcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Transition;
import io.aerodb.testkit.simulation.HistoryEvent.Answered;
import io.aerodb.testkit.simulation.HistoryEvent.Confirmed;
import io.aerodb.testkit.simulation.HistoryEvent.Executed;
import io.aerodb.testkit.simulation.HistoryEvent.KernelAnswer;
import io.aerodb.testkit.simulation.HistoryEvent.KernelAnswered;
import io.aerodb.testkit.simulation.HistoryEvent.Ordered;
import io.aerodb.testkit.simulation.HistoryEvent.ProposalRequested;
import io.aerodb.testkit.simulation.HistoryEvent.Proposed;
import io.aerodb.testkit.simulation.HistoryEvent.ReportedOutcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests what a history may hold, and that each lie in one is found. */
class HistoryCheckerTest {
  private static final NodeId A = new NodeId("a");
  private static final NodeId B = new NodeId("b");
  /** Call 1 asks for b to be promoted and is answered; call 2 says yes. */
  private static final List<HistoryEvent> YES =
      List.of(new ProposalRequested(1, "r-1", Transition.PROMOTION, B), new Proposed(1),
          new Confirmed(2, 1));
  private static final HistoryEvent ORDER = new Ordered("r-1", Transition.PROMOTION, B);
  private static final HistoryEvent EXECUTION = executed("r-1", Transition.PROMOTION, B);

  @Test
  @DisplayName("what happened and is said to have happened is sound, and so is a call that died without an answer")
  void what_happened_is_sound() {
    assertThat(broken(ORDER, EXECUTION, kernelSaid(DONE), answered(2, EXECUTED))).isEmpty();
    assertThat(broken(ORDER, kernelSaid(REFUSED), answered(2, NOT_EXECUTED))).isEmpty();
    assertThat(broken(ORDER, EXECUTION, kernelSaid(NOTHING), answered(2, UNKNOWN))).isEmpty();
    assertThat(broken(ORDER, kernelSaid(NOTHING), answered(2, UNKNOWN), EXECUTION)).as("late").isEmpty();
    assertThat(broken(ORDER, EXECUTION, kernelSaid(DONE))).isEmpty();
    assertThat(broken(answered(2, NOT_EXECUTED), new Confirmed(3, 1), answered(3, CALL_REFUSED))).isEmpty();
  }

  @Test
  void an_order_is_given_once() {
    assertThat(broken(ORDER, kernelSaid(REFUSED), ORDER)).contains("the kernel was called a second time for r-1");
  }

  @Test
  void a_request_is_executed_once() {
    assertThat(broken(ORDER, EXECUTION, EXECUTION)).contains("r-1 was executed a second time");
  }

  @Test
  @DisplayName("nothing is ordered or executed but what was asked for, shown and answered")
  void nothing_else_is_ordered() {
    var noYes = YES.subList(0, 2);

    assertThat(broken(noYes, ORDER)).hasValueSatisfying(how -> assertThat(how).contains("nothing that somebody"));
    assertThat(broken(new Ordered("r-1", Transition.PROMOTION, A))).isPresent();
    assertThat(broken(new Ordered("r-1", Transition.FORCED_PROMOTION, B))).isPresent();
    assertThat(broken(new Ordered("r-2", Transition.PROMOTION, B))).isPresent();
    assertThat(broken(ORDER, executed("r-1", Transition.PROMOTION, A))).isPresent();
    assertThat(broken(ORDER, executed("r-2", Transition.DEMOTION, B))).isPresent();
    assertThat(broken(EXECUTION)).as("before it was ordered").isPresent();
    assertThat(broken(new Confirmed(3, 7))).contains("call 3 could answer 7, which was never proposed");
  }

  @Test
  void success_is_not_said_of_what_did_not_happen_or_what_the_kernel_did_not_say() {
    assertThat(broken(ORDER, kernelSaid(DONE), answered(2, EXECUTED)))
        .contains("r-1 is said to be executed and was not");
    assertThat(broken(ORDER, EXECUTION, kernelSaid(NOTHING), answered(2, EXECUTED)))
        .contains("r-1 is said to be executed, which the kernel did not say");
    assertThat(broken(List.of(YES.getFirst()), answered(1, EXECUTED)))
        .contains("call 1 was answered EXECUTED and nobody had said yes to it");
  }

  @Test
  @DisplayName("no is not said of what happened, may have happened, or happens later")
  void no_is_not_said_too_early() {
    assertThat(broken(ORDER, EXECUTION, kernelSaid(REFUSED), answered(2, NOT_EXECUTED)))
        .contains("r-1 was executed and is said not to be");
    assertThat(broken(ORDER, kernelSaid(NOTHING), answered(2, NOT_EXECUTED)))
        .contains("r-1 is said not to be executed, which the kernel did not say");
    assertThat(broken(ORDER, kernelSaid(REFUSED), answered(2, NOT_EXECUTED), EXECUTION))
        .contains("r-1 was executed and is said not to be");
    assertThat(broken(answered(2, NOT_EXECUTED), ORDER))
        .contains("r-1 was ordered and is said not to be executed");
  }

  @ParameterizedTest
  @EnumSource(value = KernelAnswer.class, names = "NOTHING", mode = EnumSource.Mode.EXCLUDE)
  void unknown_is_not_said_when_the_kernel_said_it(KernelAnswer answer) {
    assertThat(broken(ORDER, kernelSaid(answer), answered(2, UNKNOWN)))
        .contains("r-1 is said to be unknown although the kernel said " + answer);
  }

  @Test
  void unknown_is_not_said_when_the_kernel_was_never_asked() {
    assertThat(broken(answered(2, UNKNOWN)))
        .contains("r-1 is said to be unknown although the kernel was never asked");
  }

  private static Executed executed(String request, Transition transition, NodeId target) {
    return new Executed(new AuthorityChange(request, transition, target));
  }

  private static HistoryEvent kernelSaid(KernelAnswer answer) {
    return new KernelAnswered("r-1", answer);
  }

  private static HistoryEvent answered(int call, ReportedOutcome outcome) {
    return new Answered(call, outcome);
  }

  private static Optional<String> broken(HistoryEvent... then) {
    return broken(YES, then);
  }

  private static Optional<String> broken(List<HistoryEvent> before, HistoryEvent... then) {
    var checker = new HistoryChecker();
    return Stream.concat(before.stream(), Stream.of(then)).map(checker::take).flatMap(Optional::stream).findFirst();
  }
}
