package io.aerodb.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.doubles.SampleViews;
import io.aerodb.command.error.Detail;
import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.kernel.AuthorityEpoch;
import io.aerodb.kernel.CompletedTransition;
import io.aerodb.kernel.DiagnosticOrder;
import io.aerodb.kernel.DiagnosticScope;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Page;
import io.aerodb.kernel.Transition;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Proves P7-E2: an answer about something else than was asked is no answer, and each difference is named. */
class MismatchTest {
  private static final Page PAGE = new Page(1, 20);
  private static final Page OTHER = new Page(2, 20);

  private static CompletedTransition done(Transition transition, NodeId target) {
    return SampleCluster.transition(SampleCluster.CLUSTER, "r-1", transition, target, new AuthorityEpoch("e-7"));
  }

  private static Detail differs(String subject, String asked, String answered) {
    return new Detail(subject, "P7-E2", asked, answered);
  }

  @Test
  @CoversViolation({"CM-4.2", "P7-E2"})
  void another_node_than_the_named_one() {
    var command = new InspectNode(SampleCluster.N2);

    assertThat(command.mismatches(SampleViews.node(SampleCluster.N2))).isEmpty();
    assertThat(command.mismatches(SampleViews.node(SampleCluster.N3))).containsExactly(differs("node", "n2", "n3"));
  }

  @Test
  @CoversViolation("CM-5.2")
  void another_page_or_member_of_the_wal() {
    var one = new InspectWal(Optional.of(SampleCluster.N1), PAGE);
    var every = new InspectWal(Optional.empty(), PAGE);

    assertThat(one.mismatches(SampleViews.wal(Optional.of(SampleCluster.N1), PAGE))).isEmpty();
    assertThat(every.mismatches(SampleViews.wal(Optional.empty(), PAGE))).isEmpty();
    assertThat(one.mismatches(SampleViews.wal(Optional.of(SampleCluster.N2), PAGE)))
        .containsExactly(differs("members", "[n1]", "[n2]"));
    assertThat(one.mismatches(SampleViews.wal(Optional.empty(), OTHER))).extracting(Detail::subject)
        .containsExactly("page", "members");
  }

  @Test
  @CoversViolation("CM-5.3")
  void another_page_or_member_of_the_snapshots() {
    var one = new InspectSnapshots(Optional.of(SampleCluster.N1), PAGE);
    var every = new InspectSnapshots(Optional.empty(), PAGE);

    assertThat(one.mismatches(SampleViews.snapshots(Optional.of(SampleCluster.N1), PAGE))).isEmpty();
    assertThat(every.mismatches(SampleViews.snapshots(Optional.empty(), PAGE))).isEmpty();
    assertThat(one.mismatches(SampleViews.snapshots(Optional.of(SampleCluster.N2), PAGE)))
        .containsExactly(differs("members", "[n1]", "[n2]"));
    assertThat(one.mismatches(SampleViews.snapshots(Optional.empty(), OTHER))).extracting(Detail::subject)
        .containsExactly("page", "members");
  }

  @Test
  @CoversViolation("CM-5.1b")
  void another_scope_than_the_one_whose_cost_was_accepted() {
    var command = new RunDiagnostics(DiagnosticScope.SUMMARY);

    assertThat(
        command.mismatches(SampleViews.report(new DiagnosticOrder("r-1", SampleCluster.cost(DiagnosticScope.SUMMARY)))))
        .isEmpty();
    assertThat(
        command.mismatches(SampleViews.report(new DiagnosticOrder("r-1", SampleCluster.cost(DiagnosticScope.DEEP)))))
        .containsExactly(differs("scope", "SUMMARY", "DEEP"));
  }

  @Test
  @CoversViolation("P7-E2")
  void another_target_or_transition_than_was_ordered() {
    List<Detail> both = PlaneFixture.PROMOTION.mismatches(done(Transition.DEMOTION, SampleCluster.N3));

    assertThat(PlaneFixture.PROMOTION.mismatches(done(Transition.PROMOTION, SampleCluster.N2))).isEmpty();
    assertThat(both).containsExactly(differs("target", "n2", "n3"), differs("transition", "PROMOTION", "DEMOTION"));
    assertThat(PlaneFixture.force("P6-A1").mismatches(done(Transition.PROMOTION, SampleCluster.N2)))
        .as("a force is no plain promotion").hasSize(1);
  }
}
