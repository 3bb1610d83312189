/**
 * Writing to an open journal: appends that wait together are judged in order, written in one go and forced once, on the
 * journal's one thread. How the journal came to be open is not its affair.
 */
package io.aerodb.audit.journal.write;
