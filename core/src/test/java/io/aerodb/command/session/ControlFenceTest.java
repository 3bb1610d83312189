package io.aerodb.command.session;

import static io.aerodb.command.doubles.PlaneFixture.DEMOTION;
import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static io.aerodb.command.doubles.PlaneFixture.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.audit.store.MemoryAuditLog;
import io.aerodb.command.Authority;
import io.aerodb.command.InspectClusterState;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.doubles.ScriptedKernel;
import io.aerodb.command.doubles.WatchedLog;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.ClusterId;
import io.aerodb.kernel.KernelResponse;
import io.aerodb.kernel.TransitionOrder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Proves P7-E1, CF-3, AU-13: two control commands never overlap, in one plane or in two. */
@Timeout(30)
class ControlFenceTest {
  private final PlaneFixture fixture = new PlaneFixture();
  private final CountDownLatch called = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  private CompletableFuture<Outcome<?>> aPromotionThatHangs() throws InterruptedException {
    fixture.kernel.on("requestPromotion", a -> {
      called.countDown();
      await(release);
      return new KernelResponse.Completed<>(SampleCluster.done((TransitionOrder) a.get(0)));
    });
    CompletableFuture<Outcome<?>> hanging = CompletableFuture.supplyAsync(() -> fixture.runs("r-1", PROMOTION));
    called.await();
    return hanging;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @CoversViolation("P7-E1")
  void while_one_is_under_way_another_is_refused_at_once_and_inspections_go_on() throws Exception {
    Session other = fixture.session("bob", Authority.OPERATOR);
    CompletableFuture<Outcome<?>> hanging = aPromotionThatHangs();

    ProposeResult<?> second = other.propose(id("r-2"), DEMOTION);
    Outcome<?> inspection = other.run(id("r-3"), new InspectClusterState());
    release.countDown();

    assertThat(PlaneFixture.codes(second)).containsExactly(ErrorCode.CONTROL_IN_FLIGHT);
    assertThat(PlaneFixture.errors(second).getFirst().text()).contains("request r-1");
    assertThat(inspection).isInstanceOf(Outcome.Executed.class);
    assertThat(hanging.get()).isInstanceOf(Outcome.Executed.class);
  }

  @Test
  void a_yes_given_while_another_is_under_way_is_spent_and_stale() throws Exception {
    Session other = fixture.session("bob", Authority.OPERATOR);
    Proposal<?> waiting = PlaneFixture.asked(other.propose(id("r-2"), DEMOTION));
    CompletableFuture<Outcome<?>> hanging = aPromotionThatHangs();

    Outcome<?> outcome = other.confirm(waiting, yes(waiting));
    release.countDown();
    hanging.get();

    assertThat(PlaneFixture.codes(outcome)).containsExactly(ErrorCode.CONTROL_IN_FLIGHT);
    assertThat(fixture.log.stages("r-2")).containsExactly("requested", "proposed", "stale");
    assertThat(fixture.kernel.actions()).containsExactly("requestPromotion");
  }

  @Test
  @CoversViolation("CF-3")
  void a_second_promotion_explained_before_the_first_ran_is_not_dispatched() {
    Session other = fixture.session("bob", Authority.OPERATOR);
    Proposal<?> waiting = PlaneFixture.asked(other.propose(id("r-2"), PROMOTION));
    fixture.runs("r-1", PROMOTION);

    Outcome<?> outcome = other.confirm(waiting, yes(waiting));

    assertThat(PlaneFixture.codes(outcome)).containsExactly(ErrorCode.CONTROL_MOVED);
    assertThat(PlaneFixture.errors(outcome).getFirst().text()).contains("request r-1");
    assertThat(fixture.log.stages("r-2")).endsWith("stale");
    assertThat(fixture.kernel.actions()).hasSize(1);
  }

  @Test
  @CoversViolation({"P7-E1", "CF-3"})
  void two_planes_on_one_log_do_not_both_dispatch() {
    PlaneFixture second = new PlaneFixture(new ScriptedKernel(), fixture.log);
    Proposal<?> here = fixture.propose("r-1", PROMOTION);
    Proposal<?> there = second.propose("r-2", DEMOTION);

    Outcome<?> first = fixture.session.confirm(here, yes(here));
    Outcome<?> late = second.session.confirm(there, yes(there));

    assertThat(first).isInstanceOf(Outcome.Executed.class);
    assertThat(PlaneFixture.codes(late)).containsExactly(ErrorCode.CONTROL_MOVED);
    assertThat(second.kernel.actions()).isEmpty();
  }

  @Test
  @CoversViolation("CM-9.2")
  void a_dispatch_that_another_plane_has_under_way_is_acknowledged_or_nothing_is_sent() throws Exception {
    PlaneFixture second = new PlaneFixture(new ScriptedKernel(), fixture.log);
    CompletableFuture<Outcome<?>> hanging = aPromotionThatHangs();

    Proposal<?> there = second.propose("r-2", DEMOTION);
    release.countDown();
    hanging.get();

    assertThat(there.explanation().text()).contains("UNRESOLVED REQUESTS", "r-1");
    assertThat(there.challenge().demands()).anySatisfy(d -> assertThat(d.id()).isEqualTo("unresolved:r-1"));
  }

  @Test
  @CoversViolation("AU-13")
  void a_log_inside_the_operated_cluster_or_of_another_one_opens_no_plane() {
    var inside = MemoryAuditLog.residingIn("log", "aero-1");
    PlaneFixture elsewhere = new PlaneFixture(new ScriptedKernel(new ClusterId("aero-2")), WatchedLog.empty());
    elsewhere.session.run(id("r-1"), new InspectClusterState());

    assertThatThrownBy(() -> ControlPlane.on(new ScriptedKernel(), inside).open())
        .isInstanceOfSatisfying(PlaneRefusedException.class,
            e -> assertThat(e.error().code()).isEqualTo(ErrorCode.AUDIT_LOG_ON_OPERATED_CLUSTER));
    assertThatThrownBy(() -> ControlPlane.on(new ScriptedKernel(), elsewhere.log).open())
        .isInstanceOfSatisfying(PlaneRefusedException.class,
            e -> assertThat(e.error().code()).isEqualTo(ErrorCode.AUDIT_LOG_OF_ANOTHER_CLUSTER));
    assertThat(ControlPlane.on(new ScriptedKernel(), MemoryAuditLog.residingIn("log", "aero-9")).open()).isNotNull();
  }
}
