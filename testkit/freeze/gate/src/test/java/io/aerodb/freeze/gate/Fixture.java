package io.aerodb.freeze.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aerodb.freeze.claims.Aspect;
import io.aerodb.freeze.claims.TestEnding;
import io.aerodb.freeze.claims.TestRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Two commands, an invariant, two rules, and tests that prove all of it; a test takes one away. */
final class Fixture {
  static final String AUTHORITY = "the model";
  static final CommandRow LOOK = row("look", "inspection", "none", "observer, operator");
  static final CommandRow LEAP = row("leap", "control", "standard", "operator");
  static final String RULES = """
      # rules
      CM-1   a positive one
      CM-2 ! one that is attacked
      P7-A1 ! an invariant
      """;
  private static final String SECTION = """

      ### `%1$s`
      - class: %2$s
      - confirmation: %3$s
      - authority: %4$s
      - kernel action: `%1$s`
      - precondition: it can
      - failure semantics: nothing happens
      - audited: 2026-01-02
      - by: us
      - against: `model.txt`, SHA-256 `36cc7e3d6f6200756c81e18470827e9dac1c602fcd87761cbb0b8f015611c098`
      - why: we must
      """;
  static final String DOCUMENT = "# Model\n- class: what a command is\n"
      + SECTION.formatted("look", "inspection", "none", "observer, operator")
      + SECTION.formatted("leap", "control", "standard", "operator") + "## Notes\n- class: see above\n";

  final List<TestRecord> tests = new ArrayList<>();
  List<CommandRow> commands = List.of(LOOK, LEAP);
  String rules = RULES;
  String document = DOCUMENT;
  String authority = AUTHORITY;
  private FrozenTests frozen;

  Fixture() {
    for (Aspect aspect : Aspect.values()) {
      add("looks_" + aspect, "look/" + aspect).add("leaps_" + aspect, "leap/" + aspect);
    }
    add("positive", "CM-1").add("attack", "!CM-2").add("invariant", "!P7-A1").frozen();
  }

  static CommandRow row(String command, String commandClass, String confirmation, String authority) {
    return new CommandRow(command, new TreeMap<>(Map.of("class", commandClass, "confirmation", confirmation,
        "authority", authority, "kernel action", command)));
  }

  Fixture add(String method, String... claims) {
    return addTo("io.example.ATest", method, claims);
  }

  Fixture addTo(String className, String method, String... claims) {
    tests.add(new TestRecord(className, method, TestEnding.PASSED, new TreeSet<>(List.of(claims))));
    return this;
  }

  Fixture without(String method) {
    tests.removeIf(test -> test.method().equals(method));
    return this;
  }

  Fixture ending(String method, TestEnding ending) {
    tests.replaceAll(test -> test.method().equals(method)
        ? new TestRecord(test.className(), method, ending, test.claims())
        : test);
    return this;
  }

  /** The tests are frozen as they are now. */
  Fixture frozen() {
    frozen = FrozenTests.of(evidence());
    return this;
  }

  Evidence evidence() {
    return new Evidence(tests, List.of());
  }

  FreezeReport report() {
    var model = new CommandModel(commands, List.of("P7-A1"),
        ModelDocument.parse(document, "model.txt", authority.getBytes(UTF_8)));
    return new FreezeGate(RuleList.parse(rules), Optional.of(model), Optional.of(frozen)).judge(evidence());
  }

  /** Kind and subject of each gap. */
  Stream<String> gaps() {
    return report().gaps().stream().map(gap -> gap.kind() + " " + gap.subject());
  }

  /** The message of the one gap that there is. */
  String message() {
    List<Gap> gaps = report().gaps();
    return gaps.size() == 1 ? gaps.getFirst().message() : gaps.toString();
  }
}
