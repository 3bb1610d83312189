package io.aerodb.kernel;

import static java.util.Objects.requireNonNull;

/**
 * What a member will be once a transition has completed, in the kernel's word.
 *
 * @since 0.1
 */
public sealed interface RoleAfter {
  /**
   * The member will be in this state.
   *
   * @param state the state after the transition
   */
  record Becomes(ReplicationState state) implements RoleAfter {
    public Becomes {
      requireNonNull(state, "state");
    }
  }

  /**
   * Nobody can say.
   *
   * @param reason why, 1 to 1,000 characters
   */
  record CannotBeTold(String reason) implements RoleAfter {
    public CannotBeTold {
      Checks.text("reason", reason, Checks.MAX_TEXT);
    }
  }
}
