package io.aerodb.kernel;

import static java.util.Objects.requireNonNull;

/**
 * One file of a member's write-ahead log.
 *
 * @param name its name, 1 to 100 characters
 * @param first the first entry in it
 * @param last the last entry in it; not before {@code first}
 * @param bytes its size, 0 or more
 * @since 0.1
 */
public record WalSegment(String name, WalPosition first, WalPosition last, long bytes) {
  public WalSegment {
    Checks.text("segment name", name, Checks.MAX_CODE);
    Checks.require(requireNonNull(first, "first").compareTo(requireNonNull(last, "last")) <= 0, "last", last,
        "not be before " + first);
    Checks.count("segment bytes", bytes);
  }
}
