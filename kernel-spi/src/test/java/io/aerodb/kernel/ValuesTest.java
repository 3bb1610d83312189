package io.aerodb.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.freeze.claims.CoversViolation;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  private static final String LONG_ID = "a".repeat(64);

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", ".a", "_a", "a b", "a\n", "ä", "a/b", "a:b"})
  void an_id_is_exact_and_plain(String value) {
    refused(() -> new NodeId(value), "node id", value, "[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    refused(() -> new ClusterId(value), "cluster id", value, "[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  }

  @Test
  void an_id_has_at_most_64_characters() {
    assertThat(new NodeId(LONG_ID)).hasToString(LONG_ID);
    refused(() -> new NodeId(LONG_ID + "a"), "node id", LONG_ID + "a", "{0,63}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P6-A1", "P6-A1a", "P5-I16", "P6-S1"})
  void the_invariants_of_the_model_are_ids(String value) {
    assertThat(new InvariantId(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P6A1", "p6-A1", "P6-A", "P66-A1", "P6-A1aa", "P6-A1 "})
  void anything_else_is_not_an_invariant(String value) {
    refused(() -> new InvariantId(value), "invariant id", value, "[A-Z][0-9]");
  }

  @Test
  void an_epoch_is_opaque_visible_ascii() {
    assertThat(new AuthorityEpoch("demo/epoch-7")).hasToString("demo/epoch-7");
    refused(() -> new AuthorityEpoch(""), "authority epoch", "", "{1,200}");
    refused(() -> new AuthorityEpoch("a b"), "authority epoch", "a b", "{1,200}");
    refused(() -> new AuthorityEpoch("e".repeat(201)), "authority epoch", "e".repeat(201), "{1,200}");
  }

  static Stream<Arguments> outOfRange() {
    WalPosition one = new WalPosition(1, 0);
    NodeId node = new NodeId("a");
    return Stream.of(range(() -> new WalPosition(0, 0), "WAL sequence", "0", "from 1 to 9007199254740991"),
        range(() -> new WalPosition(1L << 53, 0), "WAL sequence", "9007199254740992", "from 1 to 9007199254740991"),
        range(() -> new WalPosition(1, -1), "WAL byte offset", "-1", "from 0"),
        range(() -> new Page(0, 1), "page number", "0", "from 1 to 1000000"),
        range(() -> new Page(1_000_001, 1), "page number", "1000001", "from 1 to 1000000"),
        range(() -> new Page(1, 0), "page size", "0", "from 1 to 100"),
        range(() -> new Page(1, 101), "page size", "101", "from 1 to 100"),
        range(() -> new Lag.Known(-1, 0), "lag in entries", "-1", "from 0"),
        range(() -> new Lag.Known(0, -1), "lag in bytes", "-1", "from 0"),
        range(() -> new Lag.Unknown(""), "reason", "0 characters", "1 to 1000"),
        range(() -> new RoleAfter.CannotBeTold(""), "reason", "0 characters", "1 to 1000"),
        range(() -> new MemberState.Unreachable(node, ""), "evidence", "0 characters", "1 to 1000"),
        range(() -> new MemberWal.Unreadable(node, "x".repeat(1001)), "evidence", "1001 characters", "1 to 1000"),
        range(() -> new MemberSnapshots.Readable(node, -1, List.of()), "snapshot count", "-1", "from 0"),
        range(() -> new WalSegment("", one, one, 0), "segment name", "0 characters", "1 to 100"),
        range(() -> new WalSegment("s", new WalPosition(2, 0), one, 0), "last", "1@0", "not be before 2@0"),
        range(() -> new WritesAtRisk.Range(one, one), "up to", "1@0", "be past 1@0"),
        range(() -> new KernelResponse.Rejected<>("", "m", List.of()), "code", "0 characters", "1 to 100"),
        range(() -> new KernelResponse.Rejected<>("C", "m".repeat(4001), List.of()), "message", "4001 characters",
            "1 to 4000"),
        range(() -> new OngoingTransition("no id", Transition.DEMOTION, node), "request id", "no id", "match"),
        range(() -> new MemberDiagnostics.Unreadable(node, ""), "evidence", "0 characters", "1 to 1000"),
        range(() -> new WritesAtRisk.CannotBeTold("\ud800"), "reason", "text", "no lone surrogate"));
  }

  @ParameterizedTest
  @MethodSource("outOfRange")
  void each_refusal_names_the_field_the_value_and_what_is_legal(ThrowingCallable making, String field, String value,
      String legal) {
    refused(making, field, value, legal);
  }

  @Test
  @CoversViolation("ER-4")
  void kernel_text_is_kept_verbatim_whatever_it_holds() {
    String text = "line\nbreak \u001b[31m \u202e\ud83d\ude00";

    assertThat(new KernelResponse.Rejected<>("C", text, List.of()).message()).isEqualTo(text);
  }

  @Test
  void the_largest_values_are_legal() {
    assertThat(new WalPosition((1L << 53) - 1, (1L << 53) - 1)).hasToString("9007199254740991@9007199254740991");
    assertThat(new Page(Page.MAX_NUMBER, Page.MAX_SIZE).offset()).isEqualTo(99_999_900L);
  }

  @Test
  void positions_are_ordered_by_sequence_and_verdicts_by_badness() {
    assertThat(new WalPosition(2, 0)).isGreaterThan(new WalPosition(1, 900));
    assertThat(List.of(Verdict.values())).containsExactly(Verdict.SATISFIED, Verdict.UNPROVABLE, Verdict.VIOLATED);
  }

  private static Arguments range(ThrowingCallable making, String field, String value, String legal) {
    return Arguments.of(making, field, value, legal);
  }

  private static void refused(ThrowingCallable making, String field, String value, String legal) {
    assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(field + " is '")
        .hasMessageContaining("'" + value + "'").hasMessageContaining(legal);
  }
}
