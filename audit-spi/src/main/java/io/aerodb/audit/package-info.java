/**
 * What an audit log promises: the record, its stages and their grammar, its canonical bytes, and the SPI that a log
 * implements.
 *
 * <p>{@link io.aerodb.audit.AuditLog} has one way to write, {@link io.aerodb.audit.AuditLog#append}, and
 * {@link io.aerodb.audit.AuditTrail} is everything that can be read. One principle holds throughout: an answer is a
 * fact, a throw means that nobody knows. Nothing here alters or deletes a record, and no command is known here: a log
 * checks stage, order, texts and size, and that each stage has its members.
 *
 * <p>Who keeps records in a storage of his own writes a {@link io.aerodb.audit.store.RecordStore}, and
 * {@link io.aerodb.audit.store.StoredAuditLog} is the log; who needs more than one writing process implements
 * {@link io.aerodb.audit.AuditLog} itself.
 *
 * <p>{@link io.aerodb.audit.AuditEvent#line} is the one encoder of a record. The records of one request follow this
 * grammar, which {@link io.aerodb.audit.Stage} holds, and a log refuses any other order:
 *
 * <pre>
 * request  :=  requested ( rejected | dispatched end | proposed answer )
 * answer   :=  refused | abandoned | stale | confirmed dispatched end
 * end      :=  executed | kernel-rejected | not-answered (read-only) | unknown (control) | not-sent | nothing yet
 * besides  :=  duplicate (names the first record; never moves the first request) | rejected (without a request id)
 * </pre>
 *
 * <p>All values are immutable and safe for any thread; no accessor answers {@code null}.
 */
@Value.Style(
    typeImmutable = "Immutable*",
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    builderVisibility = Value.Style.BuilderVisibility.PACKAGE,
    overshadowImplementation = true,
    jdkOnly = true,
    strictBuilder = true,
    fallbackNullableAnnotation = Nullable.class)
package io.aerodb.audit;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
