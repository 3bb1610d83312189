package io.aerodb.testkit.kernel;

import java.util.List;

/**
 * The duties of a {@link io.aerodb.kernel.Kernel}: one sentence each, with the rules that it serves.
 *
 * @since 0.1
 */
public enum KernelDuty {
  COMPLETE_VIEWS("K-01", "every member stands in every view, also one that can't be read", "CM-4.1", "CM-4.3", "ST-4"),
  CONSISTENT_VIEWS("K-02", "views of one state agree on epoch, primary and members", "ST-3", "CM-4.1"),
  NOTHING_FILLED_IN("K-03", "what nobody could read is said to be unreadable, and no value stands in for it", "ST-4"),
  NOTHING_CACHED("K-04", "an answer is read from the cluster, never remembered", "ST-2"),
  EXACT_IDS("K-05", "an id that is not a member's is refused, never replaced by another", "CM-4.2", "CM-1.4"),
  ANSWERED_AS_ASKED("K-06",
      "an answer is for exactly the node, page, scope, transition and requests that were asked about",
      "CM-4.2", "CM-5.2"),
  CLUSTER_NAMED("K-07", "every answer names the cluster that the adapter was opened for", "CM-1.4"),
  OTHER_CLUSTER_REJECTED("K-08", "an order for another cluster is rejected and changes nothing", "CM-1.4"),
  READS_CHANGE_NOTHING("K-09", "inspections, planning reads and diagnostics change nothing", "CM-4.0", "CM-5.0",
      "P7-S2"),
  SAME_STATE_SAME_WORD("K-10", "the same question in the same state is judged the same", "P7-D2", "CM-10.2"),
  REQUIRED_CHECKS("K-11", "a promotion is judged by at least one check each for P6-A1, P6-A3, P6-S1 and P6-S2",
      "CM-6.1b",
      "CM-6.1c"),
  UNPROVABLE_SAID("K-12", "a check whose evidence can't be read is UNPROVABLE, and says what is missing", "CM-6.1d",
      "ST-4"),
  VIOLATED_SAID("K-13", "a check that provably does not hold is VIOLATED, and no assertion may stand in for it",
      "CM-6.1c",
      "CM-6.3b"),
  MEANINGLESS_REFUSED("K-14", "a transition that the target's role makes meaningless is refused", "CM-6.1b", "CM-6.2"),
  CHECKED_IN_THE_ACT("K-15", "every check is made again when the order is carried out, and one that fails rejects it",
      "CM-6.1b", "CM-7.1", "P7-E3"),
  REJECTION_FORM("K-16", "a rejection has a stable upper-case code and names the invariants it rests on", "ER-4",
      "CM-10.1",
      "P7-O2"),
  EPOCH_COMPARED("K-17", "an order that was judged in another epoch is rejected", "CF-3", "CM-9.2"),
  EPOCH_NEVER_RETURNS("K-18", "the epoch changes with every transition and never returns to an earlier value", "CF-3"),
  EPOCH_STEADY("K-19", "the epoch does not change with reachability, lag, checkpoints or writes", "CF-3", "CM-2.3"),
  AUTHORITY_MOVED("K-20", "Completed means that authority has moved, durably, by this one transition", "CM-2.2",
      "P7-E1"),
  ANSWER_NAMES_ORDER("K-21", "the answer names the order's cluster, request, transition, target and epoch", "CM-1.4",
      "P7-E3"),
  ROLES_COME_TRUE("K-22", "members become what the assessment said they would", "CM-8.2", "CF-6"),
  DEMOTION_LEAVES_NOBODY("K-23", "after a demotion no member accepts writes, and its final position was answered",
      "CM-6.2"),
  RIGHT_METHOD("K-24", "an order that is handed to the method of another transition is rejected", "CM-1.2", "P7-E1"),
  FIRST_RESULT_AGAIN("K-25", "the same order again is answered with the first result and has no effect", "CM-9.1",
      "P7-F3"),
  OTHER_DIGEST_REJECTED("K-26", "a used request id with another digest is rejected and changes nothing", "CM-9.1"),
  FORCE_LIFTS_NAMED("K-27", "a force lifts the overridable checks that were acknowledged by name, and no other",
      "CM-6.3b"),
  FORCE_KEEPS_THE_REST("K-28", "a force lifts nothing that is not overridable, never beside a writable primary",
      "CM-6.3b"),
  SETTLED_TRULY("K-29", "every request that was asked about is settled, and truly", "CM-9.2", "FM-4"),
  EVIDENCE_WITH_EFFECT("K-30", "an effect and the evidence of it are durable together", "FM-5", "P7-F2"),
  NOT_GUESSED("K-31", "evidence that can't be read is no evidence", "ST-4", "FM-4"),
  UNKNOWN_NOT_REFUSED("K-32", "what may have taken effect is never answered as refused", "P7-E2", "ER-5", "FM-4"),
  IN_PROGRESS_SEEN("K-33", "a transition that is under way is seen, and keeps another one out", "CM-4.4", "CM-7.1"),
  CEILING_KEPT("K-34", "diagnostics declare bounds for each member, stop at the ceiling they were given, and say so",
      "CM-5.1b"),
  PAGES_KEPT("K-35", "a page holds what was asked for, and all pages together everything once", "CM-5.2", "CM-5.3"),
  ONE_OF_MANY("K-36", "of many orders at once at most one takes effect", "CM-2.2", "CM-9.2"),
  CLOSE_CHANGES_NOTHING("K-37", "closing changes nothing in the cluster, does not throw, and may be repeated", "P7-S1"),
  WITHIN_BOUND("K-38", "every call returns or throws within the bound", "FM-4"),
  DENIED_IS_REFUSED("K-39", "what a kernel does not do it refuses, by an answer that changes nothing", "P7-S3", "ER-4"),
  NOT_REFUSED("K-40", "what is there is read, and what nothing stands against is carried out", "P7-D2", "CM-10.2");

  private final String id;
  private final String sentence;
  // List.of made it.
  private final List<String> rules;

  KernelDuty(String id, String sentence, String... rules) {
    this.id = id;
    this.sentence = sentence;
    this.rules = List.of(rules);
  }

  /** Its stable id, such as {@code K-07}; never given to another duty. */
  public String id() {
    return id;
  }

  /** What must hold. */
  public String sentence() {
    return sentence;
  }

  /** Ids of the rules and invariants it serves; at least one. */
  public List<String> rules() {
    return rules;
  }

  void require(boolean holds, String found) {
    if (!holds) {
      throw broken(found);
    }
  }

  AssertionError broken(String found) {
    return new AssertionError(id + " is broken: " + sentence + " (" + String.join(", ", rules) + "). Found: " + found);
  }
}
