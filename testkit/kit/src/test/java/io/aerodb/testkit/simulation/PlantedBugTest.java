package io.aerodb.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.kernel.Transition;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Breaks each rule on purpose: the simulation finds it, and shows it in a few events. */
class PlantedBugTest {
  private static final int EVENTS = 60;
  private static final int SEEDS = 60;
  private static final Simulation SOUND = Simulation.ofEmbeddedDefaults();

  @ParameterizedTest
  @EnumSource(RuleBreakingBug.class)
  void a_planted_bug_is_found_and_shrunk(RuleBreakingBug bug) {
    Simulation simulation = SOUND.withPlantedBug(bug);

    Simulation.Failure found = LongStream.range(0, SEEDS).mapToObj(seed -> simulation.search(seed, EVENTS))
        .flatMap(Optional::stream).filter(failure -> failure.broken().contains(expected(bug))).findFirst()
        .orElseThrow(() -> new AssertionError(bug + " was not found"));

    assertThat(found.ops()).as("%s", found).hasSizeLessThanOrEqualTo(most(bug));
    assertThat(found.toString()).contains("seed " + found.seed()).contains(found.ops().getLast().toString());
    assertThat(simulation.run(found.seed(), found.ops()).broken()).as("replayed").contains(found.broken());
  }

  @Test
  void a_check_that_fails_names_the_seed_what_broke_and_the_shortest_sequence() {
    Simulation simulation = SOUND.withPlantedBug(RuleBreakingBug.EFFECT_IS_REPORTED_AS_REFUSAL);
    long seed = LongStream.range(0, SEEDS).filter(each -> simulation.run(each, EVENTS).broken().isPresent())
        .findFirst().orElseThrow();

    assertThatThrownBy(() -> simulation.check(seed, EVENTS)).isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("seed " + seed + " with 60 events: ", "was executed and is said not to be",
            "shortest sequence found:\n  Control[");
  }

  @Test
  void a_cluster_that_changes_by_itself_is_found() {
    Simulation simulation = SOUND.cluster(() -> new ForwardingCluster() {
      @Override
      public List<AuthorityChange> authorityChanges() {
        return List.of(new AuthorityChange("nobody", Transition.PROMOTION, members().getLast()));
      }
    });

    assertThat(simulation.run(1, EVENTS).broken())
        .hasValueSatisfying(broken -> assertThat(broken).contains("was executed and not ordered"));
  }

  @Test
  void a_cluster_that_forgets_what_it_did_is_found() {
    Simulation simulation = SOUND.cluster(() -> new ForwardingCluster() {
      @Override
      public List<AuthorityChange> authorityChanges() {
        List<AuthorityChange> all = super.authorityChanges();
        return all.subList(0, Math.max(0, all.size() - 3));
      }
    });

    assertThat(LongStream.range(0, SEEDS).mapToObj(seed -> simulation.run(seed, EVENTS).broken())
        .flatMap(Optional::stream)).anyMatch(broken -> broken.contains("is said to be executed and was not"));
  }

  private static String expected(RuleBreakingBug bug) {
    return switch (bug) {
      case KERNEL_IS_CALLED_TWICE -> "the kernel was called a second time for";
      case KERNEL_FOLLOWS_UP -> "is nothing that somebody asked for";
      case EFFECT_IS_REPORTED_AS_REFUSAL -> "was executed and is said not to be";
      case NOTHING_IS_REPORTED_AS_SUCCESS -> "is said to be executed and was not";
      case KERNEL_SETTLES_WRONGLY -> "was settled as NOT_EXECUTED";
      case LOG_FORGETS_CLAIMS -> "without a durable dispatch";
      case LOG_FORGETS_WHAT_IS_UNRESOLVED -> "is unresolved, the trail says";
      case LOG_LOSES_ENDS -> "names no record";
      case LOG_MIXES_UP_RECEIPTS -> "was said, and record";
      case LOG_LOSES_DISPATCHES -> "without a durable dispatch";
    };
  }

  /**
   * To be settled wrongly a request has to become unresolved first, and another one has to follow it: each asks and
   * answers.
   */
  private static int most(RuleBreakingBug bug) {
    return bug == RuleBreakingBug.KERNEL_SETTLES_WRONGLY ? 8 : 5;
  }
}
