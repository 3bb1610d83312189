/**
 * Architecture rules for a host's own code: the ArchUnit constants of
 * {@link io.aerodb.testkit.rules.CommandModelRules}, each with the rule of the command model that it guards.
 *
 * <p>They see what a class file says: who implements, calls, names and catches what, inside lambdas and through method
 * references as well. They don't see reflection, what travels as an {@code Object}, or how often a line runs. What each
 * one can't see stands in its Javadoc; the compiler, the sealed types and the audit log hold where the rules end.
 *
 * <p>Not here: rules for the library itself. ArchUnit is needed only by who uses this package.
 */
@NullMarked
package io.aerodb.testkit.rules;

import org.jspecify.annotations.NullMarked;
