package io.aerodb.sim;

import io.aerodb.kernel.Finding;
import io.aerodb.kernel.HaltReason;
import io.aerodb.kernel.ReplicationState.Disabled;
import io.aerodb.kernel.ReplicationState.PrimaryActive;
import io.aerodb.kernel.ReplicationState.ReplicaActive;
import io.aerodb.kernel.ReplicationState.ReplicationHalted;
import io.aerodb.kernel.ReplicationState.Uninitialized;
import io.aerodb.kernel.WritesAtRisk;

/**
 * Makes the checks of a promotion that rest on the answer of its target. Of a target that gives no answer nothing is
 * proven, and no assertion stands in for it.
 */
final class TargetChecks {
  private final NodeRecord target;

  TargetChecks(NodeRecord target) {
    this.target = target;
  }

  Finding enabled() {
    return judge(Check.REPLICATION_DISABLED, "replication is switched on on " + target.node(),
        !(target.replication() instanceof Disabled));
  }

  Finding valid() {
    boolean holds = switch (target.replication()) {
      case Uninitialized() -> false;
      case ReplicationHalted(HaltReason reason) -> reason == HaltReason.AUTHORITY_AMBIGUITY;
      case Disabled off -> true;
      case PrimaryActive primary -> true;
      case ReplicaActive replica -> true;
    };
    return judge(Check.INVALID_STATE, target.node() + " has taken up the cluster's history and did not halt", holds);
  }

  Finding active() {
    String expected = target.node() + " answers as ReplicaActive";
    return target.process() == ProcessCondition.KILLED
        ? Check.NOT_ACTIVE.violated(expected, target.process().evidence(target.node()), risk(Check.NOT_ACTIVE))
        : judge(Check.NOT_ACTIVE, expected, target.replication() instanceof ReplicaActive);
  }

  Finding unambiguous() {
    return judge(Check.AUTHORITY_AMBIGUOUS, target.node() + " did not halt for ambiguous authority",
        !target.replication().equals(new ReplicationHalted(HaltReason.AUTHORITY_AMBIGUITY)));
  }

  private Finding judge(Check check, String expected, boolean holds) {
    if (!target.up()) {
      return check.unprovable(expected, target.process().evidence(target.node()), "the answer of " + target.node(),
          false, risk(check));
    }
    String observed = target.node() + " answers as " + States.name(target.replication());
    return holds ? check.satisfied(expected, observed) : check.violated(expected, observed, risk(check));
  }

  private WritesAtRisk risk(Check check) {
    return PromotionChecks.unknown(
        "which acknowledged writes " + target.node() + " lacks is not known while " + check.code() + " does not hold");
  }
}
