package io.aerodb.freeze.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.freeze.claims.CoversViolation;
import org.junit.jupiter.api.Test;

@CoversViolation("CM-12.2")
class FrozenTestsTest {
  private final Fixture fixture = new Fixture();

  @Test
  void each_test_that_is_taken_away_is_missed_even_if_another_proves_the_same() {
    fixture.add("positive_too", "CM-1");
    fixture.frozen();

    assertThat(fixture.without("positive").gaps()).containsExactly("NOT_AS_FROZEN io.example.ATest#positive");
    assertThat(fixture.report().gaps().getFirst().message()).contains("proved CM-1", "is gone");
  }

  @Test
  void each_claim_that_is_taken_away_is_missed() {
    fixture.add("several", "CM-1", "!CM-2", "leap/SUCCESS");
    fixture.frozen();

    FreezeReport report = fixture.claiming("several", "CM-1").report();

    assertThat(report.gaps()).singleElement().satisfies(gap -> {
      assertThat(gap.kind()).isEqualTo(Gap.Kind.NOT_AS_FROZEN);
      assertThat(gap.message())
          .contains("@CoversViolation(\"CM-2\") @Covers(command = \"leap\", aspect = Aspect.SUCCESS)");
    });
  }

  @Test
  void a_test_that_passed_at_the_freeze_and_fails_now_is_missed() {
    fixture.add("positive_too", "CM-1");
    fixture.frozen().ending("positive", Ending.FAILED);

    assertThat(fixture.report().gaps()).singleElement().extracting(Gap::message).asString().contains("was FAILED");
  }

  @Test
  void a_test_that_claims_more_than_at_the_freeze_has_to_be_added() {
    fixture.claiming("positive", "CM-1", "CM-2").add("new", "CM-1");

    assertThat(fixture.gaps()).containsExactly("NOT_AS_FROZEN io.example.ATest#new",
        "NOT_AS_FROZEN io.example.ATest#positive");
  }

  @Test
  void the_list_reads_back_what_it_writes() {
    fixture.add("a = b", "CM-1", "CM-2");

    FrozenTests tests = FrozenTests.of(fixture.evidence());

    assertThat(FrozenTests.parse("# frozen\n\n" + tests.text())).isEqualTo(tests);
    assertThat(tests.text()).startsWith("io.example.ATest\n").contains("\n  positive = CM-1\n",
        "\n  a = b = CM-1 CM-2\n");
  }

  @Test
  void a_line_that_is_none_is_named() {
    assertThatThrownBy(() -> FrozenTests.parse("a.B\n  c")).hasMessageContaining("'  c'");
    assertThatThrownBy(() -> FrozenTests.parse("  c = CM-1")).hasMessageContaining("below a class");
  }
}
