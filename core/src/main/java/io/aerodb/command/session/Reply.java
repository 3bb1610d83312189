package io.aerodb.command.session;

/**
 * What a session answers to a submitted input: an outcome, or a proposal that waits for a person.
 *
 * @param <R> what the kernel answers
 * @since 0.1
 */
public sealed interface Reply<R> permits Outcome, ProposeResult {}
