/**
 * What every log judges an append by: which ids are claimed, how far each request has come, and what is unresolved.
 * {@link io.aerodb.audit.judge.BatchDraft} judges one append after the other and so finds a duplicate. Pure, without
 * I/O, and shared by all logs, so that they can't disagree; not exported. It reads and writes no line: each log keeps
 * its records in its own way.
 */
package io.aerodb.audit.judge;
