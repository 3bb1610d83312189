package io.aerodb.freeze.gate;

import io.aerodb.freeze.claims.Aspect;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Two commands, two codes, one invariant, three rules, and tests that prove all of it; a test takes one away. */
final class Fixture {
  static final CommandRow LOOK = new CommandRow("look", "inspection", "none", "observer, operator", "look");
  static final CommandRow LEAP = new CommandRow("leap", "control", "standard", "operator", "leap");
  static final ClosedSet LIBRARY = new ClosedSet(List.of(LOOK, LEAP), List.of("NO_SUCH", "TOO_LATE"), List.of("P7-A1"));
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
  String rules = RULES;
  String untestable = "";
  String document = DOCUMENT;
  ClosedSet library = LIBRARY;
  FrozenTests frozen;

  Fixture() {
    for (Aspect aspect : Aspect.values()) {
      add("looks_" + aspect, "look/" + aspect);
      add("leaps_" + aspect, "leap/" + aspect);
    }
    add("positive", "CM-1");
    add("attack", "!CM-2");
    add("invariant", "!P7-A1");
    tests.add(new TestRecord("io.example.ATest", "codes", "codes", Ending.PASSED, set(), set("NO_SUCH", "TOO_LATE")));
    frozen = FrozenTests.of(evidence());
  }

  static SortedSet<String> set(String... texts) {
    return new TreeSet<>(List.of(texts));
  }

  void add(String method, String... claims) {
    tests.add(new TestRecord("io.example.ATest", method, method, Ending.PASSED, set(claims), set()));
  }

  /** Takes a test away. */
  Fixture without(String method) {
    tests.removeIf(test -> test.method().equals(method));
    return this;
  }

  /** Lets a test end otherwise. */
  Fixture ending(String method, Ending ending) {
    tests.replaceAll(test -> test.method().equals(method) ? test.within(ending) : test);
    return this;
  }

  /** Gives a test other claims. */
  Fixture claiming(String method, String... claims) {
    tests.replaceAll(test -> test.method().equals(method)
        ? new TestRecord(test.className(), method, method, test.ending(), set(claims), test.codes())
        : test);
    return this;
  }

  /** The tests are frozen as they are now. */
  Fixture frozen() {
    frozen = FrozenTests.of(evidence());
    return this;
  }

  Evidence evidence() {
    return new Evidence(tests, List.of(), List.of());
  }

  FreezeReport report() {
    return FreezeGate.of(RuleList.parse(rules).untestable(untestable))
        .ofCommandModel(library, ModelDocument.parse(document)).frozenTo(frozen).judge(evidence());
  }

  /** Kind and subject of each gap. */
  Stream<String> gaps() {
    return report().gaps().stream().map(gap -> gap.kind() + " " + gap.subject());
  }
}
