package io.aerodb.kernel;

/**
 * The name of one cluster. It survives failover, and two clusters never share one; it stands in every view, order,
 * explanation and record so that two clusters with equal node names are never confused (CM-1.4).
 *
 * @param value matches {@code [A-Za-z0-9][A-Za-z0-9._-]{0,63}}; exact, there are no aliases
 * @since 0.1
 */
public record ClusterId(String value) implements Comparable<ClusterId> {
  public ClusterId {
    Checks.id("cluster id", value);
  }

  @Override
  public int compareTo(ClusterId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
