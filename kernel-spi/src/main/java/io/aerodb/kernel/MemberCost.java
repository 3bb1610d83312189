package io.aerodb.kernel;

import java.time.Duration;
import java.util.List;
import org.immutables.value.Value;

/**
 * Upper bounds of what a collection of diagnostics costs one member. Bounds, not estimates: the kernel stops at them
 * (CM-5.1b).
 *
 * @since 0.1
 */
@Value.Immutable
public sealed interface MemberCost permits ImmutableMemberCost {
  NodeId node();

  /** Statements run on the member, 0 to 2^53-1. */
  long maxStatements();

  /** Bytes read from the member's storage, 0 to 2^53-1. */
  long maxBytesRead();

  /** Longest duration on the member, whole milliseconds, zero or more. */
  Duration maxDuration();

  /** Each lock taken, in the kernel's words, 1 to 1,000 characters each; empty when none is. */
  List<String> locks();

  @Value.Check
  default void check() {
    Checks.count("max statements", maxStatements());
    Checks.count("max bytes read", maxBytesRead());
    Checks.count("max duration in ms", maxDuration().toMillis());
    locks().forEach(lock -> Checks.text("lock", lock, Checks.MAX_TEXT));
  }

  static Builder builder() {
    return new Builder();
  }

  final class Builder extends ImmutableMemberCost.Builder {
    Builder() {}
  }
}
