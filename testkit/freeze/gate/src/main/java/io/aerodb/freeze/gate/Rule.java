package io.aerodb.freeze.gate;

import static java.util.Objects.requireNonNull;

/**
 * One rule that tests must prove.
 *
 * @param id its stable name
 * @param attacked whether it needs a negative test: one that attempts what the rule forbids
 * @param text the rule in one line
 * @since 0.1
 */
public record Rule(String id, boolean attacked, String text) {
  public Rule {
    requireNonNull(text, "text");
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,31}")) {
      throw new IllegalArgumentException(
          "rule id is '" + id + "' but must be 1 to 32 letters, digits, dots or hyphens");
    }
  }
}
