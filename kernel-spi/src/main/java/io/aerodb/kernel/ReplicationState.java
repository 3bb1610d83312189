package io.aerodb.kernel;

import static java.util.Objects.requireNonNull;

/**
 * The replication state of a member, as that member itself answered.
 *
 * @since 0.1
 */
public sealed interface ReplicationState {
  /** Replication is switched off on this member; promotion does not apply to it (P5-I16). */
  record Disabled() implements ReplicationState {}

  /** The member has not taken up any history yet. */
  record Uninitialized() implements ReplicationState {}

  /** The member holds write authority and accepts writes. */
  record PrimaryActive() implements ReplicationState {}

  /** The member follows a primary. */
  record ReplicaActive() implements ReplicationState {}

  /**
   * The member stopped following.
   *
   * @param reason why
   */
  record ReplicationHalted(HaltReason reason) implements ReplicationState {
    public ReplicationHalted {
      requireNonNull(reason, "reason");
    }
  }
}
