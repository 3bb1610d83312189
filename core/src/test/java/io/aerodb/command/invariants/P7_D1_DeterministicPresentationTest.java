package io.aerodb.command.invariants;

import static io.aerodb.command.doubles.PlaneFixture.PROMOTION;
import static io.aerodb.command.doubles.PlaneFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.InspectClusterState;
import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.kernel.Verdict;
import org.junit.jupiter.api.Test;

/** Proves P7-D1: same state and input, same explanation. */
class P7_D1_DeterministicPresentationTest {
  private final PlaneFixture fixture = new PlaneFixture();

  @Test
  @Covers("P7-D1")
  void the_same_state_is_explained_in_the_same_words() {
    PlaneFixture again = new PlaneFixture();

    assertThat(fixture.propose("r-1", PROMOTION).explanation().json())
        .isEqualTo(again.propose("r-1", PROMOTION).explanation().json());
    assertThat(fixture.session.explain(id("r-2"), new InspectClusterState()).text())
        .isEqualTo(again.session.explain(id("r-2"), new InspectClusterState()).text());
  }

  @Test
  @Covers("P7-D1")
  void another_state_is_not_explained_in_the_same_words() {
    PlaneFixture other = new PlaneFixture();
    other.finds(SampleCluster.finding("P6-S3", Verdict.SATISFIED));

    assertThat(fixture.propose("r-1", PROMOTION).explanation().text())
        .isNotEqualTo(other.propose("r-1", PROMOTION).explanation().text());
  }
}
