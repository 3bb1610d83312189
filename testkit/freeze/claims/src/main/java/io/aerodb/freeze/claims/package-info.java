/**
 * What a test claims, and what became of it. {@link io.aerodb.freeze.claims.Covers} claims a rule or an aspect of a
 * command, {@link io.aerodb.freeze.claims.CoversViolation} the violation of a rule, and a
 * {@link io.aerodb.freeze.claims.TestRecord} says how a claiming test ended. The recorder that writes the records and
 * the freeze gate that judges them live elsewhere.
 */
package io.aerodb.freeze.claims;
