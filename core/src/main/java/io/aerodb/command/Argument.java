package io.aerodb.command;

import static java.util.Objects.requireNonNull;

/**
 * One argument that a command takes.
 *
 * @param name its wire name
 * @param kind what its values are
 * @param presence whether it must be there, and how often
 * @since 0.1
 */
public record Argument(String name, ArgumentKind kind, Presence presence) {
  public Argument {
    requireNonNull(name, "name");
    requireNonNull(kind, "kind");
    requireNonNull(presence, "presence");
  }

  /** How often an argument is given. */
  public enum Presence {
    /** Exactly once. */
    REQUIRED,
    /** At most once. */
    OPTIONAL,
    /** At least once, each value once, at most 32 values. */
    SET
  }
}
