package io.aerodb.testkit.kernel;

import static java.util.Objects.requireNonNull;

import io.aerodb.kernel.NodeId;

/**
 * What came of arranging a {@link Situation}.
 *
 * @since 0.1
 */
public sealed interface Arranged {
  /**
   * The cluster is in it.
   *
   * @param target the member that the situation is about
   */
  record Ready(NodeId target) implements Arranged {
    public Ready {
      requireNonNull(target, "target");
    }
  }

  /**
   * This host can't make it. The tests that need it are skipped, and the report says why.
   *
   * @param reason why not, in a sentence
   */
  record CannotBeMade(String reason) implements Arranged {
    public CannotBeMade {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("reason is '" + reason + "' but must say why the situation can't be made");
      }
    }
  }
}
