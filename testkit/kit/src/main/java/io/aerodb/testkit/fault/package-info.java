/**
 * Doubles that make a kernel, an audit log or a disk misbehave, or count what reaches it. Each wraps a real one and
 * adds nothing of its own: what is judged or decided, the wrapped one judges and decides. Crashing a process lives in
 * {@code io.aerodb.testkit.crash}.
 */
package io.aerodb.testkit.fault;
