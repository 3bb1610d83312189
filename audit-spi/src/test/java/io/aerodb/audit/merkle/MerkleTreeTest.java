package io.aerodb.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares roots with those that every implementation of RFC 6962 computes. */
class MerkleTreeTest {
  private static final List<String> LEAVES = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
      "606162636465666768696a6b6c6d6e6f");
  private static final List<String> ROOTS = List.of(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void the_roots_of_zero_to_eight_leaves_are_the_known_ones() {
    var tree = new MerkleTree();
    for (int leaves = 0; leaves <= LEAVES.size(); leaves++) {
      assertThat(HexFormat.of().formatHex(tree.root())).as("%s leaves", leaves).isEqualTo(ROOTS.get(leaves));
      if (leaves < LEAVES.size()) {
        tree.add(hash(0, HexFormat.of().parseHex(LEAVES.get(leaves))));
      }
    }
  }

  @Test
  void the_root_of_no_leaf_is_the_hash_of_nothing() {
    assertThat(Sha256.of(new byte[0])).isEqualTo(new MerkleTree().root());
  }

  @Test
  void leaf_by_leaf_it_is_the_tree_that_the_definition_splits() {
    var tree = new MerkleTree();
    var leaves = new ArrayList<byte[]>();
    for (int i = 0; i < 130; i++) {
      byte[] leaf = hash(0, new byte[]{(byte) i});
      tree.add(leaf);
      leaves.add(leaf);

      assertThat(tree.root()).as("%s leaves", i + 1).isEqualTo(defined(leaves));
      assertThat(tree.leaves()).isEqualTo(i + 1);
    }
  }

  /** The largest power of two below the number of leaves goes to the left. */
  private static byte[] defined(List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int left = Integer.highestOneBit(leaves.size() - 1);
    return hash(1, defined(leaves.subList(0, left)), defined(leaves.subList(left, leaves.size())));
  }

  private static byte[] hash(int prefix, byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((byte) prefix);
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
