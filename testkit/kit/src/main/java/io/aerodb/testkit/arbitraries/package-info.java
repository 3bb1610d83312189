/**
 * Random values of the command model for jqwik, legal and hostile, each shrinking to the smallest that still shows a
 * failure: {@link io.aerodb.testkit.arbitraries.CommandArbitraries} for what operators give,
 * {@link io.aerodb.testkit.arbitraries.KernelArbitraries} and {@link io.aerodb.testkit.arbitraries.ViewArbitraries} for
 * what kernels answer, {@link io.aerodb.testkit.arbitraries.AuditArbitraries} for what logs are handed and hold,
 * {@link io.aerodb.testkit.arbitraries.TextArbitraries} for what all of them are made of, and
 * {@link io.aerodb.testkit.arbitraries.CommandDomain} for all of it by type.
 *
 * <p>Every value is one that the model's own constructors accept, built that way and never filtered into shape.
 * Randomness is jqwik's: a seed reproduces everything.
 *
 * <p>Not here: sequences of operations. jqwik is needed only by who uses this package.
 */
@NullMarked
package io.aerodb.testkit.arbitraries;

import org.jspecify.annotations.NullMarked;
