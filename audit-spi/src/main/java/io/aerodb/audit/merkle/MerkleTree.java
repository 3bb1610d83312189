package io.aerodb.audit.merkle;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The root of a Merkle tree as RFC 6962 defines it, over leaves that come one by one. It holds one hash for each bit
 * that is set in the number of leaves, and no more. Not thread-safe.
 *
 * @since 0.1
 */
public final class MerkleTree {
  private static final byte NODE = 1;

  /** Roots of complete subtrees, the smallest and newest first. */
  private final Deque<byte[]> complete = new ArrayDeque<>();
  private long leaves;

  /** A tree without leaves. */
  public MerkleTree() {}

  /** Adds a {@link LeafHash}. */
  public void add(byte[] leafHash) {
    byte[] root = leafHash;
    for (long rest = leaves; (rest & 1) == 1; rest >>= 1) {
      root = node(complete.pop(), root);
    }
    complete.push(root);
    leaves++;
  }

  /** How many leaves there are. */
  public long leaves() {
    return leaves;
  }

  /** The root over all leaves so far, 32 bytes; of no leaves the hash of nothing. */
  public byte[] root() {
    if (complete.isEmpty()) {
      return Sha256.start().digest();
    }
    Iterator<byte[]> each = complete.iterator();
    byte[] root = each.next();
    while (each.hasNext()) {
      root = node(each.next(), root);
    }
    return root;
  }

  private static byte[] node(byte[] left, byte[] right) {
    MessageDigest digest = Sha256.start();
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }
}
