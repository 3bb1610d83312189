package io.aerodb.kernel;

import java.util.List;
import org.immutables.value.Value;

/**
 * The answer to a collection of diagnostics: one row for each member that the order's ceiling names.
 *
 * @since 0.1
 */
@Value.Immutable
public sealed interface DiagnosticReport permits ImmutableDiagnosticReport {
  ClusterId cluster();

  AuthorityEpoch epoch();

  DiagnosticScope scope();

  /** Ordered by node id; at least one. */
  List<MemberDiagnostics> members();

  @Value.Check
  default void check() {
    Checks.require(!members().isEmpty(), "members", "empty", "hold at least one member");
    Checks.ordered("members", members(), MemberDiagnostics::node);
  }

  static Builder builder() {
    return new Builder();
  }

  final class Builder extends ImmutableDiagnosticReport.Builder {
    Builder() {}
  }
}
