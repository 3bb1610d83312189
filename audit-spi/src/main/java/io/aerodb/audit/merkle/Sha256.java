package io.aerodb.audit.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The one hash function of records, trees and confirmations: SHA-256, which every JDK has.
 *
 * @since 0.1
 */
public final class Sha256 {
  private Sha256() {}

  /** A hash in the making; in the hands of one thread. */
  public static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The hash of these bytes, 32 bytes. */
  public static byte[] of(byte[] bytes) {
    return start().digest(bytes);
  }
}
