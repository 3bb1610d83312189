/**
 * Opening a journal for writing: it is made if it is not there, read, and what a crash left at its end is brought into
 * order, with a notice of what was set aside.
 */
package io.aerodb.audit.journal.open;
