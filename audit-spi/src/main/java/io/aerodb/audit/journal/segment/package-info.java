/**
 * The files of a journal and what their bytes mean: where each stands, its lines, the commit line that closes a batch,
 * the scan that tells committed from damaged, and the index that finds a record. Nothing here writes a record.
 */
package io.aerodb.audit.journal.segment;
