package io.aerodb.command;

/**
 * Changes nothing (CM-5.0), but may be expensive.
 *
 * @param <R> what the kernel answers
 * @since 0.1
 */
public sealed interface DiagnosticCommand<R> extends Command<R> permits RunDiagnostics, InspectWal, InspectSnapshots {}
