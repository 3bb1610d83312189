package io.aerodb.freeze.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.freeze.claims.CoversViolation;
import io.aerodb.freeze.claims.TestEnding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CoversViolation("CM-12.2")
class FrozenTestsTest {
  private final Fixture fixture = new Fixture().add("too", "CM-1", "!CM-2", "leap/SUCCESS").frozen();

  @Test
  void it_misses_a_test_for_each_of_its_claims_even_if_others_prove_the_same() {
    assertThat(fixture.without("too").gaps()).containsExactly("NOT_AS_FROZEN !CM-2 too", "NOT_AS_FROZEN CM-1 too",
        "NOT_AS_FROZEN leap/SUCCESS too");
  }

  @Test
  void it_misses_a_claim_and_names_its_annotation() {
    fixture.without("too").add("too", "CM-1", "leap/SUCCESS");

    assertThat(fixture.message()).contains("'too'", "bring the test back", "@CoversViolation(\"CM-2\")");
  }

  @Test
  void it_misses_a_test_that_no_longer_passes() {
    assertThat(fixture.ending("attack", TestEnding.FAILED).message())
        .contains("not counted: io.example.ATest#attack FAILED");
  }

  @Test
  void it_misses_one_of_several_classes_that_inherit_a_test() {
    fixture.addTo("a.First", "inherited", "CM-1").addTo("a.Second", "inherited", "CM-1").frozen();

    fixture.tests.removeLast();

    assertThat(fixture.message()).contains("'inherited' proves CM-1: 1, and 2 when the set was frozen");
  }

  @Test
  void it_follows_a_test_into_another_class() {
    assertThat(fixture.without("positive").addTo("b.Moved", "positive", "CM-1").gaps()).isEmpty();
  }

  @Test
  void it_wants_a_new_test_written_down() {
    assertThat(fixture.add("new", "CM-1").gaps()).containsExactly("NOT_AS_FROZEN CM-1 new");
    assertThat(fixture.message()).contains("write it into the frozen tests");
  }

  @Test
  void it_reads_back_what_it_writes() {
    FrozenTests tests = FrozenTests.of(fixture.addTo("a.B", "too", "CM-1").evidence());

    assertThat(FrozenTests.parse("# frozen\n\n" + tests.text())).isEqualTo(tests);
    assertThat(tests.text()).contains("CM-1 positive\nCM-1 too x2\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CM-1", "CM-1 a x1", "CM-1 a b", "CM-1 a\nCM-1 a"})
  void a_list_is_refused_with_the_line_that_is_none(String list) {
    assertThatThrownBy(() -> FrozenTests.parse(list)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + list.lines().findFirst().orElseThrow() + "'");
  }
}
