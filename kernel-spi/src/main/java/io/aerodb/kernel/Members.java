package io.aerodb.kernel;

import java.util.List;
import java.util.Optional;

/** What every view with members checks. */
final class Members {
  private Members() {}

  static void check(List<MemberState> members, Optional<NodeId> primary) {
    Checks.require(!members.isEmpty(), "members", "empty", "hold every member of the cluster");
    Checks.ordered("members", members, MemberState::node);
    primary.ifPresent(
        node -> Checks.require(members.stream().anyMatch(m -> m.node().equals(node)), "primary", node, "be a member"));
  }
}
