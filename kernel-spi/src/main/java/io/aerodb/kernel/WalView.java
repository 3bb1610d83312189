package io.aerodb.kernel;

import java.util.List;
import org.immutables.value.Value;

/**
 * WAL metadata of the named member, or of every member when none was named (CM-5.2).
 *
 * @since 0.1
 */
@Value.Immutable
public sealed interface WalView permits ImmutableWalView {
  ClusterId cluster();

  AuthorityEpoch epoch();

  /** The page that was asked for. */
  Page page();

  /** Ordered by node id; at least one. */
  List<MemberWal> members();

  @Value.Check
  default void check() {
    Checks.require(!members().isEmpty(), "members", "empty", "hold at least one member");
    Checks.ordered("members", members(), MemberWal::node);
  }

  static Builder builder() {
    return new Builder();
  }

  final class Builder extends ImmutableWalView.Builder {
    Builder() {}
  }
}
