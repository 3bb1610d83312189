package io.aerodb.freeze.gate;

import io.aerodb.freeze.claims.Aspect;

/** The text of claims, as the recorder writes it, and the annotation that makes each. */
final class Claim {
  private Claim() {}

  static String violation(String rule) {
    return "!" + rule;
  }

  static String aspect(String command, Aspect aspect) {
    return command + "/" + aspect;
  }

  /** The annotation that makes it. */
  static String annotation(String claim) {
    int slash = claim.indexOf('/');
    if (slash >= 0) {
      String aspect = claim.substring(slash + 1);
      return "@Covers(command = \"" + claim.substring(0, slash) + "\", aspect = Aspect." + aspect + ")";
    }
    return claim.startsWith("!") ? "@CoversViolation(\"" + claim.substring(1) + "\")" : "@Covers(\"" + claim + "\")";
  }
}
