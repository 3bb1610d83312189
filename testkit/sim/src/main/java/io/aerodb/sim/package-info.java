/**
 * A simulated AeroDB cluster and its kernel, durable in a directory or kept in memory: the reference implementation of
 * {@link io.aerodb.kernel.Kernel}.
 *
 * <p>{@link io.aerodb.sim.SimulatedKernel} is the SPI side: AeroDB's promotion and demotion state machines,
 * its order of checks and its codes. {@link io.aerodb.sim.SimulatedCluster} is the other side, what merely
 * happens to a cluster: it is created, written to, and its members die, freeze, lose their network, lag, halt,
 * diverge and come back ({@link io.aerodb.sim.ClusterEvent}). The two never mix: no kernel method makes
 * anything happen to a member, and no event moves write authority.
 *
 * <p>Any number of threads and processes see the same cluster at once. Every file but the history is replaced as a
 * whole, and of the history only what was counted stands, so that a process can be killed at any moment;
 * {@link io.aerodb.sim.storage.ClusterLayout} says what lies where.
 *
 * <p>Not here: commands, confirmation and audit, nor people at work, who live in {@code io.aerodb.testkit.simulation}.
 * This package imports {@code io.aerodb.kernel} and the JDK alone.
 */
@NullMarked
package io.aerodb.sim;

import org.jspecify.annotations.NullMarked;
