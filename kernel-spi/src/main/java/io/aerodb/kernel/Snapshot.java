package io.aerodb.kernel;

import java.time.Instant;
import org.immutables.value.Value;

/**
 * One snapshot or checkpoint of a member.
 *
 * @since 0.1
 */
@Value.Immutable
public sealed interface Snapshot permits ImmutableSnapshot {
  /** The kernel's id of it, 1 to 100 characters. */
  String id();

  Kind kind();

  Instant createdAt();

  WalPosition position();

  /** The checksum that was stored with it, 1 to 200 characters. */
  String checksum();

  Verification verification();

  /** What it is. */
  enum Kind {
    SNAPSHOT,
    /** A snapshot after which the log before it was cut off. */
    CHECKPOINT
  }

  /** Whether the stored checksum was compared with the content in this very reading. */
  enum Verification {
    VERIFIED,
    NOT_VERIFIED
  }

  @Value.Check
  default void check() {
    Checks.text("snapshot id", id(), Checks.MAX_CODE);
    Checks.text("checksum", checksum(), 200);
  }

  static Builder builder() {
    return new Builder();
  }

  final class Builder extends ImmutableSnapshot.Builder {
    Builder() {}
  }
}
