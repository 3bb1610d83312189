package io.aerodb.command.invariants;

import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.force;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static io.aerodb.command.doubles.PlaneFixture.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Stage;
import io.aerodb.command.doubles.HandClock;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.session.Proposal;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.kernel.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proves P7-O3: the trail alone tells who, when, what was shown, what was said and what came of it. */
class P7_O3_AuditabilityTest {
  private final PlaneFixture fixture = new PlaneFixture();

  @Test
  @Covers({"P7-O3", "AU-10", "AT-6"})
  void a_force_can_be_reconstructed_from_its_records_alone() {
    fixture.cannotSeePrimary();
    Proposal<?> proposal = fixture.propose("r-1", force("P6-A1"));
    fixture.session.confirm(proposal, yes(proposal));

    List<AuditEvent> trail = fixture.log.records().stream().map(r -> AuditRecord.parse(r.line()).event()).toList();
    assertThat(trail).allSatisfy(event -> {
      assertThat(event.operator()).contains("ann");
      assertThat(event.authority()).contains("operator");
      assertThat(event.clock()).isEqualTo("hand");
      assertThat(event.time()).isEqualTo(HandClock.START);
      assertThat(event.cluster()).isEqualTo("aero-1");
      assertThat(event.command()).contains(proposal.command().json());
    });
    assertThat(trail.get(1).body().object("explanation")).contains(proposal.explanation().document());
    assertThat(trail.get(2).body().object("given")).contains(yes(proposal).json());
    assertThat(trail.get(2).body().object("acknowledged").orElseThrow().texts("checks")).containsExactly("AERO_P6_A1");
    assertThat(trail.get(3).body().object("order").orElseThrow().texts("acknowledgedChecks"))
        .containsExactly("AERO_P6_A1");
    assertThat(
        trail.get(4).body().object("response").orElseThrow().object("transition").orElseThrow().text("epochAfter"))
        .contains("e-8");
  }

  @Test
  @Covers({"P7-O3", "AU-10"})
  void what_was_shown_stands_in_the_trail_also_when_it_came_to_nothing() {
    fixture.finds(SampleCluster.finding("P6-S1", Verdict.VIOLATED));
    fixture.session.propose(id("r-1"), PROMOTION);
    fixture.finds();
    fixture.session.refuse(fixture.propose("r-2", PROMOTION));
    Proposal<?> stale = fixture.propose("r-3", PROMOTION);
    fixture.finds(SampleCluster.finding("P6-S1", Verdict.VIOLATED));
    fixture.session.confirm(stale, yes(stale));

    for (AuditRecord record : fixture.log.records()) {
      if (List.of(Stage.REJECTED, Stage.REFUSED, Stage.STALE).contains(record.event().stage())) {
        assertThat(record.event().body().object("explanation")).isPresent();
      }
    }
    assertThat(fixture.log.newest().event().body().object("reading")).isPresent();
  }
}
