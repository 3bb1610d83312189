package io.aerodb.freeze.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether the tests that prove something are still those of the freeze, and no others. */
final class FrozenCheck {
  private FrozenCheck() {}

  static List<Gap> gaps(FrozenTests frozen, Evidence evidence) {
    var gaps = new ArrayList<Gap>();
    FrozenTests now = FrozenTests.of(evidence);
    frozen.claims().forEach((id, claims) -> {
      SortedSet<String> claimed = now.claims().get(id);
      if (claimed == null) {
        gaps.add(gap(id, id + " proved " + String.join(" ", claims) + " when the set was frozen, and now "
            + whatBecameOf(id, evidence)
            + ": bring it back, or reopen the freeze by taking it out of the frozen tests"));
      } else if (!claimed.containsAll(claims)) {
        gaps.add(gap(id,
            id + " no longer claims " + without(claims, claimed) + " as it did when the set was frozen: put "
                + annotations(claims, claimed)
                + " back on it, or reopen the freeze by changing its line in the frozen tests"));
      }
    });
    now.claims().forEach((id, claims) -> {
      SortedSet<String> known = frozen.claims().getOrDefault(id, new TreeSet<>());
      if (!known.containsAll(claims)) {
        gaps.add(gap(id,
            id + " claims " + without(claims, known) + ", which is not among the frozen tests: add it there, as in "
                + "the list that this gate writes"));
      }
    });
    return gaps;
  }

  private static String whatBecameOf(String id, Evidence evidence) {
    TestRecord test = evidence.byId().get(id);
    return test == null ? "is gone or claims nothing" : test.passed() ? "claims nothing" : "was " + test.ending();
  }

  private static String without(SortedSet<String> all, SortedSet<String> some) {
    return all.stream().filter(claim -> !some.contains(claim)).collect(Collectors.joining(" "));
  }

  private static String annotations(SortedSet<String> all, SortedSet<String> some) {
    List<String> missing = all.stream().filter(claim -> !some.contains(claim)).map(Claim::annotation).toList();
    return String.join(" ", missing);
  }

  private static Gap gap(String id, String message) {
    return new Gap(Gap.Kind.NOT_AS_FROZEN, id, message);
  }
}
