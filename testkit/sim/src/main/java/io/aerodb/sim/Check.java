package io.aerodb.sim;

import io.aerodb.kernel.Finding;
import io.aerodb.kernel.InvariantId;
import io.aerodb.kernel.Reversibility;
import io.aerodb.kernel.Verdict;
import io.aerodb.kernel.WritesAtRisk;

/**
 * The checks that AeroDB makes of a transition, in its order. The first group belongs to promotions, the second to
 * demotions.
 */
enum Check {
  REPLICATION_DISABLED("AERO_PROMOTION_REPLICATION_DISABLED", "P5-I16", Reversibility.IRREVERSIBLE,
      "a member without replicated history would hold write authority, and the others could not follow it"),
  INVALID_STATE("AERO_PROMOTION_INVALID_REPLICATION_STATE", "P6-S2", Reversibility.IRREVERSIBLE,
      "entries that are missing, damaged or foreign on the target would become the history of the cluster"),
  AUTHORITY_AMBIGUOUS("AERO_PROMOTION_AUTHORITY_AMBIGUOUS", "P6-A1", Reversibility.IRREVERSIBLE,
      "entries written under two authorities would both count as the history of the cluster"),
  NOT_ACTIVE("AERO_PROMOTION_REPLICA_NOT_ACTIVE", "P6-A3", Reversibility.IRREVERSIBLE,
      "a member that does not follow the cluster would hold write authority, without the entries it missed"),
  PRIMARY_STILL_ACTIVE("AERO_PROMOTION_PRIMARY_STILL_ACTIVE", "P6-A1", Reversibility.IRREVERSIBLE,
      "two members accept writes at once; their histories fork, and the acknowledged writes of one of them are lost"),
  BEHIND_WAL("AERO_PROMOTION_REPLICA_BEHIND_WAL", "P6-S1", Reversibility.IRREVERSIBLE,
      "every acknowledged write past the target's position is lost"),
  IN_PROGRESS("AERO_PROMOTION_ALREADY_IN_PROGRESS", "P6-A2", Reversibility.IRREVERSIBLE,
      "two transitions interleave and authority is granted twice"),
  IMPLICIT_CLAIM("AERO_PROMOTION_IMPLICIT_AUTHORITY_CLAIM", "P6-A3", Reversibility.IRREVERSIBLE,
      "a member that no request ever named writes beside the target"),
  NOT_PREFIX("AERO_PROMOTION_WAL_NOT_PREFIX", "P6-S2", Reversibility.IRREVERSIBLE,
      "the target goes on from a history that the other members do not share, and they can't follow it"),
  MVCC_VISIBILITY("AERO_PROMOTION_MVCC_VISIBILITY_VIOLATION", "P6-S3", Reversibility.REVERSIBLE,
      "readers of the target do not see transactions that were committed before"),

  NOT_WRITABLE("AERO_DEMOTION_TARGET_NOT_WRITABLE", "P6-A1", Reversibility.IRREVERSIBLE,
      "authority is taken from a member that may go on accepting writes"),
  NOT_ONLY_WRITABLE("AERO_DEMOTION_NOT_ONLY_WRITABLE_MEMBER", "P6-A1", Reversibility.IRREVERSIBLE,
      "another member goes on accepting writes after the target gave up authority"),
  FINAL_POSITION("AERO_DEMOTION_FINAL_POSITION_UNKNOWN", "P6-S1", Reversibility.IRREVERSIBLE,
      "nobody can say later which entries a promoted member has to hold");

  private final String code;
  private final InvariantId invariant;
  private final Reversibility reversibility;
  private final String consequence;

  Check(String code, String invariant, Reversibility reversibility, String consequence) {
    this.code = code;
    this.invariant = new InvariantId(invariant);
    this.reversibility = reversibility;
    this.consequence = consequence;
  }

  String code() {
    return code;
  }

  Finding satisfied(String expected, String observed) {
    return finding(Verdict.SATISFIED, expected, observed, "", false, new WritesAtRisk.None());
  }

  Finding violated(String expected, String observed, WritesAtRisk risk) {
    return finding(Verdict.VIOLATED, expected, observed, "", false, risk);
  }

  Finding unprovable(String expected, String observed, String missing, boolean overridable, WritesAtRisk risk) {
    return finding(Verdict.UNPROVABLE, expected, observed, missing, overridable, risk);
  }

  private Finding finding(Verdict verdict, String expected, String observed, String missing, boolean overridable,
      WritesAtRisk risk) {
    return Finding.builder().code(code).invariant(invariant).verdict(verdict).expected(expected).observed(observed)
        .missingEvidence(missing)
        .overridable(overridable).consequence(consequence).writesAtRisk(risk).reversibility(reversibility).build();
  }
}
