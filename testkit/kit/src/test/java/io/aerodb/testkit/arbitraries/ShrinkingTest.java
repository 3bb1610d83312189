package io.aerodb.testkit.arbitraries;

import static org.assertj.core.api.Assertions.assertThat;

import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.Stage;
import io.aerodb.command.ForcePromotion;
import io.aerodb.command.InspectClusterState;
import io.aerodb.command.Reason;
import io.aerodb.kernel.Finding;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.Falsifier;
import net.jqwik.api.facades.ShrinkingSupportFacade;
import net.jqwik.api.lifecycle.TryExecutionResult;

/** Plants failures, and tests that each shrinks to the smallest value that still shows it. */
class ShrinkingTest {
  @Example
  void a_force_shrinks_to_one_node_one_letter_and_one_override() {
    var smallest = smallest(CommandArbitraries.commands(), command -> command instanceof ForcePromotion);

    assertThat(smallest).isEqualTo(new ForcePromotion(new NodeId("a"), new Reason("a"),
        new TreeSet<>(Set.of(new InvariantId("P6-A1")))));
  }

  @Example
  void any_command_shrinks_to_the_first() {
    assertThat(smallest(CommandArbitraries.commands(), command -> true)).isEqualTo(new InspectClusterState());
  }

  @Example
  void a_text_shrinks_to_the_one_character_that_fails() {
    assertThat(smallest(TextArbitraries.hostileTexts(), text -> text.contains("\u202E"))).isEqualTo("\u202E");
    assertThat(smallest(TextArbitraries.legalTexts(), text -> text.contains("\\"))).isEqualTo("\\");
    assertThat(smallest(TextArbitraries.legalTexts(), text -> text.length() > 30)).hasSize(31);
  }

  @Example
  void input_shrinks_to_the_arguments_that_fail() {
    var smallest = smallest(CommandArbitraries.inputs(),
        input -> input.arguments().keySet().containsAll(Set.of("reason", "page")));

    assertThat(smallest.arguments()).isEqualTo(Map.of("page", List.of(), "reason", List.of()));
    assertThat(smallest.requestId()).isEmpty();
  }

  @Example
  void an_assessment_shrinks_to_the_check_that_fails() {
    var smallest = smallest(KernelArbitraries.assessments(),
        assessment -> assessment.findings().stream().anyMatch(f -> f.verdict() == Verdict.VIOLATED));

    assertThat(smallest.members()).hasSize(1);
    assertThat(smallest.findings()).filteredOn(f -> f.verdict() == Verdict.VIOLATED).hasSize(1);
    assertThat(smallest.findings()).extracting(Finding::observed).containsOnly("a");
    assertThat(smallest.settled()).isEmpty();
    assertThat(smallest.lastTransition()).isEmpty();
  }

  @Example
  void a_trail_shrinks_to_the_one_request_that_fails() {
    var smallest = smallest(AuditArbitraries.trails(),
        trail -> trail.stream().anyMatch(record -> record.event().stage() == Stage.UNKNOWN));

    assertThat(smallest).extracting(record -> record.event().stage()).containsExactly(Stage.REQUESTED, Stage.PROPOSED,
        Stage.CONFIRMED, Stage.DISPATCHED, Stage.UNKNOWN);
  }

  @Example
  void two_requests_side_by_side_shrink_to_just_that() {
    var smallest = smallest(AuditArbitraries.trails(), ShrinkingTest::isInterleaved);

    assertThat(smallest).extracting(record -> record.event().requestId().orElseThrow())
        .hasSizeLessThanOrEqualTo(6).satisfies(ids -> assertThat(Set.copyOf(ids)).hasSize(2));
  }

  /** Something of another request stands between two records of one. */
  private static boolean isInterleaved(List<AuditRecord> trail) {
    var ids = trail.stream().map(record -> record.event().requestId().orElseThrow()).toList();
    return ids.stream().anyMatch(
        id -> !ids.subList(ids.indexOf(id), ids.lastIndexOf(id) + 1).stream().allMatch(id::equals));
  }

  private static <T> T smallest(Arbitrary<T> arbitrary, Predicate<T> fails) {
    return ShrinkingSupportFacade.implementation.falsifyThenShrink(arbitrary, new Random(7),
        (Falsifier<T>) value -> fails.test(value) ? TryExecutionResult.falsified(null)
            : TryExecutionResult.satisfied());
  }
}
