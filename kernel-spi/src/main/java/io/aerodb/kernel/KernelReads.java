package io.aerodb.kernel;

import java.util.SortedSet;

/**
 * The planning reads: everything an explanation needs, and nothing that could change anything. The planner is handed
 * this type alone, so that explaining cannot mutate (CM-2.4).
 *
 * <p><b>Called</b> by a control plane, on the thread of the operator's request, from any number of threads at once:
 * before a confirmable command is proposed, and for a control command once more right after it was confirmed.
 *
 * <p><b>Must</b> leave the kernel exactly as it was (P7-S2). Must return or throw within {@link Kernel#callBound()}.
 * Must not answer from a cache (ST-2). Must answer one consistent reading: cluster, epoch, roles and membership equal
 * before and after; if they are not, one re-read, then throw (ST-3). May block. Never answers {@code null}.
 *
 * <p><b>When it throws</b> the command is not executed, and the error names the class of what was thrown.
 *
 * @since 0.1
 */
public interface KernelReads {
  /**
   * Judges one possible transition.
   *
   * @param transition which
   * @param target the member that is named; one that is not a member is rejected, never replaced by another
   * @param unresolved ids of dispatched control requests whose outcome the trail does not know; each is answered in
   *     {@link Assessment#settled()}, truly: {@link RequestResolution#CANNOT_TELL} whenever the evidence can't be read
   * @return {@code Completed} with every check that the transition needs, satisfied or not; a promotion has at least
   *     one check each for P6-A1, P6-A3, P6-S1 and P6-S2. {@code Rejected} when the target is unknown or its role makes
   *     the transition meaningless
   */
  KernelResponse<Assessment> assess(Transition transition, NodeId target, SortedSet<String> unresolved);

  /**
   * Declares what a collection of diagnostics will cost at most.
   *
   * @param scope how deep
   * @return {@code Completed} with a bound for each member that will be asked
   */
  KernelResponse<DiagnosticCost> estimate(DiagnosticScope scope);
}
