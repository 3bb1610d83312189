package io.aerodb.audit.merkle;

import java.security.MessageDigest;

/**
 * The leaf of a record in the tree of its log, as RFC 6962 defines it: the prefix keeps a leaf from being taken for a
 * node.
 *
 * @since 0.1
 */
public final class LeafHash {
  private static final byte LEAF = 0;

  private LeafHash() {}

  /**
   * SHA-256(0x00 ‖ line), 32 bytes.
   *
   * @param line the record's line without its line feed
   */
  public static byte[] of(byte[] line) {
    MessageDigest digest = Sha256.start();
    digest.update(LEAF);
    return digest.digest(line);
  }
}
