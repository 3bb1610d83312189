package io.aerodb.kernel;

/**
 * How far a replica is behind.
 *
 * @since 0.1
 */
public sealed interface Lag {
  /**
   * Both positions were read.
   *
   * @param entries WAL entries behind, 0 or more
   * @param bytes bytes behind, 0 or more
   */
  record Known(long entries, long bytes) implements Lag {
    public Known {
      Checks.count("lag in entries", entries);
      Checks.count("lag in bytes", bytes);
    }
  }

  /**
   * At least one position could not be read.
   *
   * @param reason why, 1 to 1,000 characters
   */
  record Unknown(String reason) implements Lag {
    public Unknown {
      Checks.text("reason", reason, Checks.MAX_TEXT);
    }
  }
}
