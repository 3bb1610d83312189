package io.aerodb.command.session;

import io.aerodb.kernel.Finding;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.Reversibility;
import io.aerodb.kernel.Verdict;
import io.aerodb.kernel.WritesAtRisk;

/** Makes findings of any size. */
final class TooLarge {
  private TooLarge() {}

  /** More evidence than a record can hold, all of it satisfied. */
  static Finding[] findings() {
    return findings(60, "x".repeat(1000));
  }

  static Finding[] findings(int count, String observed) {
    var found = new Finding[count];
    for (int i = 0; i < count; i++) {
      found[i] = satisfied("AERO_CHECK_" + i, observed);
    }
    return found;
  }

  static Finding satisfied(String code, String observed) {
    return Finding.builder().code(code).invariant(new InvariantId("P6-S3")).verdict(Verdict.SATISFIED)
        .expected("it holds")
        .observed(observed).missingEvidence("").overridable(false).consequence("loss")
        .reversibility(Reversibility.IRREVERSIBLE).writesAtRisk(new WritesAtRisk.None()).build();
  }
}
