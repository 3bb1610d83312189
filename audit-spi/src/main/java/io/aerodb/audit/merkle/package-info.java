/**
 * The Merkle tree over a log's records (RFC 6962), and what it proves. A log that can be written can be rewritten as a
 * whole, so that it agrees with itself again: what tells is a head of its tree that was kept somewhere else.
 *
 * <p>{@link io.aerodb.audit.merkle.TreeHead} is taken of a trail, kept as three lines of text, and held against the trail
 * later. It is taken and checked by reading the records, whatever log they are in. Not here: signatures, which say who
 * took a head, and proofs of single records.
 */
@NullMarked
package io.aerodb.audit.merkle;

import org.jspecify.annotations.NullMarked;
