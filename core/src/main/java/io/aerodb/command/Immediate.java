package io.aerodb.command;

/**
 * A command that runs when it is asked for. There is no way to propose or confirm one (CF-1).
 *
 * @param <R> what the kernel answers
 * @since 0.1
 */
public sealed interface Immediate<R> extends Command<R> permits InspectionCommand, InspectWal, InspectSnapshots {}
