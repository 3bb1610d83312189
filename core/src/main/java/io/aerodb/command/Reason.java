package io.aerodb.command;

/**
 * Why an operator asks for a control command, in that person's own words. Recorded verbatim, and judged by nobody.
 *
 * @param value 1 to 500 characters without control, format, separator and surrogate characters
 * @since 0.1
 */
public record Reason(String value) {
  public Reason {
    FreeText.require("reason", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
