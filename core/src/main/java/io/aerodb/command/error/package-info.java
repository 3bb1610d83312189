/**
 * What can go wrong, closed and named: {@link io.aerodb.command.error.CommandError}, its four domains, the closed set
 * of codes in {@link io.aerodb.command.error.ErrorCode}, and the Phase 7 invariants that every error of this library's
 * own rests on.
 *
 * <p>An error is a value. It states facts; no error text recommends anything (ER-8), and none leads to a retry (ER-6).
 * Exceptions are left for misuse of the API by a host and for our own bugs. Nothing here knows a command.
 */
package io.aerodb.command.error;
