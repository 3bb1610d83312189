/**
 * Logs on a simple store of records: {@link io.aerodb.audit.store.StoredAuditLog} makes a log of a host's own
 * {@link io.aerodb.audit.store.RecordStore}, and {@link io.aerodb.audit.store.MemoryAuditLog} is one for tests. The
 * journal and the log in a database stand beside them, each with a storage of its own.
 */
package io.aerodb.audit.store;
