/**
 * The seam between the file journal and its file system. Everything that the journal does to a disk goes through
 * {@link Disk}, so that a test kit can make any single step of it fail or lose power. Exported to the test kit alone;
 * what a journal writes does not live here.
 */
package io.aerodb.audit.journal.disk;
