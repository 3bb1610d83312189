package io.aerodb.kernel;

/**
 * The exact name of one member of a cluster. There is no alias, no default and no "current" node.
 *
 * @param value matches {@code [A-Za-z0-9][A-Za-z0-9._-]{0,63}}
 * @since 0.1
 */
public record NodeId(String value) implements Comparable<NodeId> {
  public NodeId {
    Checks.id("node id", value);
  }

  @Override
  public int compareTo(NodeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
