package io.aerodb.kernel;

import org.immutables.value.Value;

/**
 * Role, WAL position and health of exactly the member that was named (CM-4.2).
 *
 * @since 0.1
 */
@Value.Immutable
public sealed interface NodeState permits ImmutableNodeState {
  ClusterId cluster();

  AuthorityEpoch epoch();

  MemberState member();

  static Builder builder() {
    return new Builder();
  }

  final class Builder extends ImmutableNodeState.Builder {
    Builder() {}
  }
}
