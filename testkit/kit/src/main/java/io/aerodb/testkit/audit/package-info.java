/**
 * The contract kit for audit logs: what {@link io.aerodb.audit.AuditLog} and {@link io.aerodb.audit.AuditTrail} ask of
 * an implementation, as tests.
 *
 * <p>A host extends {@link io.aerodb.testkit.audit.AuditLogKit} and answers one question,
 * {@link io.aerodb.testkit.audit.AuditLogKit#fixture()}: a fresh, empty log. What the kit needs to happen to it, a
 * restart or a loss of power, is a {@link io.aerodb.testkit.audit.LogScenario}, which the host's
 * {@link io.aerodb.testkit.audit.AuditLogFixture} arranges, or can't, with a reason that becomes the skipped test's.
 * Each test names the {@link io.aerodb.testkit.audit.LogDuty} that it verifies, and fails with its id, its rules and
 * what was found.
 *
 * <p>Needs JUnit Jupiter at run time. Not here: commands and kernels.
 */
@NullMarked
package io.aerodb.testkit.audit;

import org.jspecify.annotations.NullMarked;
