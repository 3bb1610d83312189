package io.aerodb.command;

/**
 * A command that runs only after it was explained and confirmed. There is no way to run one directly.
 *
 * @param <R> what the kernel answers
 * @since 0.1
 */
public sealed interface Confirmable<R> extends Command<R> permits RunDiagnostics, ControlCommand {}
