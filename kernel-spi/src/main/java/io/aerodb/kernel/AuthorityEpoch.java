package io.aerodb.kernel;

import java.util.regex.Pattern;

/**
 * An opaque value that changes with every change of write authority, never returns to an earlier value, and does not
 * change with reachability, lag, checkpoints or writes. Two epochs are only ever compared for equality.
 *
 * @param value 1 to 200 visible ASCII characters
 * @since 0.1
 */
public record AuthorityEpoch(String value) {
  private static final Pattern FORM = Pattern.compile("[!-~]{1,200}");

  public AuthorityEpoch {
    Checks.matching("authority epoch", value, FORM);
  }

  @Override
  public String toString() {
    return value;
  }
}
