package io.aerodb.sim;

import io.aerodb.kernel.NodeId;
import io.aerodb.kernel.TransitionPhase;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The kernel's own durable state, kept in one file that is replaced as a whole.
 *
 * @param authority who may write
 * @param members all members
 * @param phase where the state machines stand
 * @param ongoing what they are busy with, exactly when the phase is not steady
 * @param historyCount how many steps the file of the history holds
 * @param historyBytes where they end in the file; what lies behind was never completed
 */
record KernelRecord(AuthorityRecord authority, SortedSet<NodeId> members, TransitionPhase phase,
    Optional<Ongoing> ongoing,
    long historyCount,
    long historyBytes) {
  KernelRecord with(AuthorityRecord changed) {
    return new KernelRecord(changed, members, phase, ongoing, historyCount, historyBytes);
  }

  KernelRecord joinedBy(NodeId node) {
    SortedSet<NodeId> more = new TreeSet<>(members);
    more.add(node);
    return new KernelRecord(authority, more, phase, ongoing, historyCount, historyBytes);
  }

  /** The same with nothing in progress. */
  KernelRecord idle() {
    return new KernelRecord(authority, members, TransitionPhase.STEADY, Optional.empty(), historyCount, historyBytes);
  }

  boolean steady() {
    return phase == TransitionPhase.STEADY;
  }

  static KernelRecord read(Fields fields) {
    Fields ongoing = fields.part("ongoing.");
    return new KernelRecord(AuthorityRecord.read(fields.part("authority.")),
        AuthorityRecord.nodes(fields.text("members")),
        TransitionPhase.valueOf(fields.text("phase")),
        ongoing.isEmpty() ? Optional.empty() : Optional.of(Ongoing.read(ongoing)),
        fields.number("history-count"), fields.number("history-bytes"));
  }

  Fields fields() {
    Fields fields =
        Fields.empty().putAll("authority.", authority.fields()).put("members", AuthorityRecord.text(members))
            .put("phase", phase)
            .put("history-count", historyCount).put("history-bytes", historyBytes);
    ongoing.ifPresent(order -> fields.putAll("ongoing.", order.fields()));
    return fields;
  }
}
