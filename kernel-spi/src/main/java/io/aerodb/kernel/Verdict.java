package io.aerodb.kernel;

/**
 * What a check came to, in order of badness: {@code SATISFIED < UNPROVABLE < VIOLATED}.
 *
 * @since 0.1
 */
public enum Verdict {
  /** The kernel has evidence that it holds. */
  SATISFIED,
  /** The kernel has no evidence either way. */
  UNPROVABLE,
  /** The kernel has evidence that it does not hold. */
  VIOLATED
}
