package io.aerodb.kernel;

/**
 * The three ways in which write authority may change.
 *
 * @since 0.1
 */
public enum Transition {
  /** A replica becomes primary; every check must be satisfied. */
  PROMOTION,
  /** The primary gives up write authority; nobody accepts writes until a promotion succeeds. */
  DEMOTION,
  /** A replica becomes primary although named checks are not satisfied, on an operator's assertion (P6-A1a). */
  FORCED_PROMOTION
}
