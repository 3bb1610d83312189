package io.aerodb.command.session;

import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static io.aerodb.command.doubles.PlaneFixture.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.InspectClusterState;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.freeze.claims.CoversViolation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Proves CF-5, CM-9.1: of any number of threads that do the same at once, one wins. */
@Timeout(60)
class RacesTest {
  private final PlaneFixture fixture = new PlaneFixture();

  private static <T> List<T> all(int threads, Callable<T> task) throws Exception {
    return all(Collections.nCopies(threads, task));
  }

  private static <T> List<T> all(List<Callable<T>> tasks) throws Exception {
    var start = new CyclicBarrier(tasks.size());
    var results = new ArrayList<T>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = tasks.stream().map(task -> threads.submit(() -> {
        start.await();
        return task.call();
      })).toList();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
    }
    return results;
  }

  @Test
  @CoversViolation("CF-5")
  void of_two_hundred_threads_with_one_yes_one_executes() throws Exception {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);

    List<Outcome<?>> outcomes = all(200, () -> fixture.session.confirm(proposal, yes(proposal)));

    assertThat(outcomes.stream().filter(Outcome.Executed.class::isInstance)).hasSize(1);
    assertThat(outcomes.stream().filter(Outcome.NotExecuted.class::isInstance)).hasSize(199)
        .allSatisfy(o -> assertThat(PlaneFixture.codes(o)).containsExactly(ErrorCode.CONFIRMATION_ALREADY_USED));
    assertThat(fixture.kernel.actions()).hasSize(1);
    assertThat(fixture.log.stages("r-1")).containsExactly("requested", "proposed", "confirmed", "dispatched",
        "executed");
  }

  @Test
  @CoversViolation("CM-9.1")
  void of_sixty_four_threads_with_one_request_id_one_executes() throws Exception {
    List<Outcome<?>> outcomes = all(64, () -> fixture.session.run(id("r-1"), new InspectClusterState()));

    assertThat(outcomes.stream().filter(Outcome.Executed.class::isInstance)).hasSize(1);
    assertThat(outcomes.stream().filter(Outcome.NotExecuted.class::isInstance)).hasSize(63)
        .allSatisfy(o -> assertThat(PlaneFixture.codes(o)).containsExactly(ErrorCode.DUPLICATE_REQUEST));
    assertThat(fixture.kernel.actions()).hasSize(1);
  }

  @Test
  @CoversViolation("CF-10")
  void of_thirty_two_threads_that_propose_in_one_session_one_is_asked() throws Exception {
    var tasks = new ArrayList<Callable<ProposeResult<?>>>();
    for (int i = 0; i < 32; i++) {
      String request = "r-" + i;
      tasks.add(() -> fixture.session.propose(id(request), PROMOTION));
    }

    List<ProposeResult<?>> planned = all(tasks);

    List<ProposeResult<?>> asked = planned.stream().filter(p -> p instanceof Proposal).toList();
    assertThat(asked).hasSize(1);
    assertThat(fixture.session.openProposal()).hasValueSatisfying(open -> assertThat(open).isSameAs(asked.getFirst()));
    assertThat(planned).filteredOn(p -> p instanceof Outcome.NotExecuted)
        .allSatisfy(p -> assertThat(PlaneFixture.codes(p)).containsExactly(ErrorCode.PROPOSAL_ALREADY_OPEN));
  }

  @RepeatedTest(50)
  void closing_and_proposing_leave_no_open_proposal() throws Exception {
    all(List.<Callable<Object>>of(() -> fixture.session.propose(id("r-1"), PROMOTION), () -> {
      fixture.session.close();
      return "closed";
    }));

    assertThat(fixture.session.openProposal()).isEmpty();
    assertThat(fixture.log.stages("r-1").getLast()).isIn("rejected", "abandoned");
    assertThat(fixture.kernel.actions()).isEmpty();
  }

  @RepeatedTest(50)
  @CoversViolation("CF-7")
  void closing_and_confirming_end_in_exactly_one_way() throws Exception {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);

    all(List.<Callable<Object>>of(() -> fixture.session.confirm(proposal, yes(proposal)), () -> {
      fixture.session.close();
      return "closed";
    }));

    assertThat(fixture.log.stages("r-1").getLast()).isIn("executed", "abandoned");
    assertThat(fixture.kernel.actions()).hasSize(fixture.log.stages("r-1").contains("executed") ? 1 : 0);
  }

  @RepeatedTest(20)
  @CoversViolation("CF-5")
  void refusing_and_confirming_end_in_exactly_one_way() throws Exception {
    Proposal<?> proposal = fixture.propose("r-1", PROMOTION);

    all(List.<Callable<Object>>of(() -> fixture.session.confirm(proposal, yes(proposal)),
        () -> fixture.session.refuse(proposal)));

    assertThat(fixture.log.stages("r-1").getLast()).isIn("executed", "refused");
    assertThat(fixture.kernel.actions()).hasSize(fixture.log.stages("r-1").contains("executed") ? 1 : 0);
  }
}
