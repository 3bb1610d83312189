package io.aerodb.command;

import static java.util.Objects.requireNonNull;

import io.aerodb.kernel.Reversibility;

/**
 * One thing that a command brings about, as a fact.
 *
 * @param text what
 * @param reversibility whether a later command can undo it
 * @since 0.1
 */
public record Consequence(String text, Reversibility reversibility) {
  public Consequence {
    requireNonNull(text, "text");
    requireNonNull(reversibility, "reversibility");
  }
}
