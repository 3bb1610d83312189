package io.aerodb.testkit.kernel;

import static io.aerodb.testkit.kernel.KernelDuty.CLOSE_CHANGES_NOTHING;
import static io.aerodb.testkit.kernel.KernelDuty.FIRST_RESULT_AGAIN;
import static io.aerodb.testkit.kernel.KernelDuty.ONE_OF_MANY;
import static io.aerodb.testkit.kernel.KernelDuty.WITHIN_BOUND;
import static io.aerodb.testkit.kernel.KernelTestContext.ids;
import static io.aerodb.testkit.kernel.KernelTestContext.value;

import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.KernelResponse.Completed;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.Transition;
import io.aerodb.kernel.TransitionOrder;
import io.aerodb.testkit.fault.Callers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Tests of many callers at once, of the bound on a call, and of closing an adapter. */
abstract class CallerTests extends KernelGroup {
  private static final int CALLERS = 12;
  /** Each on a fresh fixture: a kernel that forgot its lock gets through one of them now and then. */
  private static final int ROUNDS = 5;

  CallerTests(KernelKit kit) {
    super(kit);
  }

  @RepeatedTest(ROUNDS)
  @VerifiesKernel(ONE_OF_MANY)
  void of_many_orders_at_once_one_takes_effect() throws Exception {
    context().arrange(KernelScenario.PRIMARY_LOST);
    AuthorityEpoch epoch = context().epoch();
    List<NodeId> targets = context().replicas();
    List<Kernel> kernels = List.of(context().kernel(), context().another());

    List<Optional<KernelResponse<CompletedTransition>>> answers = atOnce(IntStream.range(0, CALLERS).mapToObj(i -> {
      TransitionOrder order = context().order(Transition.PROMOTION, targets.get(i % targets.size()), epoch);
      return (Callable<KernelResponse<CompletedTransition>>) () -> KernelTestContext.give(kernels.get(i % 2), order);
    }).toList());

    List<CompletedTransition> won = completed(answers);
    ONE_OF_MANY.require(won.size() == 1, "of " + CALLERS + " orders in one epoch these were completed: " + won);
    KernelTestContext.State after = context().state();
    ONE_OF_MANY.require(after.last().equals(Optional.of(won.getFirst())),
        "completed was " + won + ", and the newest transition is " + after.last());
  }

  @RepeatedTest(ROUNDS)
  @VerifiesKernel({FIRST_RESULT_AGAIN, ONE_OF_MANY})
  void the_same_order_given_by_many_at_once_takes_effect_once() throws Exception {
    NodeId target = context().arrange(KernelScenario.PRIMARY_LOST);
    TransitionOrder order = context().order(Transition.PROMOTION, target);

    List<Optional<KernelResponse<CompletedTransition>>> answers =
        atOnce(IntStream.range(0, CALLERS).<Callable<KernelResponse<CompletedTransition>>>mapToObj(
            i -> () -> KernelTestContext.give(context().kernel(), order)).toList());

    List<CompletedTransition> won = completed(answers);
    FIRST_RESULT_AGAIN.require(!won.isEmpty() && won.stream().distinct().count() == 1,
        "the same order was completed with " + won);
    FIRST_RESULT_AGAIN.require(
        answers.stream().noneMatch(answer -> answer.filter(KernelResponse.Rejected.class::isInstance).isPresent()),
        "the same order was completed and refused: " + answers);
    ONE_OF_MANY.require(context().state().last().equals(Optional.of(won.getFirst())),
        "completed was " + won + ", and the newest transition is " + context().state().last());
  }

  @Test
  @VerifiesKernel(CLOSE_CHANGES_NOTHING)
  void closing_twice_changes_nothing() {
    KernelTestContext.Trace before = context().trace();
    Kernel kernel = context().kernel();
    var cluster = kernel.cluster();
    var bound = kernel.callBound();

    try {
      kernel.close();
      kernel.close();
    } catch (RuntimeException e) {
      throw CLOSE_CHANGES_NOTHING.broken("close threw " + e);
    }

    context().untouched(CLOSE_CHANGES_NOTHING, before, "an adapter was closed");
    CLOSE_CHANGES_NOTHING.require(kernel.cluster().equals(cluster) && kernel.callBound().equals(bound),
        "cluster or call bound changed with the close");
  }

