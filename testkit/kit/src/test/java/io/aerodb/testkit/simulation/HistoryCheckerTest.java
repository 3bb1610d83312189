package io.aerodb.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Transition;
import io.aerodb.testkit.simulation.HistoryEvent.Answered;
import io.aerodb.testkit.simulation.HistoryEvent.Asked;
import io.aerodb.testkit.simulation.HistoryEvent.Confirmed;
import io.aerodb.testkit.simulation.HistoryEvent.Executed;
import io.aerodb.testkit.simulation.HistoryEvent.Ordered;
import io.aerodb.testkit.simulation.HistoryEvent.Proposed;
import io.aerodb.testkit.simulation.HistoryEvent.Said;
import io.aerodb.testkit.simulation.HistoryEvent.Told;
import io.aerodb.testkit.simulation.HistoryEvent.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a history may not hold. Each test is a lie that somebody could be told. */
class HistoryCheckerTest {
  private static final NodeId A = new NodeId("a");
  private static final NodeId B = new NodeId("b");
  /** Call 1 asks for b to be promoted and is answered; call 2 says yes. */
  private static final List<HistoryEvent> YES = List.of(new Asked(1, "r-1", Transition.PROMOTION, B), new Proposed(1),
      new Confirmed(2, 1));
  private static final HistoryEvent ORDERED = new Ordered("r-1", Transition.PROMOTION, B);
  private static final HistoryEvent EXECUTED = executed("r-1", Transition.PROMOTION, B);

  @Test
  @DisplayName("what happened and is said to have happened is sound, and so is a call that died without an answer")
  void what_happened_is_sound() {
    assertThat(broken(ORDERED, EXECUTED, told(Word.DONE), answered(2, Said.EXECUTED))).isEmpty();
    assertThat(broken(ORDERED, told(Word.REFUSED), answered(2, Said.NOT_EXECUTED))).isEmpty();
    assertThat(broken(ORDERED, EXECUTED, told(Word.NOTHING), answered(2, Said.UNKNOWN))).isEmpty();
    assertThat(broken(ORDERED, told(Word.NOTHING), answered(2, Said.UNKNOWN), EXECUTED)).as("late").isEmpty();
    assertThat(broken(ORDERED, EXECUTED, told(Word.DONE))).isEmpty();
    assertThat(broken(answered(2, Said.NOT_EXECUTED), new Confirmed(3, 1), answered(3, Said.CALL_REFUSED))).isEmpty();
  }

  @Test
  void an_order_is_given_once() {
    assertThat(broken(ORDERED, told(Word.REFUSED), ORDERED)).contains("the kernel was called a second time for r-1");
  }

  @Test
  void a_request_is_executed_once() {
    assertThat(broken(ORDERED, EXECUTED, EXECUTED)).contains("r-1 was executed a second time");
  }

  @Test
  @DisplayName("nothing is ordered or executed but what was asked for, shown and answered")
  void nothing_else_is_ordered() {
    var noYes = YES.subList(0, 2);

    assertThat(broken(noYes, ORDERED)).hasValueSatisfying(how -> assertThat(how).contains("nothing that somebody"));
    assertThat(broken(new Ordered("r-1", Transition.PROMOTION, A))).isPresent();
    assertThat(broken(new Ordered("r-1", Transition.FORCED_PROMOTION, B))).isPresent();
    assertThat(broken(new Ordered("r-2", Transition.PROMOTION, B))).isPresent();
    assertThat(broken(ORDERED, executed("r-1", Transition.PROMOTION, A))).isPresent();
    assertThat(broken(ORDERED, executed("r-2", Transition.DEMOTION, B))).isPresent();
    assertThat(broken(EXECUTED)).as("before it was ordered").isPresent();
    assertThat(broken(new Confirmed(3, 7))).contains("call 3 could answer 7, which was never proposed");
  }

  @Test
  void success_is_not_said_of_what_did_not_happen_or_what_the_kernel_did_not_say() {
    assertThat(broken(ORDERED, told(Word.DONE), answered(2, Said.EXECUTED)))
        .contains("r-1 is said to be executed and was not");
    assertThat(broken(ORDERED, EXECUTED, told(Word.NOTHING), answered(2, Said.EXECUTED)))
        .contains("r-1 is said to be executed, which the kernel did not say");
    assertThat(broken(List.of(YES.getFirst()), answered(1, Said.EXECUTED)))
        .contains("call 1 was answered EXECUTED and nobody had said yes to it");
  }

  @Test
  @DisplayName("no is not said of what happened, may have happened, or happens later")
  void no_is_not_said_too_early() {
    assertThat(broken(ORDERED, EXECUTED, told(Word.REFUSED), answered(2, Said.NOT_EXECUTED)))
        .contains("r-1 was executed and is said not to be");
    assertThat(broken(ORDERED, told(Word.NOTHING), answered(2, Said.NOT_EXECUTED)))
        .contains("r-1 is said not to be executed, which the kernel did not say");
    assertThat(broken(ORDERED, told(Word.REFUSED), answered(2, Said.NOT_EXECUTED), EXECUTED))
        .contains("r-1 was executed and is said not to be");
    assertThat(broken(answered(2, Said.NOT_EXECUTED), ORDERED))
        .contains("r-1 was ordered and is said not to be executed");
  }

  @ParameterizedTest
  @EnumSource(value = Word.class, names = "NOTHING", mode = EnumSource.Mode.EXCLUDE)
  void unknown_is_not_said_when_the_kernel_said_it(Word word) {
    assertThat(broken(ORDERED, told(word), answered(2, Said.UNKNOWN)))
        .contains("r-1 is said to be unknown although the kernel said " + word);
  }

  @Test
  void unknown_is_not_said_when_the_kernel_was_never_asked() {
    assertThat(broken(answered(2, Said.UNKNOWN)))
        .contains("r-1 is said to be unknown although the kernel was never asked");
  }

  private static Executed executed(String request, Transition transition, NodeId target) {
    return new Executed(new Execution(request, transition, target));
  }

  private static HistoryEvent told(Word word) {
    return new Told("r-1", word);
  }

  private static HistoryEvent answered(int call, Said said) {
    return new Answered(call, said);
  }

  private static Optional<String> broken(HistoryEvent... then) {
    return broken(YES, then);
  }

  private static Optional<String> broken(List<HistoryEvent> before, HistoryEvent... then) {
    var checker = new HistoryChecker();
    return Stream.concat(before.stream(), Stream.of(then)).map(checker::take).flatMap(Optional::stream).findFirst();
  }
}
