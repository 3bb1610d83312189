package io.aerodb.command.explain;

import java.time.Duration;
import java.time.Instant;

/**
 * The time in which a proposal may be confirmed. Looked at only when something is touched; nothing happens when it is
 * over (CF-2, CF-3).
 *
 * @param from when the cluster was looked at
 * @param until the last instant, included; not before {@code from}
 * @since 0.1
 */
public record Validity(Instant from, Instant until) {
  public Validity {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("until is " + until + " but must not be before " + from);
    }
  }

  /** From an instant on, for a while. */
  public static Validity starting(Instant from, Duration length) {
    return new Validity(from, from.plus(length));
  }

  /** Whether it may still be confirmed; a clock that stepped back before the beginning ends it too. */
  public boolean holdsAt(Instant now) {
    return !now.isBefore(from) && !now.isAfter(until);
  }
}
