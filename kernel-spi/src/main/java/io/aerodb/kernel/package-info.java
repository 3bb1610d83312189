/**
 * What a kernel answers and does: the vocabulary of an AeroDB cluster and the SPI through which the command model
 * reaches one.
 *
 * <p>{@link io.aerodb.kernel.Kernel} is the union of {@link io.aerodb.kernel.KernelReads} (two planning reads, the only
 * part an explanation may touch) and {@link io.aerodb.kernel.KernelActions} (ten methods, one for each operator
 * command). One principle holds throughout: an answer is a fact, a throw means that nobody knows.
 *
 * <p>Ids and closed alternatives are records; what a kernel reports evolves, so those types are built with builders.
 * Every value checks its invariants when it is made: a view that could not be complete cannot exist. All values are
 * immutable and safe for any thread, no accessor answers {@code null}, and a violated invariant is an
 * {@link java.lang.IllegalArgumentException} or {@link java.lang.IllegalStateException} that names the field, the value
 * and what is legal.
 *
 * <p>Not here: commands, authority, confirmation and audit. This package imports nothing of them.
 */
@Value.Style(
    typeImmutable = "Immutable*",
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    builderVisibility = Value.Style.BuilderVisibility.PACKAGE,
    overshadowImplementation = true,
    jdkOnly = true,
    strictBuilder = true,
    fallbackNullableAnnotation = Nullable.class)
package io.aerodb.kernel;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
