/**
 * What a test claims: {@link io.aerodb.freeze.claims.Covers} a rule or an aspect of a command, or
 * {@link io.aerodb.freeze.claims.CoversViolation} a rule. A claim is no proof: the recorder writes down which claiming tests ran and passed, and
 * the freeze gate of the test kit judges that. Neither lives here.
 */
package io.aerodb.freeze.claims;
