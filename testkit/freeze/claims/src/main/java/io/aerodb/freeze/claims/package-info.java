/**
 * The annotations with which tests claim what they prove, and the record of how such a test ended:
 * {@link io.aerodb.freeze.claims.Covers} claims a rule or an aspect of a command,
 * {@link io.aerodb.freeze.claims.CoversViolation} an attack on a rule. The recorder that writes the
 * {@linkplain io.aerodb.freeze.claims.TestRecord records} and the gate that judges them live elsewhere.
 */
package io.aerodb.freeze.claims;
