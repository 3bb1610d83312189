/**
 * The embedded audit log: an append-only journal of JSON lines in a directory, made for {@code grep} and {@code jq} as
 * much as for this library.
 *
 * <pre>
 * journal.json                                   format and origin
 * lock                                           held by the one process that writes
 * segments/00000000000000000001.jsonl            records, named after the first sequence in it
 * quarantine/recovery-….bytes  recovery-….json    what recovery has set aside, and its notice
 * </pre>
 *
 * <p>Each durable batch is a run of record lines closed by a commit line
 * {@code {"commit":{"crc":…,"first":…,"last":…},"zcrc":…}}. Recovery decides by evidence: the next batch is written
 * only after the one before it was forced, so that bad bytes before the commit line of a later batch are damage to
 * acknowledged records, and bad bytes before none are a batch that nobody was told of.
 *
 * <p>There is no repair: a damaged journal is not opened and not touched. What does not live here: proofs against
 * somebody who can write the files; they need a copy that has left the machine.
 */
@Value.Style(
    typeImmutable = "Immutable*",
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    builderVisibility = Value.Style.BuilderVisibility.PACKAGE,
    overshadowImplementation = true,
    jdkOnly = true,
    strictBuilder = true,
    fallbackNullableAnnotation = Nullable.class)
package io.aerodb.audit.journal;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
