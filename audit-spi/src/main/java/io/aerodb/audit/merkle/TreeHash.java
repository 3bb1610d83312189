package io.aerodb.audit.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The root of a Merkle tree as RFC 6962 defines it, over leaves that come one by one. It holds one hash for each bit that is
 * set in the number of leaves, and no more.
 */
final class TreeHash {
  private static final byte NODE = 1;

  /** Roots of complete subtrees, the smallest and newest first. */
  private final Deque<byte[]> complete = new ArrayDeque<>();
  private long leaves;

  /** Adds a leaf hash, which was made with its own prefix. */
  void add(byte[] leafHash) {
    byte[] root = leafHash;
    for (long rest = leaves; (rest & 1) == 1; rest >>= 1) {
      root = node(complete.pop(), root);
    }
    complete.push(root);
    leaves++;
  }

  long leaves() {
    return leaves;
  }

  byte[] root() {
    if (complete.isEmpty()) {
      return sha256().digest();
    }
    Iterator<byte[]> each = complete.iterator();
    byte[] root = each.next();
    while (each.hasNext()) {
      root = node(each.next(), root);
    }
    return root;
  }

  private static byte[] node(byte[] left, byte[] right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
