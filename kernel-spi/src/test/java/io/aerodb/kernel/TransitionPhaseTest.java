package io.aerodb.kernel;

import static io.aerodb.kernel.TransitionPhase.AUTHORITY_RELINQUISHING;
import static io.aerodb.kernel.TransitionPhase.AUTHORITY_TRANSITIONING;
import static io.aerodb.kernel.TransitionPhase.DEMOTION_DENIED;
import static io.aerodb.kernel.TransitionPhase.DEMOTION_REQUESTED;
import static io.aerodb.kernel.TransitionPhase.DEMOTION_SUCCEEDED;
import static io.aerodb.kernel.TransitionPhase.DEMOTION_VALIDATING;
import static io.aerodb.kernel.TransitionPhase.PROMOTION_APPROVED;
import static io.aerodb.kernel.TransitionPhase.PROMOTION_DENIED;
import static io.aerodb.kernel.TransitionPhase.PROMOTION_REQUESTED;
import static io.aerodb.kernel.TransitionPhase.PROMOTION_SUCCEEDED;
import static io.aerodb.kernel.TransitionPhase.PROMOTION_VALIDATING;
import static io.aerodb.kernel.TransitionPhase.STEADY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TransitionPhaseTest {
  @Test
  void each_of_the_twelve_phases_has_exactly_the_successors_of_the_model() {
    Map<TransitionPhase, Set<TransitionPhase>> successors = Stream.of(TransitionPhase.values())
        .collect(Collectors.toMap(phase -> phase, TransitionPhase::successors));

    assertThat(successors).isEqualTo(Map.ofEntries(Map.entry(STEADY, Set.of(PROMOTION_REQUESTED, DEMOTION_REQUESTED)),
        Map.entry(PROMOTION_REQUESTED, Set.of(PROMOTION_VALIDATING, STEADY)),
        Map.entry(PROMOTION_VALIDATING, Set.of(PROMOTION_APPROVED, PROMOTION_DENIED)),
        Map.entry(PROMOTION_APPROVED, Set.of(AUTHORITY_TRANSITIONING)), Map.entry(PROMOTION_DENIED, Set.of(STEADY)),
        Map.entry(AUTHORITY_TRANSITIONING, Set.of(PROMOTION_SUCCEEDED)), Map.entry(PROMOTION_SUCCEEDED, Set.of(STEADY)),
        Map.entry(DEMOTION_REQUESTED, Set.of(DEMOTION_VALIDATING)),
        Map.entry(DEMOTION_VALIDATING, Set.of(DEMOTION_DENIED, AUTHORITY_RELINQUISHING)),
        Map.entry(DEMOTION_DENIED, Set.of(STEADY)),
        Map.entry(AUTHORITY_RELINQUISHING, Set.of(DEMOTION_SUCCEEDED)), Map.entry(DEMOTION_SUCCEEDED, Set.of(STEADY))));
  }

  @Test
  void no_phase_is_a_dead_end_and_every_one_leads_back_to_steady() {
    for (TransitionPhase start : TransitionPhase.values()) {
      Set<TransitionPhase> reached = Set.of(start);
      for (int i = 0; i < TransitionPhase.values().length && !reached.contains(STEADY); i++) {
        reached = reached.stream().flatMap(phase -> phase.successors().stream()).collect(Collectors.toSet());
      }
      assertThat(reached).as("from %s", start).contains(STEADY);
    }
  }
}
