package io.aerodb.command.session;

/**
 * What comes of proposing: a proposal, or a refusal.
 *
 * @param <R> what the kernel answers
 * @since 0.1
 */
public sealed interface ProposeResult<R> extends Reply<R> permits Proposal, Outcome.NotExecuted {}
