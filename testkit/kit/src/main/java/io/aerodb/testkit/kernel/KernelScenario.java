package io.aerodb.testkit.kernel;

/**
 * The scenarios that the kit asks a {@link KernelFixture} to arrange for its cluster. They happen behind the kernel's
 * back, never through it; each test asks for one or two, on a fresh cluster. Every scenario has a member that it is
 * about, its <i>target</i>.
 *
 * @since 0.1
 */
public enum KernelScenario {
  /**
   * The primary died and that can be proven; the target is a replica that holds every acknowledged write. Every check
   * of its promotion is satisfied. There is at least one more replica for which that is true as well, if the cluster
   * has one.
   */
  PRIMARY_LOST,
  /**
   * The primary gives no answer and nobody can tell whether it accepts writes; the target is a replica that lacks
   * nothing else. Each check that is not satisfied may be overridden.
   */
  PRIMARY_SILENT,
  /** The primary died and that can be proven; the target is a replica that provably lacks acknowledged writes. */
  REPLICA_BEHIND,
  /**
   * The primary died and that can be proven; the target is a replica that halted because its history is missing,
   * damaged or foreign.
   */
  REPLICA_HALTED,
  /** Nothing is wrong but that the target, a replica, gives no answer. */
  REPLICA_SILENT,
  /**
   * The primary died and another order to promote is being carried out right now, and stays so until the fixture is
   * closed; the target is a replica that the order does not name.
   */
  IN_PROGRESS,
  /** Authority moved, twice or more, by somebody else's orders; every check of the target's promotion is satisfied. */
  ANOTHER_EPOCH,
  /**
   * As {@link #PRIMARY_LOST}, and the next order that the kernel is given takes effect, but the kernel dies before it
   * could answer.
   */
  CUT_OFF_AFTER_EFFECT,
  /** As {@link #PRIMARY_LOST}, and the kernel dies on the next order, after it began and before it took effect. */
  CUT_OFF_BEFORE_EFFECT,
  /**
   * What the kernel remembers of the orders it was given can't be read any more, and its members still can. Asked for
   * after an order was carried out; the target is any member that an assessment of a promotion can be about.
   */
  EVIDENCE_UNREADABLE,
  /** The target has at least three WAL segments and at least three snapshots. Nothing is wrong. */
  LONG_HISTORY,
  /**
   * Nothing of the cluster can be reached within the call bound until the fixture is closed; the target is a replica.
   */
  UNREACHABLE
}
