package io.aerodb.testkit.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.testkit.plane.TmpfsDirectory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The harness itself: a rule that is broken on purpose is noticed, and what breaks it comes out as a few operations.
 */
class PlantedBugTest {
  private static final int LENGTH = 60;
  private static final int SEEDS = 40;

  @TempDir(factory = TmpfsDirectory.class)
  Path base;

  @ParameterizedTest
  @EnumSource(Bug.class)
  void a_planted_bug_is_found_and_shrunk(Bug bug) {
    var harness = new Harness(base, false, bug);

    Harness.Failure found = LongStream.range(0, SEEDS).mapToObj(seed -> harness.search(seed, LENGTH))
        .flatMap(Optional::stream).findFirst().orElseThrow(() -> new AssertionError(bug + " was not found"));

    assertThat(found.broken()).contains(expected(bug));
    assertThat(found.ops()).as("%s", found).hasSizeLessThanOrEqualTo(most(bug));
    assertThat(found.toString()).contains("seed " + found.seed()).contains(found.ops().getLast().toString());
    assertThat(harness.run(found.seed(), found.ops()).broken()).as("replayed").contains(found.broken());
  }

  @Test
  void nothing_is_found_where_nothing_is_planted() {
    assertThat(new Harness(base, false, Sabotage.NONE).search(1, LENGTH)).isEmpty();
  }

  private static String expected(Bug bug) {
    return switch (bug) {
      case KERNEL_IS_CALLED_TWICE -> "a second action for";
      case KERNEL_FOLLOWS_UP -> "follow-up";
      case EFFECT_IS_REPORTED_AS_REFUSAL -> "was executed and is said not to be";
      case NOTHING_IS_REPORTED_AS_SUCCESS -> "is said to be executed";
      case KERNEL_SETTLES_WRONGLY -> "was settled as NOT_EXECUTED";
      case LOG_FORGETS_CLAIMS -> "without a durable dispatch";
      case LOG_FORGETS_WHAT_IS_UNRESOLVED -> "is unresolved, the trail says";
      case LOG_LOSES_ENDS -> "";
      case LOG_LOSES_DISPATCHES -> "without a durable dispatch";
    };
  }

  /**
   * To be settled wrongly a request has to become unresolved first, and another one has to follow it: each asks and
   * answers.
   */
  private static int most(Bug bug) {
    return bug == Bug.KERNEL_SETTLES_WRONGLY ? 8 : 4;
  }
}
