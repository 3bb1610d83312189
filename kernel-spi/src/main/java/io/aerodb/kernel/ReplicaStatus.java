package io.aerodb.kernel;

import static java.util.Objects.requireNonNull;

/**
 * Health and lag of one replica.
 *
 * @param member its state, or the evidence that it could not be read
 * @param lag how far it is behind the member that holds write authority
 * @since 0.1
 */
public record ReplicaStatus(MemberState member, Lag lag) {
  public ReplicaStatus {
    requireNonNull(member, "member");
    requireNonNull(lag, "lag");
  }
}
