package io.aerodb.command;

/**
 * Looks at the cluster and changes nothing (CM-4.0).
 *
 * @param <R> what the kernel answers
 * @since 0.1
 */
public sealed interface InspectionCommand<R> extends Command<R>, Immediate<R>
    permits InspectClusterState, InspectNode, InspectReplicationStatus, InspectPromotionState {}