  @Test
  @VerifiesKernel(CLOSE_CHANGES_NOTHING)
  void closing_one_adapter_leaves_the_other_working() {
    NodeId target = context().arrange(KernelScenario.PRIMARY_LOST);
    AuthorityEpoch epoch = context().epoch();
    TransitionOrder order = context().order(Transition.PROMOTION, target, epoch);
    Kernel other = context().another();

    context().kernel().close();

    KernelResponse<CompletedTransition> answer = KernelTestContext.give(other, order);
    CLOSE_CHANGES_NOTHING.require(answer instanceof Completed,
        "after one adapter was closed, the other answered " + answer);
  }

  @Test
  @VerifiesKernel(WITHIN_BOUND)
  void the_bound_is_positive_and_never_changes() {
    Duration bound = context().kernel().callBound();
    context().kernel().inspectClusterState();

    WITHIN_BOUND.require(bound.isPositive(), "the call bound is " + bound);
    WITHIN_BOUND.require(context().kernel().callBound().equals(bound),
        "the call bound was " + bound + " and is " + context().kernel().callBound());
  }

  @Test
  @VerifiesKernel(WITHIN_BOUND)
  void a_read_of_a_cluster_that_cannot_be_reached_ends_within_the_bound() throws Exception {
    NodeId target = context().arrange(KernelScenario.UNREACHABLE);
    Kernel kernel = context().kernel();

    endsInTime("inspectClusterState", kernel::inspectClusterState);
    endsInTime("inspectNode", () -> kernel.inspectNode(target));
    endsInTime("inspectReplicationStatus", kernel::inspectReplicationStatus);
    endsInTime("inspectPromotionState", kernel::inspectPromotionState);
    endsInTime("inspectWal", () -> kernel.inspectWal(Optional.empty(), new Page(1, 1)));
    endsInTime("inspectSnapshots", () -> kernel.inspectSnapshots(Optional.empty(), new Page(1, 1)));
    endsInTime("assess", () -> kernel.assess(Transition.PROMOTION, target, ids()));
    endsInTime("estimate", () -> kernel.estimate(DiagnosticScope.DEEP));
  }

  @Test
  @VerifiesKernel(WITHIN_BOUND)
  void an_order_to_a_cluster_that_cannot_be_reached_ends_within_the_bound() throws Exception {
    NodeId target = context().arrange(KernelScenario.UNREACHABLE);
    Kernel kernel = context().kernel();
    TransitionOrder order =
        context().promotion("kit-bound", KernelTestContext.digest("bound"), target, new AuthorityEpoch("kit-any"));

    endsInTime("requestPromotion", () -> kernel.requestPromotion(order));
  }

  private void endsInTime(String call, Callable<?> body) throws Exception {
    Duration bound = context().kernel().callBound();
    WITHIN_BOUND.require(Callers.ends(Callers.start(body), KernelTestContext.patience(bound)),
        call + " did not return or throw within the call bound of " + bound);
  }

  private List<Optional<KernelResponse<CompletedTransition>>>
      atOnce(List<Callable<KernelResponse<CompletedTransition>>> calls)
          throws Exception {
    List<Optional<KernelResponse<CompletedTransition>>> answers = new ArrayList<>();
    for (Future<KernelResponse<CompletedTransition>> call : Callers.atOnce(calls)) {
      answers.add(Callers.within(call, KernelTestContext.patience(context().kernel().callBound())));
    }
    return answers;
  }

  private static List<CompletedTransition> completed(List<Optional<KernelResponse<CompletedTransition>>> answers) {
    List<CompletedTransition> done = new ArrayList<>();
    answers.stream().flatMap(Optional::stream).filter(Completed.class::isInstance)
        .forEach(answer -> done.add(value(answer)));
    return done;
  }
}
