package io.aerodb.kernel;

import java.util.regex.Pattern;

/**
 * The stable id of an invariant, such as {@code P6-A1}. The kernel names its own; nothing here interprets one.
 *
 * @param value matches {@code [A-Z][0-9]-[A-Z]{1,2}[0-9]{1,3}[a-z]?}
 * @since 0.1
 */
public record InvariantId(String value) implements Comparable<InvariantId> {
  private static final Pattern FORM = Pattern.compile("[A-Z][0-9]-[A-Z]{1,2}[0-9]{1,3}[a-z]?");

  public InvariantId {
    Checks.matching("invariant id", value, FORM);
  }

  @Override
  public int compareTo(InvariantId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
