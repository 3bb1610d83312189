package io.aerodb.audit.merkle;

import java.util.Base64;
import java.util.HexFormat;

/**
 * What a log held at one time, in 32 bytes: the root of the Merkle tree over its first records. It is evidence only
 * where a copy is kept that whoever writes the log can't reach; how it gets there and who vouches for it is the host's
 * affair.
 *
 * @param origin the log's name, 1 to 500 characters without line feed
 * @param size how many records it covers, 0 or more
 * @param rootHash the root as 64 lower-case hexadecimal digits
 * @since 0.1
 */
public record TreeHead(String origin, long size, String rootHash) {
  private static final int MAX_ORIGIN = 500;

  public TreeHead {
    require(!origin.isEmpty() && origin.length() <= MAX_ORIGIN && origin.indexOf('\n') < 0, "origin", origin,
        "hold 1 to " + MAX_ORIGIN + " characters and no line feed");
    require(size >= 0, "size", String.valueOf(size), "be 0 or more");
    require(rootHash.matches("[0-9a-f]{64}"), "root hash", rootHash, "be 64 lower-case hexadecimal digits");
  }

  /**
   * The head of a tree as it is now.
   *
   * @param origin the name of the log whose records are its leaves
   */
  public static TreeHead of(String origin, MerkleTree tree) {
    return new TreeHead(origin, tree.leaves(), HexFormat.of().formatHex(tree.root()));
  }

  /**
   * This as text, to be kept: the origin, the size, the root in Base64, a line feed after each. It is what a signed
   * checkpoint of a transparency log signs.
   */
  public String text() {
    return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(rootHash)) + "\n";
  }

  /**
   * Reads {@link #text()} back; nothing else is read.
   *
   * @throws IllegalArgumentException that names what is wrong and what is legal
   */
  public static TreeHead parse(String text) {
    String[] lines = text.split("\n", -1);
    require(lines.length == 4 && lines[3].isEmpty(), "head", text, "be three lines that end in a line feed");
    require(lines[1].matches("0|[1-9][0-9]{0,17}"), "size", lines[1], "be a number without sign and leading zeros");
    require(lines[2].matches("[A-Za-z0-9+/]{43}="), "root hash", lines[2], "be 32 bytes in Base64");
    byte[] root = Base64.getDecoder().decode(lines[2]);
    TreeHead head = new TreeHead(lines[0], Long.parseLong(lines[1]), HexFormat.of().formatHex(root));
    require(head.text().equals(text), "root hash", lines[2], "have no bits beyond its 32 bytes");
    return head;
  }

  private static void require(boolean holds, String field, String value, String legal) {
    if (!holds) {
      throw new IllegalArgumentException(field + " is '" + value + "' but must " + legal);
    }
  }
}
