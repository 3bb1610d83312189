/**
 * The Merkle tree over a log's records (RFC 6962): the hash of a leaf, the root, and the head that is kept elsewhere.
 * Pure: no file, no network, and no log. Who reads a log to take its head or to check one is in
 * {@code io.aerodb.audit.verify}. Not here: signatures, which say who took a head, and proofs of single records.
 */
package io.aerodb.audit.merkle;
