package io.aerodb.freeze.gate;

import io.aerodb.freeze.claims.Aspect;
import io.aerodb.freeze.claims.Ending;
import io.aerodb.freeze.claims.TestRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Two commands, an invariant, two rules, and tests that prove all of it; a test takes one away. */
final class Fixture {
  static final CommandRow LOOK = new CommandRow("look", "inspection", "none", "observer, operator", "look");
  static final CommandRow LEAP = new CommandRow("leap", "control", "standard", "operator", "leap");
  static final String RULES = """
      # rules
      CM-1   a positive one
      CM-2 ! one that is attacked
      P7-A1 ! an invariant
      """;
  static final String DOCUMENT = """
      # Model
      | command | class | confirmation | authority | kernel action |
      |---|---|---|---|---|
      | `look` | inspection | none | observer, operator | `look` |
      | `leap` | control | standard | operator | `leap` |

      | command | admitted | by | why |
      |---|:---|---|---|
      | `look` | 2026-01-02 | us | to see |
      | `leap` | 2026-01-02 | us | to act |
      """;

  final List<TestRecord> tests = new ArrayList<>();
  List<CommandRow> commands = List.of(LOOK, LEAP);
  String rules = RULES;
  String document = DOCUMENT;
  private FrozenTests frozen;

  Fixture() {
    for (Aspect aspect : Aspect.values()) {
      add("looks_" + aspect, "look/" + aspect).add("leaps_" + aspect, "leap/" + aspect);
    }
    add("positive", "CM-1").add("attack", "!CM-2").add("invariant", "!P7-A1").frozen();
  }

  Fixture add(String method, String... claims) {
    return addTo("io.example.ATest", method, claims);
  }

  Fixture addTo(String className, String method, String... claims) {
    tests.add(new TestRecord(className, method, Ending.PASSED, new TreeSet<>(List.of(claims))));
    return this;
  }

  Fixture without(String method) {
    tests.removeIf(test -> test.method().equals(method));
    return this;
  }

  Fixture ending(String method, Ending ending) {
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
    var model = new CommandModel(commands, List.of("P7-A1"), ModelDocument.parse(document));
    return FreezeGate.of(RuleList.parse(rules)).ofCommandModel(model).frozenTo(frozen).judge(evidence());
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
