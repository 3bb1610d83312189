package io.aerodb.kernel;

import static java.util.Objects.requireNonNull;

/**
 * Which acknowledged writes may be lost if an overridden check turns out not to hold.
 *
 * @since 0.1
 */
public sealed interface WritesAtRisk {
  /** No acknowledged write depends on this check. */
  record None() implements WritesAtRisk {}

  /**
   * At most the entries after one position, up to and with another.
   *
   * @param after the last entry that is safe
   * @param upTo the last entry that may be lost; past {@code after}
   */
  record Range(WalPosition after, WalPosition upTo) implements WritesAtRisk {
    public Range {
      Checks.require(requireNonNull(after, "after").compareTo(requireNonNull(upTo, "upTo")) < 0, "up to", upTo,
          "be past " + after);
    }
  }

  /**
   * The extent can't be known.
   *
   * @param reason why, 1 to 1,000 characters
   */
  record CannotBeTold(String reason) implements WritesAtRisk {
    public CannotBeTold {
      Checks.text("reason", reason, Checks.MAX_TEXT);
    }
  }
}
