/**
 * What an operator must say yes to: {@link io.aerodb.command.confirm.Challenge}, the
 * {@link io.aerodb.command.confirm.Acknowledgement} that answers it, and the pure checks of both: whether every demand
 * was met, and, in {@link io.aerodb.command.confirm.Staleness}, whether the cluster is still in the state that was
 * explained.
 *
 * <p>Nothing can fill an acknowledgement from a challenge but a caller who says so, and there is no bypass parameter
 * anywhere (CF-10).
 */
package io.aerodb.command.confirm;
