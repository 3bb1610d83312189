package io.aerodb.kernel;

import java.util.List;
import org.immutables.value.Value;

/**
 * The declared cost of a collection of diagnostics: one upper bound for each member that will be asked. It travels back
 * to the kernel as the ceiling of the run.
 *
 * @since 0.1
 */
@Value.Immutable
public sealed interface DiagnosticCost permits ImmutableDiagnosticCost {
  ClusterId cluster();

  DiagnosticScope scope();

  /** Ordered by node id; at least one. */
  List<MemberCost> members();

  @Value.Check
  default void check() {
    Checks.require(!members().isEmpty(), "members", "empty", "hold at least one member");
    Checks.ordered("members", members(), MemberCost::node);
  }

  static Builder builder() {
    return new Builder();
  }

  final class Builder extends ImmutableDiagnosticCost.Builder {
    Builder() {}
  }
}
