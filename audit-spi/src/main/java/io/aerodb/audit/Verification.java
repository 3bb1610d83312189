package io.aerodb.audit;

import static java.util.Objects.requireNonNull;

/**
 * What comes of reading a whole log again. It says whether the log agrees with itself and never more: without a head
 * that was kept somewhere else, whoever could write to the log could have rewritten all of it.
 *
 * @since 0.1
 */
public sealed interface Verification {
  /**
   * Every line is whole, in sequence, and follows the grammar. Not authenticated.
   *
   * @param records how many
   */
  record Consistent(long records) implements Verification {}

  /**
   * Something is damaged.
   *
   * @param firstDamaged the first sequence that can't be vouched for
   * @param what what was found there, and where
   */
  record Damaged(long firstDamaged, String what) implements Verification {
    public Damaged {
      requireNonNull(what, "what");
    }
  }
}
