package io.aerodb.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.command.doubles.PlaneFixture;
import io.aerodb.command.doubles.SampleCluster;
import io.aerodb.command.doubles.TestArbitraries;
import io.aerodb.command.error.SafeText;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.NodeId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Proves CM-1.2, CM-2.3: a command, its arguments, its input and its JSON are one thing. */
@Label("CM-1.2 CM-2.3")
class CommandRoundTripTest {
  @Provide
  Arbitrary<Command<?>> commands() {
    return TestArbitraries.commands();
  }

  @Property(tries = 500)
  void what_is_written_as_arguments_reads_as_the_same_command(@ForAll("commands") Command<?> command) {
    var input =
        CommandInput.of(Optional.of("r-1"), Optional.of(command.type().wireName()), command.arguments());

    ValidationResult reading = input.validate();

    assertThat(reading).isEqualTo(new ValidationResult.Valid(new RequestId("r-1"), command));
    assertThat(CommandInput.parse(input.json().canonical()).validate()).isEqualTo(reading);
  }

  @Property(tries = 300)
  void the_json_in_records_reads_back_as_the_same_command(@ForAll("commands") Command<?> command) {
    var json = command.json();
    String input = "{\"request\":\"r-1\",\"command\":" + json.get("name").orElseThrow().canonical() + ",\"arguments\":"
        + json.get("arguments").orElseThrow().canonical() + "}";

    assertThat(CommandInput.parse(input).validate())
        .isEqualTo(new ValidationResult.Valid(new RequestId("r-1"), command));
  }

  @Property(tries = 200)
  void a_command_shown_on_a_terminal_is_one_line(@ForAll("commands") Command<?> command) {
    assertThat(command.text().codePoints()).noneMatch(SafeText::isForbidden);
  }

  @Example
  void input_as_json_has_one_value_as_a_string_and_several_as_an_array() {
    var input = CommandInput.of(Optional.of("r-1"), Optional.of("inspect_node"),
        Map.of("node", List.of("n1"), "page", List.of("1", "2"), "size", List.of()));

    assertThat(input.json().canonical()).isEqualTo("{\"arguments\":{\"node\":\"n1\",\"page\":[\"1\",\"2\"],"
        + "\"size\":[]},\"command\":\"inspect_node\",\"request\":\"r-1\"}");
  }

  @Example
  void equal_forces_are_written_alike_however_their_overrides_were_sorted() {
    var backwards = new TreeSet<InvariantId>(Comparator.reverseOrder());
    backwards.addAll(List.of(new InvariantId("P6-A1"), new InvariantId("P6-S1")));

    var command = new ForcePromotion(SampleCluster.N2, PlaneFixture.REASON, backwards);

    assertThat(command).isEqualTo(PlaneFixture.force("P6-A1", "P6-S1"));
    assertThat(command.json()).isEqualTo(PlaneFixture.force("P6-A1", "P6-S1").json());
    assertThat(command.sentence()).isEqualTo(PlaneFixture.force("P6-A1", "P6-S1").sentence());
  }

  @Example
  void typed_constructors_are_strict() {
    assertThatThrownBy(() -> PlaneFixture.force()).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 32");
    String[] most = IntStream.rangeClosed(1, 33).mapToObj(i -> "P5-I" + i).toArray(String[]::new);
    assertThat(PlaneFixture.force(Arrays.copyOf(most, 32)).overrides()).hasSize(32);
    assertThatThrownBy(() -> PlaneFixture.force(most)).hasMessageContaining("has 33 invariants but must have 1 to 32");
    assertThatThrownBy(() -> new Reason("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Reason("x".repeat(501))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Operator("a\u202Eb", Authority.OPERATOR)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RequestId("-r")).isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void a_minted_id_is_128_bits_of_the_given_source() {
    assertThat(RequestId.mint(new Random(1))).isEqualTo(RequestId.mint(new Random(1)));
    assertThat(RequestId.mint(new Random(1)).value()).matches("[0-9a-f]{32}");
    byte[] bits = new byte[16];
    new Random(1).nextBytes(bits);
    assertThat(RequestId.mint(new Random(1)).value()).isEqualTo(HexFormat.of().formatHex(bits));
  }

  @Example
  void two_minted_ids_differ() {
    var random = new Random(1);

    assertThat(RequestId.mint(random)).isNotEqualTo(RequestId.mint(random));
  }

  @Example
  void request_ids_sort_as_their_text_does() {
    assertThat(Stream.of("r-2", "r-10", "R-1").map(RequestId::new).sorted()).extracting(RequestId::value)
        .containsExactly("R-1", "r-10", "r-2");
    assertThat(new RequestId("r-1")).hasToString("r-1");
  }

  @Property(tries = 200)
  void the_member_that_a_command_names_is_its_target_and_only_a_force_overrides(
      @ForAll("commands") Command<?> command) {
    List<String> named = command.type().arguments().stream().filter(a -> a.kind() == ArgumentKind.NODE_ID)
        .flatMap(a -> command.arguments().getOrDefault(a.name(), List.of()).stream()).toList();

    assertThat(command.target().map(NodeId::value).stream().toList()).isEqualTo(named);
    if (command instanceof ControlCommand control) {
      assertThat(control.overrides().isEmpty()).isEqualTo(!(command instanceof ForcePromotion));
      assertThat(command.text()).contains("reason='" + SafeText.escape(control.reason().toString()) + "'");
    }
  }
}
