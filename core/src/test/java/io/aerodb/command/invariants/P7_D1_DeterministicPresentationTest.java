package io.aerodb.command.invariants;

import static io.aerodb.command.doubles.Bench.PROMOTION;
import static io.aerodb.command.doubles.Bench.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.command.InspectClusterState;
import io.aerodb.command.doubles.Bench;
import io.aerodb.command.doubles.Facts;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.kernel.Verdict;
import org.junit.jupiter.api.Test;

/** Proves P7-D1: same state and input, same explanation. */
class P7_D1_DeterministicPresentationTest {
  private final Bench bench = new Bench();

  @Test
  @Covers("P7-D1")
  void the_same_state_is_explained_in_the_same_words() {
    Bench again = new Bench();

    assertThat(bench.propose("r-1", PROMOTION).explanation().json())
        .isEqualTo(again.propose("r-1", PROMOTION).explanation().json());
    assertThat(bench.session.explain(id("r-2"), new InspectClusterState()).text())
        .isEqualTo(again.session.explain(id("r-2"), new InspectClusterState()).text());
  }

  @Test
  @Covers("P7-D1")
  void another_state_is_not_explained_in_the_same_words() {
    Bench other = new Bench();
    other.finds(Facts.finding("P6-S3", Verdict.SATISFIED));

    assertThat(bench.propose("r-1", PROMOTION).explanation().text())
        .isNotEqualTo(other.propose("r-1", PROMOTION).explanation().text());
  }
}
