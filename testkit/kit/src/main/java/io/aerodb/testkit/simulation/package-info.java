/**
 * A randomised test of the whole: operators work on control planes, over one cluster and one audit log, while the
 * cluster changes, the clock is set, calls fail and processes die. One seed decides everything, so a failure comes back
 * whenever it is asked for.
 *
 * <p>{@link io.aerodb.testkit.simulation.Simulation} runs it, out of the box on the simulated cluster and a log in
 * memory, or on a host's own kernel ({@link io.aerodb.testkit.simulation.ClusterUnderTest}) and a host's own log. After
 * every event the trail is held against a second model of what a trail may look like, and {@link
 * io.aerodb.testkit.simulation.HistoryChecker} judges what was asked, what was answered and what the kernel did.
 *
 * <p>Everything runs on the caller's thread; what overlaps in a real process overlaps here at named points of a call,
 * where another operator comes in or the process dies. Threads that really run side by side are not simulated here.
 */
@NullMarked
package io.aerodb.testkit.simulation;

import org.jspecify.annotations.NullMarked;
