package io.aerodb.audit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.freeze.claims.Covers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the canonical JSON of records: what is written, and what is refused when it is read. */
class JsonTest {
  @Property(tries = 500)
  @Covers("CM-2.3")
  void what_is_written_is_read_back_and_written_the_same(@ForAll("values") Json value) {
    String canonical = value.canonical();

    assertThat(Json.parse(canonical)).isEqualTo(value);
    assertThat(Json.parse(canonical).canonical()).isEqualTo(canonical);
  }

  @Property(tries = 500)
  void no_text_makes_the_reader_fail_in_another_way_than_it_says(@ForAll("hostile") String text) {
    try {
      Json read = Json.parse(text);
      assertThat(Json.parse(read.canonical())).isEqualTo(read);
    } catch (JsonFormatException e) {
      assertThat(e).hasMessageMatching("(?s)character \\d+: .{1,120}").hasNoCause();
      assertThatThrownBy(() -> Json.parse(text)).hasMessage(e.getMessage());
    }
  }

  @Provide
  Arbitrary<Json> values() {
    return json(3);
  }

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> pieces =
        Arbitraries.of("{", "}", "[", "]", ",", ":", "\"", "\"a\"", "1", "-", "0", "1.5", "1e3", "true", "null", " ",
            "\\", "\\u", "\ud800", "\u0000", "//", "NaN");
    return pieces.list().ofMaxSize(12).map(parts -> String.join("", parts));
  }

  private static Arbitrary<Json> json(int depth) {
    Arbitrary<Json> leaf =
        Arbitraries.oneOf(
            text().map(Json.Str::new),
            Arbitraries.longs().between(-Json.Int.MAX, Json.Int.MAX).map(Json.Int::new),
            Arbitraries.of(true, false).map(Json.Bool::new));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Json> arrays = json(depth - 1).list().ofMaxSize(4).map(Json.Arr::new);
    Arbitrary<Json> objects =
        Arbitraries.maps(text(), json(depth - 1)).ofMaxSize(4).map(m -> new Json.Obj(new TreeMap<>(m)));
    return Arbitraries.oneOf(leaf, arrays, objects);
  }

  private static Arbitrary<String> text() {
    Arbitrary<String> plain = Arbitraries.strings().all().ofMaxLength(8).filter(JsonTest::isWhole);
    Arbitrary<String> odd =
        Arbitraries.of("\b\t\n\f\r", "\"\\/", "\u0000\u001f\u007f", "\ud83d\ude00", "\ue000", "\u2028\u202e\ufeff");
    return Combinators.combine(plain, Arbitraries.oneOf(odd, Arbitraries.just(""))).as((a, b) -> a + b);
  }

  private static boolean isWhole(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "[1", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "'a'", "01", "+1", "--1", "1 2",
      "[]]", "tru", "NaN", "\"a", "\"\t\"", "\"\\x\"", "/**/1", "\ufeff1x"})
  void what_is_no_json_is_refused(String text) {
    assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonFormatException.class)
        .hasMessageStartingWith("character ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock = """
          null                       | value is null; what is absent must be left out
          [1.5]                      | number is '1.5' but must be an integer without exponent
          1e3                        | number is '1e3' but must be an integer without exponent
          9007199254740992           | integer is '9007199254740992' but must be within ±(2^53−1)
          -9223372036854775809       | integer is '-9223372036854775809' but must be within ±(2^53−1)
          {"a":1,"a":2}              | name 'a' stands twice in one object
          {"\\u0061":1,"a":2}        | name 'a' stands twice in one object
          "\\ud800"                  | string has a lone surrogate
          1 2                        | something follows the value
          """)
  void what_a_record_can_not_carry_is_named(String text, String message) {
    assertThatThrownBy(() -> Json.parse(text.replace("\\\\", "\\"))).hasMessageMatching("character \\d+: .*")
        .hasMessageEndingWith(message);
  }

  @Test
  void a_message_never_quotes_more_than_40_characters() {
    String digits = "9".repeat(900);

    assertThatThrownBy(() -> Json.parse(digits)).hasMessageContaining("'" + "9".repeat(39) + "…'")
        .hasMessageNotContaining("9".repeat(41));
    String forty = "9".repeat(40);
    assertThatThrownBy(() -> Json.parse(forty)).hasMessageContaining("'" + forty + "'");
  }

  @Test
  void a_message_never_cuts_a_character_in_half() {
    String name = "x".repeat(38) + "\ud83d\ude00" + "x";
    String text = "{\"" + name + "\":1,\"" + name + "\":1}";

    assertThatThrownBy(() -> Json.parse(text)).hasMessageContaining("'" + "x".repeat(38) + "…'");
  }

  @Test
  void depth_and_length_have_limits() {
    assertThat(Json.parse("[".repeat(64) + "]".repeat(64))).isInstanceOf(Json.Arr.class);
    assertThatThrownBy(() -> Json.parse("[".repeat(65) + "]".repeat(65)))
        .hasMessageEndingWith("nested deeper than 64 levels");
    assertThat(Json.parse(nested(64))).isInstanceOf(Json.Obj.class);
    assertThatThrownBy(() -> Json.parse(nested(65))).hasMessageEndingWith("nested deeper than 64 levels");
    assertThatThrownBy(() -> Json.parse("[".repeat(100_000))).isInstanceOf(JsonFormatException.class);
    assertThat(Json.parse("\"" + "x".repeat((1 << 20) - 2) + "\"")).isInstanceOf(Json.Str.class);
    assertThatThrownBy(() -> Json.parse("\"" + "x".repeat((1 << 20) - 1) + "\""))
        .hasMessage("text is longer than 1048576 bytes, the most that is read");
    assertThatThrownBy(() -> Json.parse("\"" + "\u20ac".repeat(400_000) + "\""))
        .hasMessageStartingWith("text is longer");
  }

  private static String nested(int depth) {
    return "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
  }

  @Test
  void names_stand_in_the_order_of_utf_16_code_units() {
    Json.Obj object = Json.object().put("\ue000", 1).put("\ud83d\ude00", 2).put("b", 3).put("B", 4).put("", 5).build();

    assertThat(object.canonical()).isEqualTo("{\"\":5,\"B\":4,\"b\":3,\"\ud83d\ude00\":2,\"\ue000\":1}");
  }

  @Test
  void only_what_must_be_escaped_is_escaped() {
    assertThat(new Json.Str("\b\t\n\f\r\"\\/\u0000\u001f\u007f\u2028<é").canonical())
        .isEqualTo("\"\\b\\t\\n\\f\\r\\\"\\\\/\\u0000\\u001f\u007f\u2028<é\"");
  }

  @Test
  void values_refuse_what_no_record_can_carry() {
    assertThatThrownBy(() -> new Json.Str("\ud800")).hasMessageContaining("lone surrogate at index 0");
    assertThatThrownBy(() -> new Json.Obj(new TreeMap<>(Map.of("\udc00", new Json.Int(1)))))
        .hasMessageContaining("lone surrogate at index 0");
    assertThatThrownBy(() -> new Json.Int(Json.Int.MAX + 1)).hasMessageContaining("must be within");
    assertThatThrownBy(() -> Json.object().put("a", 1).put("a", 2)).hasMessage("member 'a' is there already");
  }

  @Test
  void an_object_answers_for_its_members_by_kind() {
    Json.Obj object = Json.object().put("t", "x").put("n", 1).put("a", Json.Arr.ofStrings(List.of("p", "q")))
        .put("o", Json.Obj.EMPTY).build();

    assertThat(object.text("t")).contains("x");
    assertThat(object.text("n")).isEmpty();
    assertThat(object.texts("a")).containsExactly("p", "q");
    assertThat(object.texts("t")).isEmpty();
    assertThat(object.object("o")).contains(Json.Obj.EMPTY);
    assertThat(object.get("missing")).isEmpty();
  }
}
