package io.aerodb.testkit.kernel;

import static io.aerodb.testkit.kernel.KernelDuty.EPOCH_COMPARED;
import static io.aerodb.testkit.kernel.KernelDuty.EPOCH_NEVER_RETURNS;
import static io.aerodb.testkit.kernel.KernelDuty.EPOCH_STEADY;

import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Transition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of the authority epoch, by which a kernel sees that authority moved after an order was judged. */
abstract class EpochTests extends KernelGroup {
  EpochTests(KernelKit kit) {
    super(kit);
  }

  @Test
  @VerifiesKernel(EPOCH_COMPARED)
  void an_order_of_an_earlier_epoch_is_rejected_although_every_check_holds() {
    AuthorityEpoch earlier = context().epoch();
    NodeId target = context().arrange(KernelScenario.ANOTHER_EPOCH);

    context().refused(EPOCH_COMPARED, context().order(Transition.PROMOTION, target, earlier));
    context().carriedOut(context().order(Transition.PROMOTION, target));
  }

  @Test
  @VerifiesKernel(EPOCH_COMPARED)
  void an_order_of_an_epoch_that_never_was_is_rejected() {
    NodeId target = context().arrange(KernelScenario.PRIMARY_LOST);

    context().refused(EPOCH_COMPARED,
        context().order(Transition.PROMOTION, target, new AuthorityEpoch("kit-epoch-that-never-was")));
  }

  @Test
  @VerifiesKernel(EPOCH_COMPARED)
  void a_demotion_of_an_epoch_that_never_was_is_rejected() {
    context().needs(Capability.DEMOTION);

    context().refused(EPOCH_COMPARED,
        context().order(Transition.DEMOTION, context().primary(), new AuthorityEpoch("kit-epoch-that-never-was")));
  }

  @Test
  @VerifiesKernel(EPOCH_NEVER_RETURNS)
  void a_promotion_takes_an_epoch_that_never_was() {
    AuthorityEpoch first = context().epoch();
    NodeId target = context().arrange(KernelScenario.PRIMARY_LOST);

    context().carriedOut(context().order(Transition.PROMOTION, target));

    AuthorityEpoch second = context().epoch();
    EPOCH_NEVER_RETURNS.require(!second.equals(first), "the epoch is " + first + " before and after a promotion");
  }

  @Test
  @VerifiesKernel(EPOCH_NEVER_RETURNS)
  void of_many_transitions_each_has_an_epoch_of_its_own() {
    context().needs(Capability.DEMOTION);
    NodeId node = context().primary();
    List<AuthorityEpoch> epochs = new ArrayList<>(List.of(context().epoch()));

    for (int i = 0; i < 3; i++) {
      context().carriedOut(context().order(Transition.DEMOTION, node));
      epochs.add(context().epoch());
      context().carriedOut(context().order(Transition.PROMOTION, node));
      epochs.add(context().epoch());
    }

    EPOCH_NEVER_RETURNS.require(epochs.stream().distinct().count() == epochs.size(),
        "the same member held and gave up authority in turn, and the epochs were " + epochs);
  }

  @Test
  @VerifiesKernel(EPOCH_STEADY)
  void the_epoch_stays_when_the_primary_falls_silent() {
    steadyIn(KernelScenario.PRIMARY_SILENT);
  }

  @Test
  @VerifiesKernel(EPOCH_STEADY)
  void the_epoch_stays_when_a_replica_falls_silent() {
    steadyIn(KernelScenario.REPLICA_SILENT);
  }

  @Test
  @VerifiesKernel(EPOCH_STEADY)
  void the_epoch_stays_when_a_replica_falls_behind_and_the_primary_dies() {
    steadyIn(KernelScenario.REPLICA_BEHIND);
  }

  @Test
  @VerifiesKernel(EPOCH_STEADY)
  void the_epoch_stays_with_writes_and_checkpoints() {
    steadyIn(KernelScenario.LONG_HISTORY);
  }

  private void steadyIn(KernelScenario scenario) {
    AuthorityEpoch before = context().epoch();

    context().arrange(scenario);

    EPOCH_STEADY.require(context().epoch().equals(before), "nobody moved authority, but with " + scenario
        + " the epoch went from " + before + " to " + context().epoch());
  }
}
