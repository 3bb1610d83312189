package io.aerodb.command;

import static java.util.Objects.requireNonNull;

/**
 * An identified human. The host has authenticated this person; the library takes its word.
 *
 * @param name 1 to 500 characters without control, format, separator and surrogate characters; recorded verbatim
 * @param authority what this person may ask for
 * @since 0.1
 */
public record Operator(String name, Authority authority) {
  public Operator {
    FreeText.require("operator", name);
    requireNonNull(authority, "authority");
  }
}
