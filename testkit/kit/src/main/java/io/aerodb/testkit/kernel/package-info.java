/**
 * The contract kit for kernels: what {@link io.aerodb.kernel.Kernel} asks of an adapter, as tests.
 *
 * <p>A host extends {@link io.aerodb.testkit.kernel.KernelKit} and answers one question,
 * {@link io.aerodb.testkit.kernel.KernelKit#fixture()}: a fresh kernel over a fresh cluster. What the kit needs to
 * happen to that cluster is a {@link io.aerodb.testkit.kernel.KernelScenario}, which the host's
 * {@link io.aerodb.testkit.kernel.KernelFixture} arranges, or can't, with a reason that becomes the skipped test's.
 * Each test names the {@link io.aerodb.testkit.kernel.KernelDuty} that it verifies, and fails with its id, its rules
 * and what was found.
 *
 * <p>Needs JUnit Jupiter at run time. Not here: commands, confirmation and audit.
 */
@NullMarked
package io.aerodb.testkit.kernel;

import org.jspecify.annotations.NullMarked;
